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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.crypto.Pem;
import io.github.wechatpay4j.json.UnreadableJsonException;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.trust.CertificateList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The answer with the platform certificates, of which each is encrypted under the
 * merchant's APIv3 key. One that cannot be used does not spoil the others.
 *
 * @param certificates those that can be used
 * @param problems what is wrong with the others
 */
record CertificateAnswer(List<X509Certificate> certificates, List<String> problems) {

	private static final Logger logger = LoggerFactory.getLogger(CertificateAnswer.class);

	private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

	/**
	 * Opens the certificates. Whatever was changed, or encrypted under another key, is
	 * left out.
	 * @throws UnreadableJsonException if the answer is nothing of the kind
	 */
	static CertificateAnswer open(byte[] body, Credentials credentials, WechatPayJson json) {
		JsonNode data = json.readTree(body).path("data");
		List<X509Certificate> certificates = new ArrayList<>();
		List<String> problems = new ArrayList<>();
		int number = 0;
		for (JsonNode item : data.isObject() ? List.of(data) : data) {
			number++;
			try {
				Item read = item.isObject() ? json.read(item, Item.class, credentials.decryptor()) : null;
				certificates.add(certificate(Encrypted.of(read).open(credentials)));
			}
			catch (UnreadableJsonException | WechatPayException | IllegalArgumentException ex) {
				problems.add("number " + number + ": " + ex.getMessage());
			}
		}
		return new CertificateAnswer(List.copyOf(certificates), List.copyOf(problems));
	}

	/** Nothing of it can be used, though there is something in it. */
	boolean isUseless() {
		return this.certificates.isEmpty() && !this.problems.isEmpty();
	}

	/** What can be used; tells what cannot. */
	CertificateList toList(String mchid) {
		if (!this.problems.isEmpty()) {
			logger.warn("Of the platform certificates for merchant {}, {} cannot be used and are left out ({}); the"
					+ " others are used", mchid, this.problems.size(), String.join("; ", this.problems));
		}
		return new CertificateList(this.certificates, this.problems.isEmpty());
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

	record Encrypted(@Nullable String algorithm, @Nullable String nonce, @Nullable String associatedData,
			@Nullable String ciphertext) {

		static Encrypted of(@Nullable Item item) {
			return Required.field((item != null) ? item.encryptCertificate() : null, "encrypt_certificate");
		}

		String open(Credentials credentials) {
			String expected = credentials.suite().aeadAlgorithm();
			if (this.algorithm != null && !expected.equals(this.algorithm)) {
				throw new IllegalArgumentException("its algorithm is not " + expected);
			}
			byte[] plain = credentials.aead()
				.decrypt(Required.field(this.nonce, "nonce").getBytes(StandardCharsets.UTF_8),
						((this.associatedData != null) ? this.associatedData : "").getBytes(StandardCharsets.UTF_8),
						Base64.getMimeDecoder().decode(Required.field(this.ciphertext, "ciphertext")));
			return new String(plain, StandardCharsets.UTF_8);
		}

	}

}
