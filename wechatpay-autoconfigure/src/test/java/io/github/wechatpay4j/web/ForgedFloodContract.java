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

package io.github.wechatpay4j.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import io.github.wechatpay4j.testing.CertificateAnswers;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.web.admission.SourceLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a flood of forged notifications costs: never a call to anybody, and afterwards, or
 * from elsewhere meanwhile, genuine ones are taken.
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class ForgedFloodContract {

	private static final int FLOOD = 2000;

	private static final int SENDERS = 8;

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final WebApplicationType type;

	ForgedFloodContract(WebApplicationType type) {
		this.type = type;
	}

	@Test
	void callsNobodyWithThePublicKey(CapturedOutput output) throws Exception {
		try (NotificationServer server = start(NotificationApplication.class, "wechatpay.trust=auto")) {
			assertThat(flood(server)).isEqualTo(Map.of(401, FLOOD));
			assertThat(platform.requests()).isEmpty();
			assertThat(server.refused("SIGNATURE")).isEqualTo(FLOOD);
			assertThat(output.toString().lines().filter((line) -> line.contains("refused with 401")))
				.as("lines in the log")
				.hasSizeLessThan(FLOOD / 2);
			assertThat(server.send(SignedNotification.paid("1")).statusCode()).isEqualTo(204);
			assertThat(server.bean(RecordingListener.class).paid()).hasSize(1);
		}
	}

	@Test
	void downloadsCertificatesOnceForAllOfThem() throws Exception {
		platform.clock().set(Instant.now());
		CertificateAnswers.handOut(platform, 1, 2);
		try (NotificationServer server = start(NotificationApplication.class, "wechatpay.trust=certificates")) {
			long start = System.nanoTime();
			assertThat(flood(server)).isEqualTo(Map.of(401, FLOOD));
			SignedNotification genuine = SignedNotification.paid("1");
			genuine.headers().putAll(PlatformSigner.certificate(1).headers(genuine.body(), Instant.now()));
			assertThat(server.send(genuine).statusCode()).isEqualTo(204);
			// An unknown serial number may ask anew once a minute, however many there are
			long minutes = Duration.ofNanos(System.nanoTime() - start).toMinutes();
			assertThat(CertificateAnswers.downloads(platform)).isBetween(1L, 1 + minutes);
			assertThat(platform.requests()).hasSize((int) CertificateAnswers.downloads(platform));
		}
	}

	@Test
	void readsNoMoreThanTheLimitAndStillTakesGenuineOnes() throws Exception {
		try (NotificationServer server = start(LimitedApplication.class)) {
			Map<Integer, Integer> answers = flood(server);
			assertThat(answers).containsOnlyKeys(401, 429);
			assertThat(answers.get(401)).isBetween(LimitedApplication.LIMIT, LimitedApplication.LIMIT + SENDERS);
			assertThat(server.refused("TOO_MANY")).isEqualTo(FLOOD - answers.get(401));
			assertThat(server.sendFrom("127.0.0.2", SignedNotification.paid("1"))).as("from elsewhere").isEqualTo(204);
			assertThat(server.send(SignedNotification.paid("2")).statusCode()).as("comes again").isEqualTo(429);
			server.bean(AtomicLong.class).addAndGet(Duration.ofSeconds(20).toNanos());
			assertThat(server.send(SignedNotification.paid("2")).statusCode()).isEqualTo(204);
			assertThat(platform.requests()).isEmpty();
		}
	}

	private NotificationServer start(Class<?> application, String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.add("wechatpay.base-url=" + platform.url());
		return new NotificationServer(this.type, application, all.toArray(String[]::new));
	}

	/** The answers, counted by status. */
	private static Map<Integer, Integer> flood(NotificationServer server) throws Exception {
		SignedNotification genuine = SignedNotification.paid("forged");
		Random random = new Random(20261125);
		List<Callable<Integer>> sendings = new ArrayList<>();
		for (int i = 0; i < FLOOD; i++) {
			SignedNotification forged = forged(genuine, random, i);
			sendings.add(() -> server.send(forged).statusCode());
		}
		Map<Integer, Integer> answers = new TreeMap<>();
		ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
		try {
			for (Future<Integer> status : senders.invokeAll(sendings)) {
				answers.merge(status.get(), 1, Integer::sum);
			}
		}
		finally {
			senders.shutdownNow();
		}
		return answers;
	}

	/** Under a trusted key's name, under an unknown one's, and under a serial number. */
	private static SignedNotification forged(SignedNotification genuine, Random random, int number) {
		byte[] signature = new byte[256];
		random.nextBytes(signature);
		String unknown = "%016x%016x".formatted(random.nextLong(), random.nextLong()).toUpperCase(Locale.ROOT);
		Map<String, String> headers = new HashMap<>(genuine.headers());
		headers.put("Wechatpay-Signature", Base64.getEncoder().encodeToString(signature));
		if (number % 3 != 0) {
			headers.put("Wechatpay-Serial", ((number % 3 == 1) ? "PUB_KEY_ID_" : "") + unknown);
		}
		return new SignedNotification(headers, genuine.body());
	}

	/** With a limit that goes by the test's clock. */
	@Configuration(proxyBeanMethods = false)
	@Import(NotificationApplication.class)
	static class LimitedApplication {

		static final int LIMIT = 100;

		@Bean
		AtomicLong nanos() {
			return new AtomicLong();
		}

		@Bean
		SourceLimit limit(AtomicLong nanos) {
			return new SourceLimit(LIMIT, Duration.ofSeconds(10), nanos::get);
		}

	}

}
