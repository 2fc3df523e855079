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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.ScriptedSource;
import io.github.wechatpay4j.testing.TestClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a trust shows of itself, and what its listeners hear.
 */
class TrustKeysTests {

	private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

	private final TestClock clock = new TestClock();

	private final ScriptedSource source = new ScriptedSource();

	private final Recorder recorder = new Recorder();

	private final Trust certificates = Trust.certificates(this.source, CryptoSuite.rsa(), this.clock,
			CertificateRefresh.none(this.clock::nanoTime), this.recorder);

	@Test
	void showsKeysWithoutDownloadingAny() {
		Trust both = Trust.either(PlatformSigner.trust(), this.certificates);
		assertThat(both.keys()).extracting(PlatformKey::id).containsExactly(PlatformSigner.PUBLIC_KEY_ID);
		assertThat(this.source.downloads()).isZero();
		this.source.then(1, 2);
		this.certificates.current().block();
		assertThat(both.keys()).extracting(PlatformKey::id)
			.containsExactlyInAnyOrder(PlatformSigner.PUBLIC_KEY_ID, PlatformSigner.serial(1),
					PlatformSigner.serial(2));
		assertThat(this.certificates.keys()).allSatisfy((key) -> assertThat(key.notAfter()).isNotNull());
	}

	@Test
	void tellsWhatWasReplaced() {
		this.source.then(1).then(2);
		this.certificates.current().block();
		this.clock.advance(Duration.ofMinutes(1));
		this.certificates.find(PlatformSigner.serial(2)).block();
		assertThat(this.recorder.events).containsExactly("[] -> [" + PlatformSigner.serial(1) + "]",
				"[" + PlatformSigner.serial(1) + "] -> [" + PlatformSigner.serial(2) + "]");
	}

	@Test
	void tellsWhichKindOfKeyVerified() {
		this.source.then(1);
		SignatureVerifier verifier = new SignatureVerifier(this.clock, this.recorder);
		verifier.verify(message(PlatformSigner.certificate(1)), this.certificates).block();
		verifier.verify(message(PlatformSigner.publicKey()), PlatformSigner.trust()).block();
		assertThat(this.recorder.verified).containsExactly(PlatformKey.Kind.CERTIFICATE, PlatformKey.Kind.PUBLIC_KEY);
	}

	@Test
	void tellsNothingOfABadSignature() {
		SignatureVerifier verifier = new SignatureVerifier(this.clock, this.recorder);
		Map<String, String> headers = PlatformSigner.publicKey()
			.headers("other".getBytes(StandardCharsets.UTF_8), this.clock.instant());
		assertThatExceptionOfType(SignatureException.class)
			.isThrownBy(() -> verifier.verify(SignedMessage.of(headers::get, BODY), PlatformSigner.trust()).block());
		assertThat(this.recorder.verified).isEmpty();
	}

	@Test
	void believesWhateverAListenerThrows() {
		TrustListener broken = new TrustListener() {

			@Override
			public void verified(PlatformKey key) {
				throw new IllegalStateException("broken");
			}

			@Override
			public void replaced(Collection<PlatformKey> before, Collection<PlatformKey> after) {
				throw new IllegalStateException("broken");
			}

		};
		this.source.then(1);
		Trust trust = Trust.certificates(this.source, CryptoSuite.rsa(), this.clock,
				CertificateRefresh.none(this.clock::nanoTime), broken);
		SignatureVerifier verifier = new SignatureVerifier(this.clock,
				TrustListener.all(List.of(broken, this.recorder)));
		assertThat(verifier.verify(message(PlatformSigner.certificate(1)), trust).block()).isNotNull();
		assertThat(this.recorder.verified).as("the others hear it").hasSize(1);
	}

	private SignedMessage message(PlatformSigner signer) {
		Map<String, String> headers = signer.headers(BODY, this.clock.instant());
		return SignedMessage.of(headers::get, BODY);
	}

	private static final class Recorder implements TrustListener {

		private final List<PlatformKey.Kind> verified = new ArrayList<>();

		private final List<String> events = new ArrayList<>();

		@Override
		public void verified(PlatformKey key) {
			this.verified.add(key.kind());
		}

		@Override
		public void replaced(Collection<PlatformKey> before, Collection<PlatformKey> after) {
			this.events.add(ids(before) + " -> " + ids(after));
		}

		private static List<String> ids(Collection<PlatformKey> keys) {
			return keys.stream().map(PlatformKey::id).toList();
		}

	}

}
