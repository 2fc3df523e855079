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

package io.github.wechatpay4j.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.delivery.NotificationReply.Header;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.notification.AnsweringHandler;
import io.github.wechatpay4j.notification.NotificationHandlers;
import io.github.wechatpay4j.notification.NotificationObserver;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.notification.NotificationType;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.Pipelines;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AnswersTests {

	private static final NotificationType FEE = NotificationType.of(Question.class, "FEE.ASKED")
		.answer(Fee.class.getName())
		.build();

	private static final NotificationType ORDER = NotificationType.of(Order.class, "ORDER.PUSHED")
		.signedAnswer(Fee.class.getName())
		.build();

	private static final NotificationTypes TYPES = new NotificationTypes(List.of(FEE, ORDER));

	private final List<String> asked = new ArrayList<>();

	record Question(String plate) {
	}

	record Order(String plate) {
	}

	record Fee(String code, Long totalAmount, @Nullable String note) {
	}

	record Loop(String code, @Nullable Object self) {

		@Override
		public Object self() {
			throw new IllegalStateException("cannot be read");
		}

	}

	@Test
	void writesTheFieldsOfTheAnswerAsTheProtocolDoes() {
		NotificationReply reply = ask("FEE.ASKED",
				subscription(Question.class, Fee.class, (question) -> new Fee("SUCCESS", 1500L, null)));
		assertThat(reply.outcome()).isEqualTo(NotificationOutcome.ANSWERED);
		assertThat(reply.content()).asString(StandardCharsets.UTF_8)
			.isEqualTo("{\"code\":\"SUCCESS\",\"total_amount\":1500}");
		assertThat(reply.headers()).isEmpty();
	}

	@Test
	void signsTheExactBytesWhereThePlatformWantsThat() throws GeneralSecurityException {
		NotificationSubscription<?> handler = subscription(Order.class, Fee.class,
				(order) -> new Fee("SUCCESS", 1500L, "停车"));
		NotificationReply reply = ask("ORDER.PUSHED", handler);
		Authorization authorization = authorization(reply);
		assertThat(authorization.mchid()).isEqualTo(TestMerchants.MCHID);
		assertThat(authorization.serial()).isEqualTo(TestMerchants.SERIAL);
		assertThat(authorization.timestamp()).isEqualTo(Long.toString(TestClock.START.getEpochSecond()));
		byte[] sent = reply.content();
		assertThat(authorization.isSignatureOfAnswer(TestKeys.MERCHANT.getPublic(), sent)).isTrue();
		assertThat(authorization.isSignatureOfAnswer(TestKeys.PLATFORM.getPublic(), sent)).isFalse();
		sent[sent.length / 2] ^= 1;
		assertThat(authorization.isSignatureOfAnswer(TestKeys.MERCHANT.getPublic(), sent)).isFalse();
		assertThat(authorization(ask("ORDER.PUSHED", handler)).nonce()).isNotEqualTo(authorization.nonce());
	}

	@Test
	void signsWhatAnUntypedHandlerAnswersToo() throws GeneralSecurityException {
		NotificationReply reply = ask("ORDER.PUSHED", new NotificationSubscription<>(JsonNode.class, List.of("ORDER.*"),
				answering((order) -> new Fee("FAIL", 0L, null)), "handler", Fee.class));
		assertThat(authorization(reply).isSignatureOfAnswer(TestKeys.MERCHANT.getPublic(), reply.content())).isTrue();
	}

	@Test
	void asksTheHandlerAgainWheneverThePlatformDoes() {
		NotificationProcessor processor = processor(subscription(Question.class, Fee.class, (question) -> {
			this.asked.add(question.plate());
			return new Fee("SUCCESS", (long) this.asked.size(), null);
		}));
		for (int i = 1; i <= 3; i++) {
			assertThat(processor.process(Merchant.DEFAULT_NAME, delivery("FEE.ASKED").received()).content())
				.asString(StandardCharsets.UTF_8)
				.endsWith("\"total_amount\":" + i + "}");
		}
		assertThat(this.asked).containsExactly("B12345", "B12345", "B12345");
	}

	@Test
	void countsAnAnswerThatIsNotThereAsAFailure() {
		refuses(subscription(Question.class, Fee.class, (question) -> null));
	}

	@Test
	void countsAHandlerThatFailsAsAFailure() {
		refuses(subscription(Question.class, Fee.class, (question) -> {
			throw new IllegalStateException("the database is gone");
		}));
	}

	@Test
	void acknowledgesNothingThatCannotBeWritten() {
		NotificationSubscription<?> handler = new NotificationSubscription<>(JsonNode.class, List.of("FEE.*"),
				answering((question) -> new Loop("SUCCESS", null)), "handler", Loop.class);
		assertThatIllegalArgumentException().isThrownBy(() -> ask("FEE.ASKED", handler))
			.withMessageStartingWith("'self' of a Loop cannot be written as JSON");
	}

	@Test
	void refusesHandlersThatAnswerSomethingElseNamingWhatIsRight() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> processor(subscription(Question.class, Order.class, (question) -> null)))
			.withMessage(
					"handler has to return a " + Fee.class.getName() + ": the answer to a Question carries its fields");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> processor(
					new NotificationSubscription<>(Question.class, List.of(), (question) -> this.asked.add("?"), "h")))
			.withMessage("h has to return a " + Fee.class.getName() + ": the answer to a Question carries its fields");
	}

	private void refuses(NotificationSubscription<?> handler) {
		assertThatExceptionOfType(NotificationRejectedException.class).isThrownBy(() -> ask("FEE.ASKED", handler))
			.withMessageStartingWith("handler failed on ")
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(Reason.HANDLER_FAILED);
				assertThat(ex.status()).isEqualTo(500);
			});
	}

	private static Authorization authorization(NotificationReply reply) {
		assertThat(reply.headers()).extracting(Header::name).containsExactly("Authorization");
		return Authorization.parse(reply.headers().get(0).value());
	}

	private static Delivery delivery(String event) {
		return Delivery.of("EV-1", event, "any", "{\"plate\":\"B12345\"}");
	}

	private static NotificationReply ask(String event, NotificationSubscription<?> handler) {
		return processor(handler).process(Merchant.DEFAULT_NAME, delivery(event).received());
	}

	private static NotificationProcessor processor(NotificationSubscription<?> handler) {
		return new Pipelines(new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), new TestClock(), TYPES)
			.direct(new NotificationHandlers(List.of(handler), TYPES), new CaffeineClaimStore(), false,
					NotificationObserver.none());
	}

	private static <T> NotificationSubscription<T> subscription(Class<T> payload, Class<?> answer,
			Function<T> function) {
		return new NotificationSubscription<>(payload, List.of(), answering(function), "handler", answer);
	}

	private static <T> AnsweringHandler<T, Object> answering(Function<T> function) {
		return (notification) -> function.apply(notification.payload());
	}

	private interface Function<T> {

		@Nullable Object apply(T payload);

	}

}
