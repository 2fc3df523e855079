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

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who may have a notification read, and how many at a time.
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class NotificationAdmissionContract {

	private static final String HERE = "127.0.0.1";

	private static final String ELSEWHERE = "127.0.0.2";

	private final WebApplicationType type;

	NotificationAdmissionContract(WebApplicationType type) {
		this.type = type;
	}

	@Test
	void readsNothingFromSourcesThatAreNotAllowed(CapturedOutput output) throws Exception {
		try (NotificationServer server = start("wechatpay.notification.sources.allow=wechatpay," + ELSEWHERE)) {
			assertThat(server.sendFrom(ELSEWHERE, SignedNotification.paid("1"))).isEqualTo(204);
			int before = output.length();
			assertThat(server.announce(HERE, "Content-Length: 100\r\n")).as("without its body").isEqualTo(403);
			assertThat(output.toString().substring(before).lines()).singleElement()
				.asString()
				.contains("from 127.0.0.1 refused with 403", "wechatpay.notification.sources.allow");
			assertThat(server.counted(Map.of("reason", "FORBIDDEN_SOURCE", "merchant", "none"))).isOne();
			assertThat(server.counted(Map.of())).isEqualTo(2);
			assertThat(server.send(SignedNotification.paid("2")).body())
				.isEqualTo("{\"code\":\"FAIL\",\"message\":\"FORBIDDEN_SOURCE\"}");
		}
	}

	@ParameterizedTest
	@CsvSource({ ", 403", "none, 403", "framework, 204", "native, 204" })
	void believesForwardedAddressesOnlyWhereSpringDoes(String strategy, int status) throws Exception {
		try (NotificationServer server = start("wechatpay.notification.sources.allow=203.0.113.0/24",
				"server.forward-headers-strategy=" + ((strategy != null) ? strategy : ""))) {
			assertThat(server.send(forwarded("1", "203.0.113.7")).statusCode()).isEqualTo(status);
			assertThat(server.send(forwarded("2", "198.51.100.7")).statusCode()).isEqualTo(403);
			assertThat(server.send(forwarded("3", "not-an-address")).statusCode()).isEqualTo(403);
		}
	}

	@Test
	void limitsASourceThatForgesWhateverItClaimsToBe(CapturedOutput output) throws Exception {
		try (NotificationServer server = start("wechatpay.notification.limit-per-source=5",
				"wechatpay.notification.limit-per-source-window=1h")) {
			for (int i = 0; i < 5; i++) {
				SignedNotification forged = forwarded("1", "203.0.113." + i).with("Wechatpay-Serial", "PUB_KEY_ID_0");
				assertThat(server.send(forged).statusCode()).isEqualTo(401);
			}
			int before = output.length();
			assertThat(server.announce(HERE, "Content-Length: 100\r\nX-Forwarded-For: 203.0.113.99\r\n"))
				.as("without its body")
				.isEqualTo(429);
			assertThat(output.toString().substring(before).lines()).singleElement()
				.asString()
				.contains("from 127.0.0.1 refused with 429", "wechatpay.notification.limit-per-source");
			assertThat(server.refused("TOO_MANY")).isOne();
			assertThat(server.counted(Map.of())).isEqualTo(6);
			assertThat(server.sendFrom(ELSEWHERE, SignedNotification.paid("1"))).as("another source").isEqualTo(204);
		}
	}

	@Test
	void neverLimitsWhereGenuineNotificationsComeFrom() throws Exception {
		try (NotificationServer server = start("wechatpay.notification.limit-per-source=5",
				"wechatpay.notification.limit-per-source-window=1h")) {
			for (int i = 0; i < 20; i++) {
				assertThat(server.send(SignedNotification.paid("1" + i)).statusCode()).isEqualTo(204);
			}
			for (int i = 0; i < 20; i++) {
				assertThat(server.send(SignedNotification.paid("2").with("Wechatpay-Serial", "1")).statusCode())
					.isEqualTo(401);
			}
			assertThat(server.send(SignedNotification.paid("3")).statusCode()).isEqualTo(204);
		}
	}

	@Test
	void answers503BeyondWhatMayBeProcessedAtATimeAnd500ToWhatTakesTooLong(CapturedOutput output) throws Exception {
		try (NotificationServer server = start("wechatpay.notification.max-concurrent=1",
				"wechatpay.notification.answer-within=1s")) {
			// A first one, so that nothing is loaded while the time runs
			untilAccepted(server, "0");
			long timedOutBefore = server.refused("TIMED_OUT");
			RecordingListener listener = server.bean(RecordingListener.class);
			RecordingListener.Gate gate = listener.holdNext();
			int before = output.length();
			CompletableFuture<HttpResponse<String>> slow = server.http()
				.sendAsync(SignedNotification.paid("1").to(server.address(NotificationServer.PATH)),
						BodyHandlers.ofString());
			gate.awaitEntered();
			assertThat(server.send(SignedNotification.paid("2")).statusCode()).isEqualTo(503);
			assertThat(slow.join().statusCode()).isEqualTo(500);
			assertThat(output.toString().substring(before).lines()).satisfiesExactlyInAnyOrder(
					(line) -> assertThat(line).contains("503", "max-concurrent"),
					(line) -> assertThat(line).contains("500", "still being processed"));
			assertThat(server.refused("OVERLOADED")).isOne();
			assertThat(server.refused("TIMED_OUT")).isEqualTo(timedOutBefore + 1);
			gate.open();
			untilAccepted(server, "1");
			untilAccepted(server, "2");
			assertThat(listener.paid()).extracting((paid) -> paid.outTradeNo()).containsExactly("0", "1", "2");
		}
	}

	private static void untilAccepted(NotificationServer server, String number) {
		await().atMost(Duration.ofSeconds(60))
			.until(() -> server.send(SignedNotification.paid(number)).statusCode() == 204);
	}

	private NotificationServer start(String... properties) {
		return new NotificationServer(this.type, NotificationApplication.class, properties);
	}

	private static SignedNotification forwarded(String number, String address) {
		return SignedNotification.paid(number).with("X-Forwarded-For", address);
	}

}
