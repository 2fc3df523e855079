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

package io.github.wechatpay4j.api.certificates;

import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.api.Wire;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

class CertificatesTests {

	@Test
	void asksForTheCertificates() {
		assertThat(Certificates.list().operation().method()).isEqualTo(HttpMethod.GET);
		assertThat(Certificates.list().target(UnaryOperator.identity())).isEqualTo("/v3/certificates");
		assertThat(Certificates.list((r) -> r.algorithmType("SM2")).target(UnaryOperator.identity()))
			.isEqualTo("/v3/certificates?algorithm_type=SM2");
	}

	@Test
	void readsTheCertificates() {
		CertificateListResponse answer = Wire.read("""
				{"data":[{"serial_no":"5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
				"effective_time":"2018-06-08T10:34:56+08:00","expire_time":"2023-06-08T10:34:56+08:00",
				"encrypt_certificate":{"algorithm":"AEAD_AES_256_GCM","nonce":"61f9c719728a",
				"associated_data":"certificate","ciphertext":"sRvt"}}]}""", CertificateListResponse.class);
		assertThat(answer.data()).containsExactly(new PlatformCertificate("5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
				OffsetDateTime.parse("2018-06-08T10:34:56+08:00"), OffsetDateTime.parse("2023-06-08T10:34:56+08:00"),
				new EncryptedCertificate("AEAD_AES_256_GCM", "61f9c719728a", "certificate", "sRvt")));
	}

}
