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

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.wechatpay4j.testing.CertificateAnswers;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.trust.CertificateList;
import io.github.wechatpay4j.trust.CertificateSource;
import io.github.wechatpay4j.trust.CertificateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nodes that share downloaded certificates, over real HTTP.
 */
class SharedCertificatesTests {

	private static final String KEY = TestMerchants.MCHID + ":WECHATPAY2-SHA256-RSA2048";

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final Memory store = new Memory();

	private final CertificateSource first = node();

	private final CertificateSource second = node();

	@Test
	void downloadsOnceForTwoNodes() {
		CertificateAnswers.handOut(platform, 1, 2);
		List<X509Certificate> downloaded = this.first.download().block();
		assertThat(this.second.download().block()).isEqualTo(downloaded).hasSize(2);
		assertThat(CertificateAnswers.downloads(platform)).isOne();
	}

	@Test
	void asksThePlatformWhenANodeWantsSomethingNewer() {
		CertificateAnswers.handOut(platform, 1);
		this.first.download().block();
		this.second.download().block();
		CertificateAnswers.handOut(platform, 1, 2);
		assertThat(this.second.download().block()).as("an unknown serial was named").hasSize(2);
		assertThat(this.first.download().block()).as("and this node learns it from the other").hasSize(2);
		assertThat(CertificateAnswers.downloads(platform)).isEqualTo(2);
	}

	@Test
	void keepsOnlyWhatTheApiV3KeyOpens() {
		CertificateAnswers.handOut(platform, 1);
		this.first.download().block();
		assertThat(this.store.entries.get(KEY)).contains("ciphertext").doesNotContain("BEGIN CERTIFICATE");
		assertThat(this.store.lifetime).isEqualTo(Duration.ofHours(24));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no JSON", "{}", "{\"data\":[]}", "{\"data\":[null]}", "[]",
			"{\"data\":[{\"encrypt_certificate\":{\"nonce\":\"61f9c719728a\",\"ciphertext\":\"AAAA\"}}]}" })
	void ignoresAnEntryThatIsNone(String entry) {
		ignores(entry);
	}

	@Test
	void ignoresAnEntryUnderAnotherKey() {
		ignores(CertificateAnswers.list("AnotherApiV3KeyOfSomebodyElse032", 2));
	}

	@Test
	void ignoresAnEntryThatWasChanged() {
		String entry = CertificateAnswers.list(TestMerchants.API_V3_KEY, 2);
		int position = entry.indexOf("ciphertext") + 40;
		char other = (entry.charAt(position) == 'A') ? 'B' : 'A';
		ignores(entry.substring(0, position) + other + entry.substring(position + 1));
	}

	@Test
	void ignoresAnEntryThatHasEnded() {
		platform.clock().set(TestKeys.certificate("platform1-certificate.pem").getNotAfter().toInstant());
		this.store.entries.put(KEY, CertificateAnswers.list(TestMerchants.API_V3_KEY, 1));
		CertificateAnswers.handOut(platform, 2);
		assertThat(this.first.download().block()).containsExactly(TestKeys.certificate("platform2-certificate.pem"));
	}

	@Test
	void doesNotSpoilAGoodEntryWithAnAnswerThatHasEnded() {
		String good = CertificateAnswers.list(TestMerchants.API_V3_KEY, 2);
		this.store.entries.put(KEY, good);
		assertThat(this.first.download().block()).hasSize(1);
		platform.clock().set(TestKeys.certificate("platform1-certificate.pem").getNotAfter().toInstant());
		CertificateAnswers.handOut(platform, 1);
		assertThat(this.first.download().block()).hasSize(1);
		assertThat(this.store.entries.get(KEY)).isEqualTo(good);
	}

	@Test
	void takesWhatIsGoodOfAnEntry() {
		this.store.entries.put(KEY,
				CertificateAnswers.list(TestMerchants.API_V3_KEY, 1).replace("{\"data\":[", "{\"data\":[{},"));
		CertificateList list = this.first.fetch().block();
		assertThat(list.certificates()).containsExactly(TestKeys.certificate("platform1-certificate.pem"));
		assertThat(list.complete()).isFalse();
		assertThat(CertificateAnswers.downloads(platform)).isZero();
	}

	@Test
	void ignoresACertificateInsideOfAnotherText() {
		// What a stranger may have had encrypted as part of a notification
		String smuggled = "{\"attach\":\"" + TestKeys.text("platform2-certificate.pem") + "\"}";
		ignores("{\"data\":[" + CertificateAnswers.item(TestMerchants.API_V3_KEY, smuggled) + "]}");
	}

