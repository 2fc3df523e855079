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

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.autoconfigure.TestProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the endpoint does, whatever serves it: a real server with Spring Security's
 * default protection, and real HTTP.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
abstract class NotificationEndpointContract {

	private final HttpClient http = HttpClient.newHttpClient();

	private final WebApplicationType type;

	private ConfigurableApplicationContext context;

	private RecordingListener listener;

	private URI origin;

	NotificationEndpointContract(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() {
		SpringApplication application = new SpringApplication(NotificationApplication.class);
		application.setWebApplicationType(this.type);
		String[] properties = Stream
			.of(Stream.of(TestProperties.complete("server.port=0", "server.address=127.0.0.1",
					"wechatpay.notification.answer-within=20s", "wechatpay.notification.max-body-size=8KB",
					"spring.mvc.apiversion.use.header=API-Version",
					"spring.webflux.apiversion.use.header=API-Version")),
					TestProperties.merchant("wechatpay.merchants.second", "1900000002").stream())
			.flatMap((each) -> each)
			.map((property) -> "--" + property)
			.toArray(String[]::new);
		this.context = application.run(properties);
		this.listener = this.context.getBean(RecordingListener.class);
		this.origin = URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port"));
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@BeforeEach
	void reset() {
		this.listener.reset();
	}

	@Test
	void acknowledgesWhatWasHandledWithAnEmpty204() throws Exception {
		HttpResponse<String> answer = send(SignedNotification.paid("1001"));
		assertThat(answer.statusCode()).isEqualTo(204);
		assertThat(answer.body()).isEmpty();
		assertThat(this.listener.paid()).singleElement().satisfies((paid) -> {
			assertThat(paid.outTradeNo()).isEqualTo("1001");
			assertThat(paid.amount().total()).isEqualTo(1800);
			assertThat(paid.successTime()).hasToString("2026-11-23T10:34:56+08:00");
		});
	}

	@Test
	void handsOverTheEnvelope() throws Exception {
		assertThat(send(SignedNotification.refunded("r1")).statusCode()).isEqualTo(204);
		assertThat(this.listener.refunds()).singleElement().satisfies((refund) -> {
			assertThat(refund.id()).isEqualTo("EV-1");
			assertThat(refund.eventType()).isEqualTo("REFUND.SUCCESS");
			assertThat(refund.originalType()).isEqualTo("refund");
			assertThat(refund.summary()).isEqualTo("支付成功");
			assertThat(refund.merchant()).isEqualTo("default");
			assertThat(refund.payload().outRefundNo()).isEqualTo("r1");
			assertThat(refund.rawJson()).startsWith("{\"mchid\":");
			assertThat(refund).asString().doesNotContain("r1");
		});
	}

	@Test
	void acknowledgesADuplicateWithoutACall() throws Exception {
		send(SignedNotification.paid("1002"));
		assertThat(send(SignedNotification.paid("1002")).statusCode()).isEqualTo(204);
		assertThat(this.listener.paid()).hasSize(1);
	}

	@Test
	void answers503WhileTheSameEventIsBeingHandled() throws Exception {
		RecordingListener.Gate gate = this.listener.holdNext();
		CompletableFuture<HttpResponse<String>> first = this.http
			.sendAsync(SignedNotification.paid("1003").to(endpoint()), BodyHandlers.ofString());
		gate.awaitEntered();
		assertThat(send(SignedNotification.paid("1003")).statusCode()).isEqualTo(503);
		gate.open();
		assertThat(first.join().statusCode()).isEqualTo(204);
		assertThat(this.listener.paid()).hasSize(1);
	}

	@Test
	void answers500WhenTheHandlerFailsAndHandlesTheRepetition() throws Exception {
		this.listener.failNext();
		HttpResponse<String> answer = send(SignedNotification.paid("1004"));
		assertRefused(answer, 500);
		assertThat(answer.body()).isEqualTo("{\"code\":\"FAIL\",\"message\":\"HANDLER_FAILED\"}");
		assertThat(send(SignedNotification.paid("1004")).statusCode()).isEqualTo(204);
		assertThat(this.listener.paid()).hasSize(1);
	}

	@Test
	void answers500WhenTheHandlerEndsInAnError() throws Exception {
		this.listener.failNextWith(new NoClassDefFoundError("as told"));
		assertRefused(send(SignedNotification.paid("1014")), 500);
		assertThat(send(SignedNotification.paid("1014")).statusCode()).isEqualTo(204);
	}

	@Test
	void doesNotInterruptAHandlerWhenTheSenderHangsUp() throws Exception {
		RecordingListener.Gate gate = this.listener.holdNext();
		try (Socket sender = new Socket(this.origin.getHost(), this.origin.getPort())) {
			sender.getOutputStream().write(SignedNotification.paid("1015").raw("/wechatpay/notifications"));
			gate.awaitEntered();
			// A reset, so that the server notices at once
			sender.setSoLinger(true, 0);
		}
		assertThat(send(SignedNotification.paid("1016")).statusCode()).as("the server is alive").isEqualTo(204);
		gate.open();
		assertThat(gate.awaitEnd()).isEqualTo("passed");
		await().atMost(Duration.ofSeconds(30)).until(() -> send(SignedNotification.paid("1015")).statusCode() == 204);
		assertThat(this.listener.paid()).extracting(TransactionNotification::outTradeNo)
			.containsExactlyInAnyOrder("1016", "1015");
	}

	@Test
	void answers500WhenAnAsynchronousHandlerFails() throws Exception {
		SignedNotification complaint = SignedNotification.of("COMPLAINT.CREATE", "complaint",
				"{\"complaint_id\":\"c1\"}");
		this.listener.failNext();
		assertRefused(send(complaint), 500);
		assertThat(send(complaint).statusCode()).isEqualTo(204);
		assertThat(this.listener.complaints()).containsExactly("c1");
	}

	@Test
	void answers500WhenNobodyHandlesTheEvent() throws Exception {
		assertRefused(
				send(SignedNotification.of("MCHTRANSFER.BILL.FINISHED", "mch_payment", "{\"out_bill_no\":\"b1\"}")),
				500);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Wechatpay-Signature", "Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Serial" })
	void refusesAMissingHeader(String header) throws Exception {
		assertRefused(send(SignedNotification.paid("1005").without(header)), 400);
	}

	@Test
	void refusesAWrongSignature() throws Exception {
		SignedNotification notification = SignedNotification.paid("1006");
		notification.body()[notification.body().length - 3] ^= 1;
		assertRefused(send(notification), 401);
	}

	@Test
	void refusesTheSignatureProbeWithoutAStackTrace() throws Exception {
		assertRefused(
				send(SignedNotification.paid("1007").with("Wechatpay-Signature", "WECHATPAY/SIGNTEST/not&base64")),
				401);
	}

	@ParameterizedTest
	@ValueSource(ints = { -301, 302 })
	void refusesATimestampMoreThanFiveMinutesAway(int seconds) throws Exception {
		byte[] body = SignedNotification.paid("1008").body();
		assertRefused(send(SignedNotification.signed(body, Instant.now().plusSeconds(seconds))), 401);
	}

	@Test
	void refusesAKeyThatIsNotTrusted() throws Exception {
		assertRefused(send(SignedNotification.paid("1009").with("Wechatpay-Serial", "PUB_KEY_ID_0000")), 401);
	}

	@Test
	void refusesAnEmptyBody() throws Exception {
		assertRefused(send(SignedNotification.signed(new byte[0])), 400);
	}

	@Test
	void refusesABodyThatIsTooLarge() throws Exception {
		byte[] body = "x".repeat(8 * 1024 + 1).getBytes(StandardCharsets.UTF_8);
		assertRefused(send(SignedNotification.signed(body)), 413);
	}

	@Test
	void refusesATruncatedCiphertext() throws Exception {
		String body = new String(SignedNotification.paid("1010").body(), StandardCharsets.UTF_8);
		String truncated = body.replaceFirst("(\"ciphertext\":\"[^\"]{80})[^\"]*", "$1");
		assertRefused(send(SignedNotification.signed(truncated.getBytes(StandardCharsets.UTF_8))), 400);
	}

	@Test
	void refusesANotificationAboutAnotherMerchant() throws Exception {
		assertRefused(send(SignedNotification.paid("1011", "1900000002")), 403);
	}

	@Test
	void hasAPathForEachMerchant() throws Exception {
		assertThat(send("/wechatpay/notifications/second", SignedNotification.paid("1012", "1900000002")).statusCode())
			.isEqualTo(204);
		assertRefused(send("/wechatpay/notifications/second", SignedNotification.paid("1012")), 403);
		assertRefused(send("/wechatpay/notifications/third", SignedNotification.paid("1012")), 404);
	}

	@Test
	void keepsAStrangersNameOutOfTheLog(CapturedOutput output) throws Exception {
		HttpResponse<String> answer = send("/wechatpay/notifications/x%0A2026-01-01%20WARN%20forged",
				SignedNotification.paid("1017"));
		assertThat(answer.statusCode()).isBetween(400, 499);
		assertThat(output).doesNotContain("forged");
	}

	@Test
	void refusesEveryMutation() throws Exception {
		long seed = 20261123;
		Random random = new Random(seed);
		for (int i = 0; i < 200; i++) {
			SignedNotification notification = SignedNotification.paid("2000");
			byte[] body = notification.body();
			int at = random.nextInt(body.length);
			byte[] mutated = random.nextBoolean() ? Arrays.copyOf(body, at) : body.clone();
			if (mutated.length == body.length) {
				mutated[at] ^= (byte) (1 << random.nextInt(8));
			}
			int status = send(new SignedNotification(notification.headers(), mutated)).statusCode();
			assertThat(status).as("seed %d, mutation %d", seed, i).isBetween(400, 499);
		}
		assertThat(this.listener.paid()).isEmpty();
	}

	@Test
	void leavesTheRestOfTheApplicationProtected() throws Exception {
		assertThat(get("/hello").statusCode()).isEqualTo(401);
		assertThat(get("/wechatpay/notifications").statusCode()).isEqualTo(401);
		assertThat(send("/wechatpay/notifications/second/more", SignedNotification.paid("1013")).statusCode()).isIn(401,
				403);
	}

	private static void assertRefused(HttpResponse<String> answer, int status) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(answer.body()).startsWith("{\"code\":\"FAIL\",\"message\":\"").doesNotContain("Exception");
	}

	private URI endpoint() {
		return this.origin.resolve("/wechatpay/notifications");
	}

	private HttpResponse<String> send(SignedNotification notification) throws IOException, InterruptedException {
		return this.http.send(notification.to(endpoint()), BodyHandlers.ofString());
	}

	private HttpResponse<String> send(String path, SignedNotification notification)
			throws IOException, InterruptedException {
		return this.http.send(notification.to(this.origin.resolve(path)), BodyHandlers.ofString());
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.origin.resolve(path)).timeout(Duration.ofSeconds(30)).build();
		return this.http.send(request, BodyHandlers.ofString());
	}

}
