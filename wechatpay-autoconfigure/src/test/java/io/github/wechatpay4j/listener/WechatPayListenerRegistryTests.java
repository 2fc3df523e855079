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

package io.github.wechatpay4j.listener;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.wechatpay4j.api.globalpayments.OrderPushAnswer;
import io.github.wechatpay4j.api.globalpayments.OrderPushNotification;
import io.github.wechatpay4j.api.papay.PapayTerminationInquiryAnswer;
import io.github.wechatpay4j.api.papay.PapayTerminationInquiryNotification;
import io.github.wechatpay4j.api.papay.PapayTerminationRetentionAnswer;
import io.github.wechatpay4j.api.papay.PapayTerminationRetentionNotification;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.refunds.RefundNotification;
import io.github.wechatpay4j.api.vehicles.ParkingFeeQueryAnswer;
import io.github.wechatpay4j.api.vehicles.ParkingFeeQueryNotification;
import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.autoconfigure.WechatPayAutoConfiguration;
import io.github.wechatpay4j.autoconfigure.WechatPayNotificationAutoConfiguration;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.notification.WechatPayListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import static org.assertj.core.api.Assertions.assertThat;

class WechatPayListenerRegistryTests {

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(WechatPayAutoConfiguration.class, WechatPayNotificationAutoConfiguration.class))
		.withPropertyValues(TestProperties.complete());

	@Test
	void findsMethodsOfEveryVisibilityAndReturnType() {
		this.contexts.withUserConfiguration(GoodListeners.class)
			.run((context) -> assertThat(context.getBean(WechatPayListenerRegistry.class).subscriptions())
				.extracting((subscription) -> subscription.payloadType().getSimpleName())
				.containsExactlyInAnyOrder("TransactionNotification", "RefundNotification", "JsonNode"));
	}

	@Test
	void takesHandlersByCode() {
		this.contexts.withBean(WechatPayListenerConfigurer.class,
				() -> (registrar) -> registrar.register(TransactionNotification.class, (notification) -> {
				}).register(JsonNode.class, (notification) -> {
				}, "COMPLAINT.*"))
			.run((context) -> assertThat(context.getBean(WechatPayListenerRegistry.class).subscriptions()).hasSize(2));
	}

	@Test
	void doesNotCreateLazyBeans() {
		this.contexts.withUserConfiguration(LazyListeners.class).run((context) -> {
			assertThat(context.getBean(WechatPayListenerRegistry.class).subscriptions()).hasSize(1);
			assertThat(context.getBeanFactory().containsSingleton("lazyListener")).isFalse();
		});
	}

	@Test
	void takesHandlersThatAnswerNowAndLater() {
		this.contexts.withUserConfiguration(AnsweringListeners.class)
			.withBean(WechatPayListenerConfigurer.class,
					() -> (registrar) -> registrar.registerAnswering(OrderPushNotification.class, OrderPushAnswer.class,
							(order) -> OrderPushAnswer.builder().build()))
			.run((context) -> assertThat(context.getBean(WechatPayListenerRegistry.class).subscriptions())
				.allMatch(NotificationSubscription::isAnswering)
				.extracting(NotificationSubscription::answerType)
				.containsExactlyInAnyOrder(PapayTerminationInquiryAnswer.class, PapayTerminationRetentionAnswer.class,
						ParkingFeeQueryAnswer.class, OrderPushAnswer.class));
	}

	@Test
	void keepsTheApplicationFromStartingWithARegisteredHandlerThatAnswersSomethingElse() {
		this.contexts
			.withBean(WechatPayListenerConfigurer.class,
					() -> (registrar) -> registrar.registerAnswering(OrderPushNotification.class,
							ParkingFeeQueryAnswer.class, (order) -> ParkingFeeQueryAnswer.builder().build()))
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(InvalidListenerException.class)
				.hasMessageContaining("the handler " + getClass().getName())
				.hasMessageContaining("has to return a " + OrderPushAnswer.class.getName()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "NoArgument | paid() | has to take exactly one argument",
			"TwoArguments | paid(TransactionNotification, String) | has to take exactly one argument",
			"IgnoredResult | paid(TransactionNotification) | returns boolean, which nobody would look at",
			"UnknownPayload | paid(String) | takes a String, which no notification can be read as",
			"OwnPayload | paid(Own) | has to say which events it handles",
			"RawEnvelope | paid(Notification) | takes a notification of an unknown type",
			"BareTree | paid(JsonNode) | takes a bare JsonNode",
			"TreeWithoutEvents | paid(Notification) | has to say which events it handles",
			"WrongEvent | paid(TransactionNotification) | which never carries a TransactionNotification",
			"NoEvent | paid(TransactionNotification) | which is no event type",
			"AnswersNothing | asked(PapayTerminationInquiryNotification) | has to return a io.github.wechatpay4j.api.papay.PapayTerminationInquiryAnswer: the answer to a PapayTerminationInquiryNotification carries its fields",
			"AnswersSomethingElse | asked(Notification) | has to return a io.github.wechatpay4j.api.papay.PapayTerminationInquiryAnswer: the answer",
			"AnswersSomethingElseLater | asked(PapayTerminationInquiryNotification) | has to return a io.github.wechatpay4j.api.papay.PapayTerminationInquiryAnswer: the answer",
			"AnswersWhatNobodyAsked | paid(TransactionNotification) | has to return nothing: the answer to a TransactionNotification carries no fields",
			"Twice | TransactionNotification | both handle TRANSACTION.SUCCESS as TransactionNotification" })
	void keepsTheApplicationFromStartingWithAMethodThatMakesNoSense(String type, String method, String problem)
			throws ClassNotFoundException {
		Class<?> listener = Class.forName(BadListeners.class.getName() + "$" + type);
		this.contexts.withBean(listener)
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(InvalidListenerException.class)
				.hasMessageContaining(method)
				.hasMessageContaining(problem));
	}

	@Configuration(proxyBeanMethods = false)
	static class GoodListeners {

		@WechatPayListener
		private void paid(TransactionNotification notification) {
		}

		@WechatPayListener(events = "REFUND.*")
		public Mono<Void> refunded(Notification<RefundNotification> notification) {
			return Mono.empty();
		}

		@WechatPayListener(events = "COMPLAINT.*")
		protected CompletionStage<Void> complained(Notification<JsonNode> notification) {
			return Mono.<Void>empty().toFuture();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AnsweringListeners {

		@WechatPayListener
		PapayTerminationInquiryAnswer asked(PapayTerminationInquiryNotification notification) {
			return PapayTerminationInquiryAnswer.builder().code("SUCCESS").build();
		}

		@WechatPayListener
		Mono<PapayTerminationRetentionAnswer> leaving(PapayTerminationRetentionNotification notification) {
			return Mono.just(PapayTerminationRetentionAnswer.builder().build());
		}

		@WechatPayListener
		CompletableFuture<ParkingFeeQueryAnswer> parked(Notification<ParkingFeeQueryNotification> notification) {
			return CompletableFuture.completedFuture(ParkingFeeQueryAnswer.builder().build());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyListeners {

		@Bean
		@Lazy
		LazyListener lazyListener() {
			return new LazyListener();
		}

	}

	static class LazyListener {

		@WechatPayListener
		void paid(TransactionNotification notification) {
		}

	}

	static class BadListeners {

		static class NoArgument {

			@WechatPayListener
			void paid() {
			}

		}

		static class TwoArguments {

			@WechatPayListener
			void paid(TransactionNotification notification, String more) {
			}

		}

		static class IgnoredResult {

			@WechatPayListener
			boolean paid(TransactionNotification notification) {
				return false;
			}

		}

		static class UnknownPayload {

			@WechatPayListener
			void paid(String notification) {
			}

		}

		static class OwnPayload {

			record Own(String outRefundNo) {
			}

			@WechatPayListener
			void paid(Own notification) {
			}

		}

		static class RawEnvelope {

			@WechatPayListener(events = "REFUND.*")
			void paid(Notification<?> notification) {
			}

		}

		static class BareTree {

			@WechatPayListener(events = "REFUND.*")
			void paid(JsonNode notification) {
			}

		}

		static class TreeWithoutEvents {

			@WechatPayListener
			void paid(Notification<JsonNode> notification) {
			}

		}

		static class WrongEvent {

			@WechatPayListener(events = "REFUND.SUCCESS")
			void paid(TransactionNotification notification) {
			}

		}

		static class NoEvent {

			@WechatPayListener(events = "TRANSACTION.*.SUCCESS")
			void paid(TransactionNotification notification) {
			}

		}

		static class AnswersNothing {

			@WechatPayListener
			void asked(PapayTerminationInquiryNotification notification) {
			}

		}

		static class AnswersSomethingElse {

			@WechatPayListener
			PapayTerminationRetentionAnswer asked(Notification<PapayTerminationInquiryNotification> notification) {
				return PapayTerminationRetentionAnswer.builder().build();
			}

		}

		static class AnswersSomethingElseLater {

			@WechatPayListener
			Mono<Void> asked(PapayTerminationInquiryNotification notification) {
				return Mono.empty();
			}

		}

		static class AnswersWhatNobodyAsked {

			@WechatPayListener
			PapayTerminationRetentionAnswer paid(TransactionNotification notification) {
				return PapayTerminationRetentionAnswer.builder().build();
			}

		}

		static class Twice {

			@WechatPayListener
			void one(TransactionNotification notification) {
			}

			@WechatPayListener
			void other(TransactionNotification notification) {
			}

		}

	}

}
