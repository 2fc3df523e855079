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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.broker.BrokerHealth;
import io.github.wechatpay4j.broker.NotificationMessages;
import io.github.wechatpay4j.broker.StoredMessage;
import io.github.wechatpay4j.broker.TestBroker;
import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of notifications that a broker keeps before they are handled: a real
 * server, real HTTP and a real broker.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoredNotificationContract {

	static final Duration PATIENCE = Duration.ofMinutes(1);

	private final HttpClient http = HttpClient.newHttpClient();

	private final WebApplicationType type;

	private TestBroker broker;

	private ConfigurableApplicationContext context;

	private StoringApplication.Handlers handlers;

	StoredNotificationContract(WebApplicationType type) {
		this.type = type;
	}

	abstract TestBroker startBroker() throws Exception;

	@BeforeAll
	void start() throws Exception {
		this.broker = startBroker();
		this.context = startApplication();
		this.handlers = this.context.getBean(StoringApplication.Handlers.class);
	}

	@AfterAll
	void stop() throws Exception {
		try {
			if (this.context != null) {
				this.context.close();
			}
		}
		finally {
			if (this.broker != null) {
				this.broker.close();
			}
		}
	}

	@Test
	void acknowledgesWhatIsStoredAndHandlesIt() throws Exception {
		String order = order();
		assertThat(send(SignedNotification.paid(order))).isEqualTo(204);
		awaitHandled(order);
	}

	@Test
	void handlesADuplicateOnce() throws Exception {
		String order = order();
		long before = acknowledged();
		for (int i = 0; i < 3; i++) {
			assertThat(send(SignedNotification.paid(order))).isEqualTo(204);
		}
		await().atMost(PATIENCE).until(() -> acknowledged() >= before + 3);
		assertThat(this.handlers.handled()).containsOnlyOnce(order);
	}

	@Test
	void waitsForWhoeverHoldsTheEventWithoutCountingAttempts() throws Exception {
		String order = order();
		Claim lost = this.context.getBean(ClaimStore.class)
			.claim(TestMerchants.MCHID + ":TRANSACTION.SUCCESS::out_trade_no=" + order, Duration.ofSeconds(8));
		assertThat(lost.state()).isEqualTo(Claim.State.ACQUIRED);
		long before = heldUp();
		assertThat(send(SignedNotification.paid(order))).isEqualTo(204);
		awaitHandled(order);
		assertThat(heldUp() - before).as("more often than retry.max-attempts").isGreaterThan(3);
		assertThat(this.handlers.parked()).doesNotContain(order);
	}

	@Test
	void triesAgainWhatFailed() throws Exception {
		String order = order();
		this.handlers.failing().add(order);
		assertThat(send(SignedNotification.paid(order))).isEqualTo(204);
		await().atMost(PATIENCE).until(() -> this.handlers.attempts().contains(order));
		this.handlers.failing().remove(order);
		awaitHandled(order);
		assertThat(this.handlers.parked()).doesNotContain(order);
	}

	@Test
	void parksWhatAlwaysFailsAndHandlesItWhenItIsReplayedAfterAFix() throws Exception {
		String order = order();
		this.handlers.failing().add(order);
		SignedNotification notification = SignedNotification.paid(order);
		assertThat(send(notification)).isEqualTo(204);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.handlers.parked()).contains(order));
		assertThat(this.handlers.attempts()).filteredOn(order::equals).hasSize(3);
		assertThat(this.broker.deadLetters()).filteredOn((each) -> isSame(each, notification))
			.singleElement()
			.satisfies(
					(each) -> assertThat(each.headers()).containsEntry(NotificationMessages.REASON, "HANDLER_FAILED"));

		this.handlers.failing().remove(order);
		this.broker.replay(this.context);
		awaitHandled(order);
	}

	@Test
	void showsNoHandlerWhatWasTamperedWith() throws Exception {
		String order = order();
		StoredMessage stored = store(order);
		int handled = this.handlers.attempts().size();
		StoredMessage tampered = stored.tampered();
		this.broker.publish(tampered);
		awaitDeadLetter(tampered, "SIGNATURE");
		StoredMessage foreign = stored.withHeader(NotificationMessages.MERCHANT, "second");
		this.broker.publish(foreign);
		awaitDeadLetter(foreign, "WRONG_MERCHANT");
		StoredMessage unsigned = stored.withHeader("Wechatpay-Signature", "");
		this.broker.publish(unsigned);
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.broker.deadLetters())
				.anySatisfy((each) -> assertThat(each.headers()).containsEntry("Wechatpay-Signature", "")));
		assertThat(this.handlers.attempts()).hasSize(handled);
	}

	@Test
	void keepsWhatIsForAMerchantThatThisNodeDoesNotHave() throws Exception {
		StoredMessage nobodys = store(order()).withHeader(NotificationMessages.MERCHANT, "third");
		this.broker.publish(nobodys);
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.context.getBean(BrokerHealth.class).findings())
				.anySatisfy((finding) -> assertThat(finding.message()).contains("UNKNOWN_MERCHANT")));
		String order = order();
		assertThat(send(SignedNotification.paid(order))).isEqualTo(204);
		awaitHandled(order);
		assertThat(this.broker.deadLetters())
			.noneSatisfy((each) -> assertThat(each.headers()).containsAllEntriesOf(nobodys.headers()));
	}

	@Test
	void parksMessagesOfOthers() throws Exception {
		StoredMessage foreign = new StoredMessage("x", Map.of("foreign", UUID.randomUUID().toString()),
				"hello".getBytes(StandardCharsets.UTF_8));
		this.broker.publish(foreign);
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.broker.deadLetters())
				.anySatisfy((each) -> assertThat(each.headers()).containsAllEntriesOf(foreign.headers())));
		String order = order();
		assertThat(send(SignedNotification.paid(order))).isEqualTo(204);
		awaitHandled(order);
	}

	@Test
	void storesNothingThatIsNotBelieved() throws Exception {
		int stored = this.broker.messages().size();
		SignedNotification forged = SignedNotification.paid(order());
		forged.body()[forged.body().length - 3] ^= 1;
		assertThat(send(forged)).isEqualTo(401);
		assertThat(send(SignedNotification.of("MCHTRANSFER.BILL.FINISHED", "mch_payment", "{\"out_bill_no\":\"b1\"}")))
			.as("nobody handles it")
			.isEqualTo(500);
		assertThat(this.broker.messages().size()).isLessThanOrEqualTo(stored);
	}

	@Test
	void showsNoPlaintextToWhoLooksAtTheBroker() throws Exception {
		String order = order();
		this.handlers.failing().add(order);
		SignedNotification notification = SignedNotification.paid(order);
		assertThat(send(notification)).isEqualTo(204);
		await().atMost(PATIENCE).until(() -> this.handlers.parked().contains(order));
		List<StoredMessage> all = Stream.of(this.broker.messages(), this.broker.deadLetters())
			.flatMap(List::stream)
			.toList();
		assertThat(all).anyMatch((each) -> isSame(each, notification));
		assertThat(all).extracting(StoredMessage::text)
			.allSatisfy(
					(text) -> assertThat(text).doesNotContain("secret-openid", "payer_total", ":1800", "told to fail"));
	}

	@Test
	void losesNothingWhileTheBrokerIsDown() throws Exception {
		String before = order();
		this.handlers.failing().add(before);
		assertThat(send(SignedNotification.paid(before))).isEqualTo(204);
		await().atMost(PATIENCE).until(() -> this.handlers.attempts().contains(before));
		String during = order();
		this.broker.stop();
		try {
			assertThat(send(SignedNotification.paid(during))).as("not stored").isEqualTo(503);
		}
		finally {
			this.handlers.failing().remove(before);
			this.broker.start();
		}
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(send(SignedNotification.paid(during))).isEqualTo(204));
		awaitHandled(during);
		await().atMost(PATIENCE)
			.untilAsserted(
					() -> assertThat(Stream.concat(this.handlers.handled().stream(), this.handlers.parked().stream()))
						.contains(before));
	}

	private StoredMessage store(String order) throws Exception {
		SignedNotification notification = SignedNotification.paid(order);
		this.handlers.failing().add(order);
		assertThat(send(notification)).isEqualTo(204);
		await().atMost(PATIENCE).until(() -> this.handlers.parked().contains(order));
		StoredMessage stored = this.broker.deadLetters()
			.stream()
			.filter((each) -> isSame(each, notification))
			.findFirst()
			.orElseThrow();
		Map<String, String> headers = new LinkedHashMap<>(stored.headers());
		headers.keySet().retainAll(NotificationMessages.HEADERS);
		return new StoredMessage(stored.key(), headers, stored.body());
	}

	private void awaitDeadLetter(StoredMessage message, String reason) {
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.broker.deadLetters()).anySatisfy((each) -> {
			assertThat(each.headers()).containsAllEntriesOf(message.headers())
				.containsEntry(NotificationMessages.REASON, reason);
			assertThat(each.body()).isEqualTo(message.body());
		}));
	}

	private long acknowledged() {
		return outcomes().filter(NotificationOutcome.class::isInstance).count();
	}

	private long heldUp() {
		return outcomes()
			.filter((each) -> each instanceof NotificationRejectedException rejection
					&& rejection.reason() == NotificationRejectedException.Reason.IN_PROGRESS)
			.count();
	}

	private Stream<Object> outcomes() {
		return this.context.getBean(StoringApplication.Outcomes.class).all().stream();
	}

	private static boolean isSame(StoredMessage message, SignedNotification notification) {
		return Arrays.equals(message.body(), notification.body())
				&& message.headers().entrySet().containsAll(notification.headers().entrySet());
	}

	private void awaitHandled(String order) {
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.handlers.handled()).containsOnlyOnce(order));
	}

	TestBroker broker() {
		return this.broker;
	}

	StoringApplication.Handlers handlers() {
		return this.handlers;
	}

	int send(SignedNotification notification) throws IOException, InterruptedException {
		URI address = URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port")
				+ "/wechatpay/notifications");
		HttpResponse<String> answer = this.http.send(notification.to(address), BodyHandlers.ofString());
		return answer.statusCode();
	}

	static String order() {
		return UUID.randomUUID().toString().replace("-", "");
	}

	private ConfigurableApplicationContext startApplication() {
		SpringApplication application = new SpringApplication(StoringApplication.class);
		application.setWebApplicationType(this.type);
		return application.run(Stream
			.of(TestProperties.merchant("wechatpay", TestMerchants.MCHID),
					TestProperties.merchant("wechatpay.merchants.second", "1900000002"), this.broker.properties(),
					List.of("server.port=0", "server.address=127.0.0.1", "wechatpay.notification.lease=20s",
							"wechatpay.notification.answer-within=10s", "wechatpay.notification.retry.max-attempts=3",
							"wechatpay.notification.retry.initial-backoff=200ms",
							"wechatpay.notification.retry.max-backoff=400ms"))
			.flatMap(List::stream)
			.map((property) -> "--" + property)
			.toArray(String[]::new));
	}

}
