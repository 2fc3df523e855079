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

package io.github.wechatpay4j.trust.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.autoconfigure.WechatPayAutoConfiguration;
import io.github.wechatpay4j.autoconfigure.WechatPayCertificateSharingAutoConfiguration;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.limit.LocalRedis;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.CertificateAnswers;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.trust.CertificateStore;
import io.lettuce.core.RedisClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.embedded.RedisServer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.core.StringRedisTemplate;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two applications, one Redis, one download.
 */
@ExtendWith(OutputCaptureExtension.class)
class RedisCertificateStoreIntegrationTests {

	private static final String ENTRY = "wechatpay:certificates:" + TestMerchants.MCHID + ":WECHATPAY2-SHA256-RSA2048";

	private static final String LEAD = "wechatpay:certificates-download:" + TestMerchants.MCHID
			+ ":WECHATPAY2-SHA256-RSA2048";

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private static RedisServer redis;

	private static int port;

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class, WechatPayAutoConfiguration.class,
				WechatPayCertificateSharingAutoConfiguration.class));

	@BeforeAll
	static void startRedis() throws IOException {
		port = freePort();
		try {
			redis = RedisServer.newRedisServer().bind("127.0.0.1").port(port).setting("save \"\"").build();
			redis.start();
		}
		catch (IOException | RuntimeException ex) {
			redis = null;
			Assumptions.abort("Redis cannot be started here: " + ex.getMessage());
		}
	}

	@AfterAll
	static void stopRedis() throws IOException {
		if (redis != null) {
			redis.stop();
		}
	}

	@BeforeEach
	void emptyRedis() {
		application(port).run((context) -> context.getBean(StringRedisTemplate.class).delete(List.of(ENTRY, LEAD)));
		platform.clock().set(Instant.now());
		CertificateAnswers.handOut(platform, 1, 2);
		platform.answers(post(urlPathMatching("/v3/pay/.*")),
				platform.signed(200, "{\"prepay_id\":\"wx26\"}", PlatformSigner.certificate(2)));
	}

	@Test
	void downloadsOnceForTwoApplications() {
		application(port).run((first) -> {
			pay(first.getBean(WechatPayClient.class));
			application(port).run((second) -> pay(second.getBean(WechatPayClient.class)));
			StringRedisTemplate template = first.getBean(StringRedisTemplate.class);
			assertThat(template.opsForValue().get(ENTRY)).contains("ciphertext").doesNotContain("BEGIN CERTIFICATE");
			assertThat(template.getExpire(ENTRY)).isBetween(1L, 24 * 60 * 60L);
		});
		assertThat(CertificateAnswers.downloads(platform)).isOne();
	}

	@Test
	void ignoresWhatSomebodyElseHasWritten() {
		application(port).run((context) -> {
			context.getBean(StringRedisTemplate.class)
				.opsForValue()
				.set(ENTRY, CertificateAnswers.list("AnotherApiV3KeyOfSomebodyElse032", 1));
			pay(context.getBean(WechatPayClient.class));
			assertThat(CertificateAnswers.downloads(platform)).isOne();
		});
	}

	@Test
	void lendsTheDownloadToOneNodeOnly() {
		application(port).run((context) -> {
			CertificateStore store = context.getBean(CertificateStore.class);
			String key = "lead-" + System.nanoTime();
			assertThat(store.lead(key, Duration.ofSeconds(30))).isTrue();
			assertThat(store.lead(key, Duration.ofSeconds(30))).isFalse();
		});
	}

	@Test
	void worksWhileRedisIsDown(CapturedOutput output) throws IOException {
		application(freePort()).run((context) -> {
			assertThat(context).hasSingleBean(CertificateStore.class);
			pay(context.getBean(WechatPayClient.class));
			assertThat(output).contains("Platform certificates cannot be shared with other nodes just now");
		});
	}

	@Test
	void worksWhileRedisHangs(CapturedOutput output) throws Exception {
		try (LocalRedis hanging = new LocalRedis().start()) {
			RedisClient client = RedisClient.create(hanging.uri());
			client.connect().sync().clientPause(Duration.ofHours(1).toMillis());
			// Longer than any call may take
			application(hanging.port()).withPropertyValues("spring.data.redis.timeout=1m").run((context) -> {
				pay(context.getBean(WechatPayClient.class));
				assertThat(output).contains("Platform certificates cannot be shared with other nodes just now");
			});
			client.shutdown();
		}
	}

	@Test
	void worksWithoutRedisOnTheClassPath() {
		application(port).withClassLoader(new FilteredClassLoader("org.springframework.data.redis", "io.lettuce"))
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(CertificateStore.class);
				pay(context.getBean(WechatPayClient.class));
			});
	}

	@Test
	void sharesNothingWhereThatIsSwitchedOff() {
		application(port).withPropertyValues("wechatpay.certificates.shared=false")
			.run((context) -> assertThat(context).doesNotHaveBean(CertificateStore.class));
	}

	@Test
	void backsOffForAStoreOfTheApplication() {
		CertificateStore own = new RedisCertificateStore(
				new org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory());
		application(port).withBean(CertificateStore.class, () -> own)
			.run((context) -> assertThat(context.getBean(CertificateStore.class)).isSameAs(own));
	}

	private ApplicationContextRunner application(int redisPort) {
		return this.contexts
			.withPropertyValues(TestProperties.complete("wechatpay.trust=certificates",
					"wechatpay.base-url=" + platform.url(), "spring.data.redis.host=127.0.0.1"))
			.withPropertyValues("spring.data.redis.port=" + redisPort);
	}

	private static void pay(WechatPayClient client) {
		assertThat(client.execute(Calls.Prepay.of("x")).prepayId()).isEqualTo("wx26");
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
