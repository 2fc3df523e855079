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

package io.github.wechatpay4j.health;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.exchange.HostState;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

class WechatPayHealthIndicatorTests {

	private static final PlatformKey CERTIFICATE = PlatformKey
		.ofCertificate(TestKeys.certificate("platform1-certificate.pem"), CryptoSuite.rsa());

	private static final Instant END = CERTIFICATE.notAfter();

	@Test
	void isWellWithAPublicKey() {
		Health health = health(PlatformSigner.trust(), END.plusSeconds(1));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("merchants", 1).doesNotContainKeys("warnings", "failures");
		assertThat(health.getDetails().get("cryptoProviders")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
	}

	@Test
	void isWellBeforeTheFirstDownload() {
		assertThat(health(new Believing(List.of()), END).getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void warnsBeforeTheLastCertificateEnds() {
		Health health = health(new Believing(List.of(CERTIFICATE)), END.minus(Duration.ofDays(29)));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails().get("warnings").toString()).contains("'default'").contains("ends at " + END);
	}

	@Test
	void isDownOnceNothingIsBelievedAnyLonger() {
		Health health = health(new Believing(List.of(CERTIFICATE)), END);
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails().get("failures").toString()).contains("ended at " + END);
	}

	@Test
	void staysUpWhileAHostCannotBeReached() {
		HostState host = new HostState(URI.create("https://api.mch.weixin.qq.com"), true, 3, END);
		Health health = new WechatPayHealthIndicator(new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())),
				() -> List.of(host), Stream::of, Clock.systemUTC())
			.health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails().get("warnings").toString()).contains("3 times");
	}

	@Test
	void namesAMerchantWhoseKeysEndedAndKeepsTheOthersInService() {
		Health health = new WechatPayHealthIndicator(
				new InMemoryMerchantRegistry(List.of(TestMerchants.merchant(),
						TestMerchants.other("shop-b", "1900000109").withTrust(new Believing(List.of(CERTIFICATE))))),
				List::of, Stream::of, Clock.fixed(END, ZoneOffset.UTC))
			.health();
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails().get("failures").toString()).contains("'shop-b'").doesNotContain("'default'");
	}

	@Test
	void namesAMerchantWhoseCertificatesCannotBeDownloaded() {
		Trust failing = new Believing(List.of()) {

			@Override
			public String problem() {
				return "platform certificates cannot be downloaded: as told";
			}

		};
		Health health = health(failing, END);
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails().get("warnings").toString())
			.contains("merchant 'default': platform certificates cannot be downloaded: as told");
	}

	@Test
	void showsWhatReportersFindByWhatItIsAbout() {
		Health health = health(() -> List.of(new HealthFinding("inbox", "does not move", false),
				new HealthFinding("inbox", "holds 3 dead letters", false)));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("inbox", List.of("does not move", "holds 3 dead letters"));
	}

	@Test
	void isDownIfAReporterSaysSo() {
		Health health = health(List::of, () -> List.of(new HealthFinding("kafka", "has no topic", true)));
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("kafka", List.of("has no topic"));
	}

	@Test
	void outlivesAReporterThatThrows() {
		Health health = health(new Throwing(), () -> List.of(new HealthFinding("kafka", "is slow", false)));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsKeys("Throwing", "kafka");
		assertThat(health.toString()).doesNotContain("secret");
	}

	private static Health health(HealthReporter... reporters) {
		return new WechatPayHealthIndicator(new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), List::of,
				() -> Stream.of(reporters), Clock.systemUTC())
			.health();
	}

	private static Health health(Trust trust, Instant now) {
		return new WechatPayHealthIndicator(new InMemoryMerchantRegistry(List.of(TestMerchants.merchant(trust))),
				List::of, Stream::of, Clock.fixed(now, ZoneOffset.UTC))
			.health();
	}

	private static final class Throwing implements HealthReporter {

		@Override
		public List<HealthFinding> findings() {
			throw new IllegalStateException("secret");
		}

	}

	private static class Believing implements Trust {

		private final List<PlatformKey> believed;

		Believing(List<PlatformKey> believed) {
			this.believed = believed;
		}

		@Override
		public Mono<PlatformKey> find(String id) {
			return Mono.error(new AssertionError("asked for a key"));
		}

		@Override
		public Mono<PlatformKey> current() {
			return Mono.error(new AssertionError("asked for a key"));
		}

		@Override
		public Collection<PlatformKey> keys() {
			return this.believed;
		}

	}

}
