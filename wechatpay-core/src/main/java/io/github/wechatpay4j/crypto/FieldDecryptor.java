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
 * Decrypts a sensitive field. Implementations are safe for use by many threads.
 */
@FunctionalInterface
public interface FieldDecryptor {

	/**
	 * Decrypts a text.
	 * @param cipherText the ciphertext in Base64
	 * @return the text
	 * @throws io.github.wechatpay4j.DecryptionException if it was not encrypted for this
	 * key, or was changed
	 */
	String decrypt(String cipherText);

	/**
	 * Whether decrypting may wait for something else than the processor, such as a KMS.
	 * Then the clients never call it on an event loop.
	 * @return {@code true} unless the implementation knows better
	 */
	default boolean isBlocking() {
		return true;
	}

}
