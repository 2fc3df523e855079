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

package io.github.wechatpay4j.exchange;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.crypto.Pem;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.operation.Required;
import org.jspecify.annotations.Nullable;

/**
 * The answer with the platform certificates, of which each is encrypted under the
 * merchant's APIv3 key.
 *
 * @param data the certificates
 */
record CertificateAnswer(@Nullable List<@Nullable Item> data) {

	private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

	@Override
	public List<@Nullable Item> data() {
		return (this.data != null) ? this.data : List.of();
	}

	/**
	 * Opens all certificates. Whatever was changed, or encrypted under another key, is an
	 * exception.
	 */
	static List<X509Certificate> open(byte[] body, Credentials credentials, WechatPayJson json) {
		return json.read(body, CertificateAnswer.class, credentials.decryptor())
			.data()
			.stream()
			.map((item) -> certificate(Encrypted.of(item).open(credentials)))
			.toList();
	}

	/**
	 * Nothing else than a certificate: notifications are encrypted under the same key,
	 * and strangers write some of their texts.
	 */
	private static X509Certificate certificate(String text) {
		if (!text.stripLeading().startsWith(BEGIN)) {
			throw new KeyMaterialException("The content is not a certificate.", "It is ignored.");
		}
		return Pem.certificate(text);
	}

	record Item(@Nullable Encrypted encryptCertificate) {
	}

	record Encrypted(@Nullable String nonce, @Nullable String associatedData, @Nullable String ciphertext) {

		static Encrypted of(@Nullable Item item) {
			return Required.field((item != null) ? item.encryptCertificate() : null, "encrypt_certificate");
		}

		String open(Credentials credentials) {
			byte[] plain = credentials.aead()
				.decrypt(Required.field(this.nonce, "nonce").getBytes(StandardCharsets.UTF_8),
						((this.associatedData != null) ? this.associatedData : "").getBytes(StandardCharsets.UTF_8),
						Base64.getMimeDecoder().decode(Required.field(this.ciphertext, "ciphertext")));
			return new String(plain, StandardCharsets.UTF_8);
		}

	}

}
