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

package io.github.wechatpay4j.trust;

import io.github.wechatpay4j.PlatformKeyUnavailableException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.ScriptedSource;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestTrust;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The gray switch: both kinds of key sign interleaved, and the merchant may roll back.
 */
class EitherTrustTests {

	private final ScriptedSource source = new ScriptedSource();

	private final Trust certificates = TestTrust.certificates(this.source, CryptoSuite.rsa(), new TestClock());

	private final Trust publicKey = PlatformSigner.trust();

	private final Trust publicKeyFirst = Trust.either(this.publicKey, this.certificates);

	private final Trust certificatesFirst = Trust.either(this.certificates, this.publicKey);

	@Test
	void believesBothKindsInEitherOrder() {
		this.source.then(1);
		for (Trust trust : new Trust[] { this.publicKeyFirst, this.certificatesFirst }) {
			assertThat(trust.find(PlatformSigner.PUBLIC_KEY_ID).block().kind()).isEqualTo(PlatformKey.Kind.PUBLIC_KEY);
			assertThat(trust.find(PlatformSigner.serial(1)).block().kind()).isEqualTo(PlatformKey.Kind.CERTIFICATE);
		}
	}

	@Test
	void namesTheKeyOfTheFirstInRequests() {
		this.source.then(1);
		assertThat(this.publicKeyFirst.current().block().kind()).isEqualTo(PlatformKey.Kind.PUBLIC_KEY);
		assertThat(this.source.downloads()).isZero();
		assertThat(this.certificatesFirst.current().block().kind()).isEqualTo(PlatformKey.Kind.CERTIFICATE);
	}

	@Test
	void neverDownloadsCertificatesForTheIdOfAPublicKey() {
		for (Trust trust : new Trust[] { this.publicKeyFirst, this.certificatesFirst }) {
			assertThat(trust.find(PlatformSigner.PUBLIC_KEY_ID).block()).isNotNull();
			assertThat(trust.find("PUB_KEY_ID_OF_SOMEBODY_ELSE").block()).isNull();
		}
		assertThat(this.source.downloads()).isZero();
	}

	@Test
	void believesThePublicKeyWhileCertificatesCannotBeDownloaded() {
		this.source.then(
				Mono.error(new TransportException("Certificates.download", TransportException.Phase.CONNECTING, null)));
		assertThatExceptionOfType(PlatformKeyUnavailableException.class)
			.isThrownBy(() -> this.certificatesFirst.find(PlatformSigner.serial(1)).block());
		assertThat(this.certificatesFirst.find(PlatformSigner.PUBLIC_KEY_ID).block()).isNotNull();
	}

}
