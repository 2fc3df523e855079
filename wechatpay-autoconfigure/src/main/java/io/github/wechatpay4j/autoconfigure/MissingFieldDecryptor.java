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

package io.github.wechatpay4j.autoconfigure;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.crypto.FieldDecryptor;

/**
 * Says what is missing where a sensitive field has to be read and the private key is not
 * at hand.
 */
final class MissingFieldDecryptor implements FieldDecryptor {

	private final String merchant;

	MissingFieldDecryptor(String merchant) {
		this.merchant = merchant;
	}

	@Override
	public String decrypt(String cipherText) {
		throw new DecryptionException("a sensitive field of merchant '" + this.merchant
				+ "' cannot be decrypted: its private key is behind a Signer bean, and there is no FieldDecryptor bean"
				+ " for it");
	}

	@Override
	public boolean isBlocking() {
		return false;
	}

}