	@Test
	void worksWithoutTheStoreAndSaysSo() {
		CertificateAnswers.handOut(platform, 1);
		this.store.failure = new IllegalStateException("connection refused");
		try (LogCapture log = new LogCapture()) {
			assertThat(this.first.download().block()).hasSize(1);
			assertThat(log.text()).contains("cannot be shared with other nodes just now: connection refused");
		}
	}

	@Test
	void waitsForTheNodeThatDownloads() {
		this.store.leading = false;
		this.store.appearing = CertificateAnswers.list(TestMerchants.API_V3_KEY, 1);
		StepVerifier.withVirtualTime(this.first::download)
			.thenAwait(Duration.ofSeconds(2))
			.assertNext((certificates) -> assertThat(certificates).hasSize(1))
			.verifyComplete();
		assertThat(CertificateAnswers.downloads(platform)).isZero();
	}

	@Test
	void downloadsItselfWhenTheOtherNodeHasDied() {
		CertificateAnswers.handOut(platform, 1);
		this.store.leading = false;
		StepVerifier.withVirtualTime(this.first::download)
			.thenAwait(Duration.ofSeconds(6))
			.assertNext((certificates) -> assertThat(certificates).hasSize(1))
			.expectComplete()
			.verify(Duration.ofSeconds(20));
		assertThat(CertificateAnswers.downloads(platform)).isOne();
	}

	@Test
	void waitsForTheOtherNodeThoughTheStoreIsSlow() throws Exception {
		this.store.leading = false;
		this.store.appearing = CertificateAnswers.list(TestMerchants.API_V3_KEY, 1);
		// Two more questions would have been due by the time the first one is answered
		this.store.slowness = Duration.ofMillis(600);
		assertThat(this.first.download().block()).hasSize(1);
		assertThat(CertificateAnswers.downloads(platform)).isZero();
	}

	@Test
	void doesNotWaitForAStoreThatIsSilent() {
		CertificateAnswers.handOut(platform, 1);
		this.store.slowness = Duration.ofMinutes(10);
		try (LogCapture log = new LogCapture()) {
			assertThat(this.first.download().block(Duration.ofSeconds(30))).hasSize(1);
			assertThat(log.text()).contains("cannot be shared with other nodes just now");
		}
		assertThat(CertificateAnswers.downloads(platform)).isOne();
	}

	@Test
	void asksTheStoreWhereBlockingIsAllowed() {
		CertificateAnswers.handOut(platform, 1);
		this.first.download().subscribeOn(Schedulers.parallel()).block();
		assertThat(this.store.calls).hasPositiveValue();
		assertThat(this.store.callsOnEventLoops).hasValue(0);
	}

	private void ignores(String entry) {
		CertificateAnswers.handOut(platform, 1);
		this.store.entries.put(KEY, entry);
		assertThat(this.first.download().block()).containsExactly(TestKeys.certificate("platform1-certificate.pem"));
		assertThat(this.store.entries.get(KEY)).as("the others get the good one").isNotEqualTo(entry);
	}

	private CertificateSource node() {
		return platform.exchange().certificateSource(TestMerchants::credentials, this.store);
	}

	private static final class Memory implements CertificateStore {

		private final Map<String, String> entries = new ConcurrentHashMap<>();

		private final AtomicInteger calls = new AtomicInteger();

		private final AtomicInteger callsOnEventLoops = new AtomicInteger();

		private volatile Duration lifetime;

		private volatile boolean leading = true;

		private volatile RuntimeException failure;

		private volatile String appearing;

		private volatile Duration slowness = Duration.ZERO;

		@Override
		public Optional<String> load(String key) {
			if (called() > 3 && this.appearing != null) {
				return Optional.of(this.appearing);
			}
			return Optional.ofNullable(this.entries.get(key));
		}

		@Override
		public void save(String key, String entry, Duration lifetime) {
			called();
			this.lifetime = lifetime;
			this.entries.put(key, entry);
		}

		@Override
		public boolean lead(String key, Duration time) {
			called();
			return this.leading;
		}

		private int called() {
			if (Schedulers.isInNonBlockingThread()) {
				this.callsOnEventLoops.incrementAndGet();
			}
			if (this.failure != null) {
				throw this.failure;
			}
			answersLate();
			return this.calls.incrementAndGet();
		}

		private void answersLate() {
			try {
				assertThat(new CountDownLatch(1).await(this.slowness.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException("nobody waits any more", ex);
			}
		}

	}

}
