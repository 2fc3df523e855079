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

package io.github.wechatpay4j.api.contract;

import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.github.wechatpay4j.api.ApiNotificationCatalog;
import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.delivery.NotificationProcessor;
import io.github.wechatpay4j.delivery.NotificationReply;
import io.github.wechatpay4j.delivery.NotificationReply.Header;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.notification.AnsweringHandler;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.NotificationHandlers;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Every notification, delivered to a processor that has a handler for each of them.
 */
class WebhookTests {

	private final AtomicReference<Notification<?>> handled = new AtomicReference<>();

	private final Map<Class<?>, Object> answers = new HashMap<>();

	static Stream<Arguments> webhooks() {
		return Description.webhooks()
			.flatMap((webhook) -> webhook.events().stream().map((event) -> Arguments.of(webhook, event)));
	}

	static Stream<DescribedWebhook> answered() {
		return Description.webhooks().filter((webhook) -> webhook.answer().isPresent());
	}

	private static Collection<NotificationType> catalog() {
		return new ApiNotificationCatalog().types();
	}

	private static ObjectNode sample(DescribedWebhook webhook) {
		ObjectNode sample = Samples.toReceive().object(webhook.resource().properties());
		Stream.of("mchid", "sp_mchid", "combine_mchid", "mch_id")
			.filter(sample::has)
			.forEach((name) -> sample.put(name, TestMerchants.MCHID));
		return sample;
	}

	private static List<String> matching(DescribedWebhook webhook, String event, JsonNode resource) {
		return catalog().stream()
			.filter((type) -> type.matches(event, webhook.originalType(), resource))
			.map(NotificationType::payloadType)
			.toList();
	}

	@ParameterizedTest(name = "{1} {0}")
	@MethodSource("webhooks")
	void reachesItsHandlerWithEveryField(DescribedWebhook webhook, String event) {
		Map<String, Node> properties = webhook.resource().properties();
		ObjectNode sample = sample(webhook);
		String originalType = (webhook.originalType() != null) ? webhook.originalType() : "anything";
		Delivery delivery = Delivery.of("EV-1", event, originalType, Answers.json(sample, properties));
		assertThat(processor().process(Merchant.DEFAULT_NAME, delivery.received()).outcome())
			.isEqualTo((webhook.answerType() != null) ? NotificationOutcome.ANSWERED : NotificationOutcome.HANDLED);
		assertThat(this.handled.get().eventType()).isEqualTo(event);
		assertThat(this.handled.get().payload()).isExactlyInstanceOf(webhook.payloadType());
		Received.isSample(this.handled.get().payload(), properties, sample, webhook.toString());
	}

	@ParameterizedTest(name = "{1} {0}")
	@MethodSource("webhooks")
	void isRecognisedAsExactlyOneType(DescribedWebhook webhook, String event) {
		ObjectNode sample = sample(webhook);
		assertThat(matching(webhook, event, sample)).containsExactly(webhook.payloadType().getName());
		Set<String> least = new LinkedHashSet<>(webhook.resource().resolved().texts("required"));
		least.addAll(webhook.with());
		assertThat(matching(webhook, event, sample.retain(least))).as("with no more than what is required")
			.containsExactly(webhook.payloadType().getName());
	}

