/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.crypto;

/**
 * Signs in the merchant's name. Implement it to keep the private key in a KMS or HSM.
 * Implementations are safe for use by many threads.
 */
public interface Signer {

	/**
	 * The serial number of the merchant's API certificate (hexadecimal), also in
	 * public-key mode.
	 * @return the serial number
	 */
	String serialNumber();

	/**
	 * Signs a message.
	 * @param message the exact bytes
	 * @return the signature, not yet Base64
	 */
	byte[] sign(byte[] message);

	/**
	 * Whether signing may wait for something else than the processor, such as a KMS. Then
	 * the clients never call it on an event loop.
	 * @return {@code true} unless the implementation knows better
	 */
	default boolean isBlocking() {
		return true;
	}

}
