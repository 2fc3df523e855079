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

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.PlatformKeyUnavailableException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.ScriptedSource;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestTrust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

class CertificateTrustTests {

	private static final String FIRST = PlatformSigner.serial(1);

	private static final String SECOND = PlatformSigner.serial(2);

	private static final TransportException FAILURE = new TransportException("Certificates.download",
			TransportException.Phase.CONNECTING, null);

	private final TestClock clock = new TestClock();

	private final ScriptedSource source = new ScriptedSource();

	private final Trust trust = TestTrust.certificates(this.source, CryptoSuite.rsa(), this.clock);

	@Test
	void downloadsNothingBeforeAKeyIsNeeded() {
		assertThat(this.trust.find(FIRST)).isNotNull();
		assertThat(this.trust.current()).isNotNull();
		assertThat(this.source.downloads()).isZero();
	}

	@Test
	void downloadsOnceAndKeepsWhatItGot() {
		this.source.then(1);
		PlatformKey key = this.trust.find(FIRST).block();
		assertThat(key.id()).isEqualTo(FIRST);
		assertThat(key.kind()).isEqualTo(PlatformKey.Kind.CERTIFICATE);
		assertThat(key.notAfter())
			.isEqualTo(TestKeys.certificate("platform1-certificate.pem").getNotAfter().toInstant());
		this.clock.advance(Duration.ofDays(100));
		assertThat(this.trust.find(FIRST).block()).isSameAs(key);
		assertThat(this.trust.current().block()).isSameAs(key);
		assertThat(this.source.downloads()).isOne();
	}

	@Test
	void namesTheCertificateThatLastsLongestInRequests() {
		this.source.then(1, 2);
		assertThat(this.trust.current().block().id()).isEqualTo(SECOND);
		assertThat(this.trust.find(FIRST).block().id()).isEqualTo(FIRST);
	}

