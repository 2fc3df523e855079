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
 * Authenticated encryption under the APIv3 key: what it decrypts was not changed.
 * Implementations are safe for use by many threads.
 */
public interface Aead {

	/**
	 * Decrypts and authenticates.
	 * @param nonce the nonce, 12 bytes
	 * @param associatedData data that is authenticated too, possibly empty
	 * @param cipherText the ciphertext with the tag at its end
	 * @return the plain text
	 * @throws io.github.wechatpay4j.DecryptionException if anything was changed, or
	 * another key was used
	 */
	byte[] decrypt(byte[] nonce, byte[] associatedData, byte[] cipherText);

	/**
	 * Encrypts. What WeChat Pay does; here for the simulator and for tests.
	 * @param nonce the nonce, 12 bytes, never used twice with the same key
	 * @param associatedData data that is authenticated too, possibly empty
	 * @param plainText the plain text
	 * @return the ciphertext with the tag at its end
	 */
	byte[] encrypt(byte[] nonce, byte[] associatedData, byte[] plainText);

}
