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

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.NotificationHandler;
import io.github.wechatpay4j.notification.WechatPayListener;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.AsyncAnnotationBeanPostProcessor;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * That a handler has returned means that it is done, or nobody takes it for that.
 */
class ListenerCompletionTests {

	@ParameterizedTest
	@ValueSource(classes = { OnMethod.class, OnClass.class, OnSuperclass.class, OnInterface.class,
			OnOwnAnnotation.class, WithFuture.class })
	void refusesMethodsThatAreAsync(Class<?> type) {
		HandlerContexts.of(AsyncIsEnabled.class)
			.withBean("handler", type)
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(InvalidListenerException.class)
				.hasMessageContainingAll("is @Async: it would return before it is done", "acknowledged and forgotten",
						"wechatpay.notification.mode=inbox"));
	}

	@Test
	void refusesWhatAProxyRunsElsewhereWhateverTheAnnotation() {
		HandlerContexts.of(OwnAsync.class)
			.withBean("handler", InTheBackground.class)
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(InvalidListenerException.class)
				.hasMessageContainingAll("The proxy of @WechatPayListener", "runs it on another thread"));
	}

	@Test
	void refusesHandlersThatAreRegisteredByCodeAndAsync() {
		HandlerContexts.of(AsyncIsEnabled.class)
			.withBean("handler", AsyncHandler.class)
			.withBean(WechatPayListenerConfigurer.class,
					() -> (registrar) -> registrar.register(TransactionNotification.class, new AsyncHandler()))
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(InvalidListenerException.class)
				.hasMessageContaining("is @Async"));
	}

	@ParameterizedTest
	@ValueSource(classes = { ReturnsFlux.class, ReturnsPublisher.class, ReturnsFuture.class, ReturnsCallable.class,
			ReturnsMonoOfFuture.class, ReturnsStageOfMono.class, ReturnsFluxAsTree.class })
	void refusesResultsThatNobodyWaitsFor(Class<?> type) {
		HandlerContexts.of()
			.withBean("handler", type)
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(InvalidListenerException.class)
				.hasMessageContaining("which nobody waits for"));
	}

	@Test
	void refusesSuspendFunctionsByName() {
		HandlerContexts.of()
			.withBean("handler", Suspends.class)
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(InvalidListenerException.class)
				.hasMessageContaining("is a suspend function, which returns before it is done"));
	}

	@ParameterizedTest
	@ValueSource(classes = { ReturnsNullMono.class, ReturnsNullStage.class, ReturnsHiddenMono.class })
	void takesNothingForDoneByWhichNobodyCanTell(Class<?> type) {
		HandlerContexts.of()
			.withBean("handler", type)
			.run((context) -> assertThatIllegalStateException().isThrownBy(() -> HandlerContexts.handle(context))
				.withMessageContaining("by which nobody can tell when it is done"));
	}

	@ParameterizedTest
	@ValueSource(classes = { ReturnsUnit.class, ReturnsMonoOfUnit.class, ReturnsUnitOfAnInterface.class,
			ReturnsLater.class })
	void waitsForWhatIsReturnedAndTakesUnitForNothing(Class<?> type) {
		HandlerContexts.of().withBean("handler", type).run((context) -> {
			assertThat(context).hasNotFailed();
			HandlerContexts.handle(context);
			assertThat(context.getBean(Handler.class).ended()).isTrue();
			assertThat(HandlerContexts.subscriptions(context).get(0).isAnswering()).isFalse();
		});
	}

	@Test
	void noticesAnInterceptorThatReturnsBeforeTheMethodHasEnded() {
		AtomicBoolean mayEnd = new AtomicBoolean();
		MethodInterceptor background = (invocation) -> {
			CompletableFuture.runAsync(() -> {
				while (!mayEnd.get()) {
					Thread.onSpinWait();
				}
				try {
					invocation.proceed();
				}
				catch (Throwable ex) {
					throw new IllegalStateException(ex);
				}
			});
			return null;
		};
		HandlerContexts.of().withBean("handler", Object.class, () -> proxied(background)).run((context) -> {
			assertThatIllegalStateException().isThrownBy(() -> HandlerContexts.handle(context))
				.withMessageContainingAll("is not done although its proxy has returned",
						"an interceptor runs it elsewhere");
			mayEnd.set(true);
		});
	}

	@Test
	void doesNotMindInterceptorsThatWaitOrTryAgain() {
		AtomicInteger calls = new AtomicInteger();
		MethodInterceptor patient = (invocation) -> {
			calls.incrementAndGet();
			((org.springframework.aop.ProxyMethodInvocation) invocation).invocableClone().proceed();
			return CompletableFuture.supplyAsync(() -> {
				try {
					return invocation.proceed();
				}
				catch (Throwable ex) {
					throw new IllegalStateException(ex);
				}
			}).get(30, TimeUnit.SECONDS);
		};
		HandlerContexts.of().withBean("handler", Object.class, () -> proxied(patient)).run((context) -> {
			HandlerContexts.handle(context);
			HandlerContexts.handle(context);
		});
		assertThat(calls).hasValue(2);
	}

	private static Object proxied(MethodInterceptor interceptor) {
		ProxyFactory factory = new ProxyFactory(new Plain());
		factory.setProxyTargetClass(true);
		factory.addAdvice(interceptor);
		return factory.getProxy();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync(proxyTargetClass = true)
	static class AsyncIsEnabled {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAsync {

		@Bean
		static AsyncAnnotationBeanPostProcessor background() {
			AsyncAnnotationBeanPostProcessor processor = new AsyncAnnotationBeanPostProcessor();
			processor.setAsyncAnnotationType(Background.class);
			processor.setProxyTargetClass(true);
			return processor;
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@interface Background {

	}

	@Retention(RetentionPolicy.RUNTIME)
	@Async("other")
	@interface Elsewhere {

	}

	abstract static class Handler {

		private final AtomicBoolean ended = new AtomicBoolean();

		void end() {
			this.ended.set(true);
		}

		boolean ended() {
			return this.ended.get();
		}

	}

	static class Plain {

		@WechatPayListener
		public void paid(TransactionNotification paid) {
		}

	}

	static class OnMethod {

		@Async
		@WechatPayListener
		public void paid(TransactionNotification paid) {
		}

	}

	@Async
	static class OnClass {

		@WechatPayListener
		public void paid(TransactionNotification paid) {
		}

	}

	static class OnSuperclass extends OnClass {

		@WechatPayListener(events = "REFUND.*")
		public void refunded(Notification<JsonNode> refund) {
		}

	}

	interface AsyncInterface {

		@Async
		void paid(TransactionNotification paid);

	}

	static class OnInterface implements AsyncInterface {

		@WechatPayListener
		@Override
		public void paid(TransactionNotification paid) {
		}

	}

	static class OnOwnAnnotation {

		@Elsewhere
		@WechatPayListener
		public void paid(TransactionNotification paid) {
		}

	}

	static class WithFuture {

		@Async
		@WechatPayListener
		public CompletableFuture<Void> paid(TransactionNotification paid) {
			return CompletableFuture.completedFuture(null);
		}

	}

	static class InTheBackground {

		@Background
		@WechatPayListener
		public void paid(TransactionNotification paid) {
		}

	}

	static class AsyncHandler implements NotificationHandler<TransactionNotification> {

		@Async
		@Override
		public void handle(Notification<TransactionNotification> notification) {
		}

	}

	static class ReturnsFlux {

		@WechatPayListener
		Flux<Void> paid(TransactionNotification paid) {
			return Flux.empty();
		}

	}

	static class ReturnsFluxAsTree {

		@WechatPayListener(events = "*")
		Flux<Void> paid(Notification<JsonNode> paid) {
			return Flux.empty();
		}

	}

	static class ReturnsPublisher {

		@WechatPayListener
		Publisher<Void> paid(TransactionNotification paid) {
			return Flux.empty();
		}

	}

	static class ReturnsFuture {

		@WechatPayListener
		Future<Void> paid(TransactionNotification paid) {
			return CompletableFuture.completedFuture(null);
		}

	}

	static class ReturnsCallable {

		@WechatPayListener
		Callable<Void> paid(TransactionNotification paid) {
			return () -> null;
		}

	}

	static class ReturnsMonoOfFuture {

		@WechatPayListener
		Mono<Future<Void>> paid(TransactionNotification paid) {
			return Mono.empty();
		}

	}

	static class ReturnsStageOfMono {

		@WechatPayListener(events = "*")
		CompletionStage<Mono<Void>> paid(Notification<JsonNode> paid) {
			return CompletableFuture.completedFuture(Mono.empty());
		}

	}

	static class Suspends {

		@WechatPayListener
		public Object paid(TransactionNotification paid, Continuation<? super Unit> continuation) {
			return Unit.INSTANCE;
		}

	}

	static class ReturnsNullMono {

		@WechatPayListener
		Mono<Void> paid(TransactionNotification paid) {
			return null;
		}

	}

	static class ReturnsNullStage {

		@WechatPayListener
		CompletableFuture<Void> paid(TransactionNotification paid) {
			return null;
		}

	}

	static class ReturnsHiddenMono {

		@WechatPayListener
		Mono<?> paid(TransactionNotification paid) {
			return Mono.just(Mono.delay(Duration.ofDays(1)));
		}

	}

	static class ReturnsUnit extends Handler {

		@WechatPayListener
		public Unit paid(TransactionNotification paid) {
			end();
			return Unit.INSTANCE;
		}

	}

	static class ReturnsMonoOfUnit extends Handler {

		@WechatPayListener
		public Mono<Unit> paid(TransactionNotification paid) {
			return Mono.delay(Duration.ofMillis(20)).map((tick) -> {
				end();
				return Unit.INSTANCE;
			});
		}

	}

	interface Takes<T, R> {

		R take(T notification);

	}

	static class ReturnsUnitOfAnInterface extends Handler implements Takes<TransactionNotification, Unit> {

		@WechatPayListener
		@Override
		public Unit take(TransactionNotification notification) {
			end();
			return Unit.INSTANCE;
		}

	}

	static class ReturnsLater extends Handler {

		@WechatPayListener
		public CompletionStage<Void> paid(TransactionNotification paid) {
			return CompletableFuture.runAsync(this::end, CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS));
		}

	}

}