	@Test
	void refreshesWhenAnUnknownSerialIsNamed() {
		this.source.then(1).then(1, 2);
		assertThat(this.trust.find(FIRST).block()).isNotNull();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.trust.find(SECOND).block().id()).isEqualTo(SECOND);
		assertThat(this.source.downloads()).isEqualTo(2);
	}

	@Test
	void refreshesForStrangersAtMostOnceAMinute() {
		this.source.then(1).then(1).then(1);
		assertThat(this.trust.find(FIRST).block()).isNotNull();
		for (int second = 0; second < 120; second++) {
			assertThat(this.trust.find("STRANGER" + second).block()).isNull();
			this.clock.advance(Duration.ofSeconds(1));
		}
		assertThat(this.source.downloads()).as("at the start and after a minute").isEqualTo(2);
	}

	@Test
	void leavesOutACertificateOfAnUnknownKind() {
		this.source.then(Mono.just(List.of(TestKeys.certificate("ec-certificate.pem"),
				TestKeys.certificate("platform1-certificate.pem"))));
		assertThat(this.trust.find(FIRST).block()).isNotNull();
		assertThat(this.trust.find("1B").block()).isNull();
	}

	@Test
	void doesNotBelieveACertificateLongBeforeItBegins() {
		Instant begin = TestKeys.certificate("platform1-certificate.pem").getNotBefore().toInstant();
		this.source.then(1).then(1);
		this.clock.set(begin.minus(Duration.ofMinutes(6)));
		assertThat(this.trust.find(FIRST).block()).isNull();
		this.clock.set(begin.minus(Duration.ofMinutes(4)));
		assertThat(this.trust.find(FIRST).block()).as("clocks differ").isNotNull();
	}

	@Test
	void keepsTheLastGoodSetWhenARefreshFails() {
		this.source.then(1).then(Mono.error(FAILURE)).then(Mono.just(List.of())).then(1, 2);
		PlatformKey key = this.trust.find(FIRST).block();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.trust.find(SECOND).block()).as("the refresh failed").isNull();
		assertThat(this.trust.find(FIRST).block()).isSameAs(key);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.trust.find(SECOND).block()).as("the refresh gave nothing").isNull();
		assertThat(this.trust.find(FIRST).block()).isSameAs(key);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.trust.find(SECOND).block()).isNotNull();
		assertThat(this.source.downloads()).isEqualTo(4);
	}

	@Test
	void forgetsCertificatesThatThePlatformNoLongerHandsOut() {
		this.source.then(1).then(2).then(2);
		assertThat(this.trust.find(FIRST).block()).isNotNull();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.trust.find(SECOND).block()).isNotNull();
		assertThat(this.trust.find(FIRST).block()).isNull();
	}

	@Test
	void doesNotBelieveAnExpiredCertificate() {
		this.source.then(1, 2).then(1, 2);
		PlatformKey first = this.trust.find(FIRST).block();
		this.clock.set(first.notAfter().minusSeconds(1));
		assertThat(this.trust.find(FIRST).block()).isNotNull();
		this.clock.set(first.notAfter());
		assertThat(this.trust.find(FIRST).block()).isNull();
		assertThat(this.trust.current().block().id()).isEqualTo(SECOND);
	}

	@Test
	void saysWhatToConfigureWhenNoCertificateIsValid() {
		this.source.then(1).then(1);
		this.clock.set(this.trust.find(FIRST).block().notAfter());
		assertThatExceptionOfType(KeyMaterialException.class).isThrownBy(() -> this.trust.current().block())
			.withMessageContaining("There is no platform certificate that is valid now.")
			.withMessageContaining("wechatpay.public-key");
		assertThat(this.source.downloads()).as("an expired one is a reason to look for another").isEqualTo(2);
	}

	@Test
	void passesTheFailureOfTheFirstDownloadOnAndRecovers() {
		this.source.then(Mono.error(FAILURE)).then(1);
		assertThatExceptionOfType(PlatformKeyUnavailableException.class)
			.isThrownBy(() -> this.trust.find(FIRST).block());
		this.clock.advance(Duration.ofSeconds(4));
		assertThatExceptionOfType(PlatformKeyUnavailableException.class).as("too soon, but the reason is the same")
			.isThrownBy(() -> this.trust.current().block());
		assertThatExceptionOfType(PlatformKeyUnavailableException.class).as("not taken for a forgery")
			.isThrownBy(() -> this.trust.find(FIRST).block());
		assertThat(catchThrowable(() -> this.trust.find(FIRST).block())).as("everybody has an exception of their own")
			.isNotSameAs(catchThrowable(() -> this.trust.find(FIRST).block()));
		assertThat(FAILURE.getSuppressed()).isEmpty();
		assertThat(this.source.downloads()).isOne();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.trust.find(FIRST).block()).isNotNull();
		assertThat(this.source.downloads()).isEqualTo(2);
	}

	@Test
	void neverDownloadsForTheIdOfAPublicKey() {
		assertThat(this.trust.find(PlatformSigner.PUBLIC_KEY_ID).block()).isNull();
		assertThat(this.source.downloads()).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 6, -6 })
	void downloadsAgainAMinuteLaterThoughTheClockWasCorrected(int hours) {
		this.source.then(1).then(1, 2);
		assertThat(this.trust.find(FIRST).block()).isNotNull();
		this.clock.correct(Duration.ofHours(hours));
		this.clock.advance(Duration.ofSeconds(59));
		assertThat(this.trust.find(SECOND).block()).as("strangers still cause one a minute").isNull();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.trust.find(SECOND).block()).isNotNull();
	}

	@Test
	void keepsWhatIsGoodWhenAnOlderAnswerComes() {
		this.source.then(1, 2).then(1);
		PlatformKey second = this.trust.find(SECOND).block();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.trust.find("STRANGER").block()).isNull();
		assertThat(this.trust.current().block()).isSameAs(second);
		assertThat(this.trust.find(SECOND).block()).isSameAs(second);
		assertThat(this.trust.find(FIRST).block()).isNotNull();
		assertThat(this.source.downloads()).isEqualTo(2);
	}

	@Test
	void keepsWhatIsGoodWhenAnAnswerHoldsOnlyWhatHasEnded() {
		this.source.then(1, 2).then(1);
		this.clock.set(this.trust.find(FIRST).block().notAfter());
		try (LogCapture log = new LogCapture()) {
			assertThat(this.trust.find("STRANGER").block()).isNull();
			assertThat(log.text()).contains(FIRST + " is left out: it ended at");
		}
		assertThat(this.trust.current().block().id()).isEqualTo(SECOND);
		assertThat(this.source.downloads()).isEqualTo(2);
	}

	@Test
	void keepsWhatIsGoodWhenAnAnswerHoldsOnlyWhatHasNotBegun() {
		// The second one begins a second after the first one
		Instant begin = TestKeys.certificate("platform1-certificate.pem").getNotBefore().toInstant();
		this.clock.set(begin.minus(SignatureVerifier.TOLERANCE));
		this.source.then(1).then(2);
		PlatformKey first = this.trust.find(FIRST).block();
		this.clock.advance(Duration.ofMinutes(1));
		this.clock.correct(Duration.ofMinutes(-1));
		assertThat(this.trust.find(SECOND).block()).isNull();
		assertThat(this.trust.current().block()).isSameAs(first);
		assertThat(this.trust.keys()).hasSize(2);
	}

	@Test
	void keepsWhatIsMissingFromAnAnswerThatIsNotComplete() {
		CertificateSource partly = new CertificateSource() {

			@Override
			public Mono<List<X509Certificate>> download() {
				return CertificateTrustTests.this.source.download();
			}

			@Override
			public Mono<CertificateList> fetch() {
				return download().map((certificates) -> new CertificateList(certificates, false));
			}

		};
		Trust own = TestTrust.certificates(partly, CryptoSuite.rsa(), this.clock);
		this.source.then(1).then(2);
		PlatformKey first = own.find(FIRST).block();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(own.find(SECOND).block()).isNotNull();
		assertThat(own.find(FIRST).block()).isSameAs(first);
		this.clock.set(first.notAfter());
		assertThat(own.find(FIRST).block()).as("until it ends").isNull();
	}

	@Test
	void keepsACertificateThatComesBackInAFormThatIsUnknown() {
		this.source.then(1, 2)
			.then(Mono.just(List.of(TestKeys.certificate("platform2-certificate.pem"),
					TestKeys.certificate("ec-certificate.pem"))));
		assertThat(this.trust.find(FIRST).block()).isNotNull();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.trust.find("STRANGER").block()).isNull();
		assertThat(this.trust.find(SECOND).block()).isNotNull();
	}

	@Test
	void triesAgainSoonAndSaysWhyOnceNothingIsValidAnyMore() {
		this.source.then(1).then(Mono.error(FAILURE)).then(1, 2);
		this.clock.set(this.trust.find(FIRST).block().notAfter());
		assertThatExceptionOfType(PlatformKeyUnavailableException.class).isThrownBy(() -> this.trust.current().block())
			.withCause(FAILURE);
		assertThat(this.trust.problem()).contains("cannot be downloaded").contains(FAILURE.getMessage());
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(this.trust.current().block().id()).isEqualTo(SECOND);
		assertThat(this.trust.problem()).isNull();
	}

	@Test
	void namesTheCertificatesThatAreOfNoUse() {
		this.source.then(1);
		this.clock.set(TestKeys.certificate("platform1-certificate.pem").getNotAfter().toInstant());
		assertThatExceptionOfType(KeyMaterialException.class).isThrownBy(() -> this.trust.current().block())
			.withMessageContaining("Known are " + FIRST)
			.withMessageContaining("clock");
	}

	@Test
	void knowsFormerCertificatesForWhatWasKept() {
		this.source.then(1).then(2);
		PlatformKey first = this.trust.find(FIRST).block();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.trust.find(SECOND).block()).isNotNull();
		assertThat(this.trust.findFormer(FIRST)).isSameAs(first);
		assertThat(this.trust.findFormer(SECOND)).isNotNull();
		assertThat(this.trust.findFormer("STRANGER")).isNull();
		assertThat(this.trust.keys()).extracting(PlatformKey::id).containsExactly(SECOND);
		assertThat(Trust.either(PlatformSigner.trust(), this.trust).findFormer(FIRST)).isSameAs(first);
		assertThat(this.source.downloads()).as("nothing is downloaded for what was kept").isEqualTo(2);
	}

}
