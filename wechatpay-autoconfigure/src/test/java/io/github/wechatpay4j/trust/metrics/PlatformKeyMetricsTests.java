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

package io.github.wechatpay4j.trust.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.autoconfigure.WechatPayAutoConfiguration;
import io.github.wechatpay4j.autoconfigure.WechatPayKeyMetricsAutoConfiguration;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.CertificateAnswers;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.trust.PlatformKey;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

class PlatformKeyMetricsTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final TestClock clock = new TestClock();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class, WechatPayAutoConfiguration.class,
				WechatPayKeyMetricsAutoConfiguration.class))
		.withPropertyValues(TestProperties.complete("wechatpay.trust=both", "wechatpay.base-url=" + platform.url()));

	@Test
	void showsWhenCertificatesEndAndForgetsReplacedOnes() {
		PlatformKeyMetrics metrics = new PlatformKeyMetrics(this.clock);
		PlatformKey first = certificate(1);
		PlatformKey second = certificate(2);
		metrics.replaced(List.of(), List.of(first));
		metrics.bindTo(this.meters);
		assertThat(expiry(first).value())
			.isEqualTo(Duration.between(this.clock.instant(), first.notAfter()).toSeconds());
		this.clock.advance(Duration.ofDays(1));
		assertThat(expiry(first).value())
			.isEqualTo(Duration.between(this.clock.instant(), first.notAfter()).toSeconds());
		metrics.replaced(List.of(first), List.of(second));
		assertThat(expiry(first)).isNull();
		assertThat(expiry(second)).isNotNull();
	}

	@Test
	void keepsACertificateThatAnotherMerchantStillBelieves() {
		PlatformKeyMetrics metrics = new PlatformKeyMetrics(this.clock);
		metrics.bindTo(this.meters);
		metrics.replaced(List.of(), List.of(certificate(1)));
		metrics.replaced(List.of(), List.of(certificate(1)));
		metrics.replaced(List.of(certificate(1)), List.of(certificate(2)));
		assertThat(expiry(certificate(1))).isNotNull();
		metrics.replaced(List.of(certificate(1)), List.of(certificate(2)));
		assertThat(expiry(certificate(1))).isNull();
		assertThat(expiry(certificate(2))).isNotNull();
	}

	@Test
	void countsAnswersByTheKindOfTheirKey() {
		platform.clock().set(Instant.now());
		CertificateAnswers.handOut(platform, 1);
		this.contexts.withBean(MeterRegistry.class, () -> this.meters).run((context) -> {
			assertThat(count("public_key")).isZero();
			assertThat(count("certificate")).isZero();
			WechatPayClient client = context.getBean(WechatPayClient.class);
			ordersAreSigned(PlatformSigner.publicKey());
			client.execute(Calls.Prepay.of("x"));
			client.execute(Calls.Prepay.of("x"));
			ordersAreSigned(PlatformSigner.certificate(1));
			client.execute(Calls.Prepay.of("x"));
			assertThat(count("public_key")).isEqualTo(2);
			assertThat(count("certificate")).as("the download and the order").isEqualTo(2);
			assertThat(expiry(certificate(1))).isNotNull();
		});
	}

	@Test
	void worksWithoutMicrometerOnTheClassPath() {
		platform.clock().set(Instant.now());
		ordersAreSigned(PlatformSigner.publicKey());
		this.contexts.withClassLoader(new FilteredClassLoader("io.micrometer.core")).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean("wechatPayPlatformKeyMetrics");
			assertThat(context.getBean(WechatPayClient.class).execute(Calls.Prepay.of("x"))).isNotNull();
		});
	}

	private double count(String kind) {
		return this.meters.get(PlatformKeyMetrics.SIGNATURES).tag("kind", kind).functionCounter().count();
	}

	private Gauge expiry(PlatformKey key) {
		return this.meters.find(PlatformKeyMetrics.EXPIRY).tag("serial", key.id()).gauge();
	}

	private static PlatformKey certificate(int number) {
		return PlatformKey.ofCertificate(TestKeys.certificate("platform" + number + "-certificate.pem"),
				CryptoSuite.rsa());
	}

	private static void ordersAreSigned(PlatformSigner signer) {
		platform.answers(post(urlPathMatching("/v3/pay/.*")), platform.signed(200, "{\"prepay_id\":\"wx26\"}", signer));
	}

}