	@Test
	void areAllInTheCatalog() {
		assertThat(catalog()).extracting(NotificationType::payloadType)
			.containsExactlyInAnyOrderElementsOf(
					Description.webhooks().map((webhook) -> webhook.payloadType().getName()).toList());
		assertThat(Description.webhooks()).allSatisfy((webhook) -> assertThat(catalog())
			.filteredOn((type) -> type.payloadType().equals(webhook.payloadType().getName()))
			.singleElement()
			.returns(Set.copyOf(webhook.events()), NotificationType::events)
			.returns(webhook.node().text("x-wechatpay-business-number"), NotificationType::businessNumber)
			.returns((webhook.answerType() != null) ? webhook.answerType().getName() : null,
					NotificationType::answerType)
			.returns(webhook.isAnswerSigned(), NotificationType::isAnswerSigned));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("answered")
	void isAnsweredWithEveryField(DescribedWebhook webhook) throws GeneralSecurityException {
		Map<String, Node> fields = webhook.answer().properties();
		ObjectNode answer = Samples.toSend().object(fields);
		this.answers.put(webhook.answerType(), Builders.build(webhook.answerType(), fields, answer));
		NotificationReply reply = processor().process(Merchant.DEFAULT_NAME,
				Delivery
					.of("EV-1", webhook.events().get(0), String.valueOf(webhook.originalType()),
							Answers.json(sample(webhook), webhook.resource().properties()))
					.received());
		assertThat(new WechatPayJson().readTree(reply.content())).isEqualTo(answer);
		assertThat(reply.headers()).extracting(Header::name)
			.isEqualTo(webhook.isAnswerSigned() ? List.of("Authorization") : List.of());
		if (webhook.isAnswerSigned()) {
			assertThat(Authorization.parse(reply.headers().get(0).value())
				.isSignatureOfAnswer(TestKeys.MERCHANT.getPublic(), reply.content())).isTrue();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("answered")
	void isNotAnsweredWithoutWhatIsRequired(DescribedWebhook webhook) {
		Map<String, Node> fields = webhook.answer().properties();
		ObjectNode answer = Samples.toSend().object(fields);
		assertThat(Omission.of(webhook.answer())).allSatisfy((omission) -> assertThatIllegalArgumentException()
			.isThrownBy(() -> Builders.build(webhook.answerType(), fields, omission.applyTo(answer)))
			.satisfies((ex) -> assertThat(omission.isNamedBy(ex.getMessage())).as(ex.getMessage()).isTrue()));
		Set<String> demanded = new LinkedHashSet<>(webhook.answer().resolved().texts("required"));
		demanded.removeIf((name) -> fields.get(name).has("default"));
		Object least = Builders.build(webhook.answerType(), fields, answer.deepCopy().retain(demanded));
		assertThat(Types.read(least, "code"))
			.isEqualTo(fields.get("code").text("default", answer.get("code").stringValue()));
	}

	@Test
	void areAnsweredWithFieldsByTheOnesThatArePublished() {
		assertThat(answered().flatMap((webhook) -> webhook.events().stream())).containsExactlyInAnyOrder(
				"CROSS_BORDER_PAY.GET_MCH_INFO", "CROSS_BORDER_PAY.PUSH_ORDER_INFO", "ENTRUST.TERMINATE_INQUIRY",
				"ENTRUST.TERMINATE_RETENTION", "PARKING_FEE.QUERY_TRANS_INFO");
		assertThat(answered().filter(DescribedWebhook::isAnswerSigned).flatMap((webhook) -> webhook.events().stream()))
			.allMatch((event) -> event.startsWith("CROSS_BORDER_PAY."));
	}

	private NotificationProcessor processor() {
		NotificationTypes types = new NotificationTypes(catalog());
		List<NotificationSubscription<?>> subscriptions = Description.webhooks()
			.<NotificationSubscription<?>>map((webhook) -> subscription(webhook.payloadType(), webhook.answerType()))
			.toList();
		return new Pipelines(new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), new TestClock(), types)
			.direct(new NotificationHandlers(subscriptions, types), new CaffeineClaimStore());
	}

	private <T> NotificationSubscription<T> subscription(Class<T> type, Class<?> answerType) {
		AnsweringHandler<T, Object> handler = (notification) -> {
			this.handled.set(notification);
			return (answerType != null) ? this.answers.getOrDefault(answerType, Map.of()) : null;
		};
		return new NotificationSubscription<>(type, List.of(), handler, "handler of " + type.getSimpleName(),
				answerType);
	}

}
