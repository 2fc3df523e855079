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

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.notification.WechatPayListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.framework.ProxyFactoryBean;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;

import static org.assertj.core.api.Assertions.assertThat;

class ListenerDiscoveryTests {

	private static final List<String> handled = new CopyOnWriteArrayList<>();

	@BeforeEach
	void forget() {
		handled.clear();
	}

	@ParameterizedTest
	@ValueSource(classes = { LazyInterface.class, LazyObject.class, LazyAbstract.class, EagerInterface.class,
			PrototypeInterface.class, Factory.class, FactoryOfUnknown.class, LazyFactory.class,
			HandMadeWithInterface.class, SpringProxyOfInterface.class, SpringProxyOfClass.class,
			GenericSuperclass.class, GenericInterface.class, InterfaceAnnotation.class, DefaultMethod.class,
			ManualSingleton.class })
	void findsAHandlerBehindWhateverHidesItAndCallsIt(Class<?> configuration) {
		HandlerContexts.of(configuration).run((context) -> {
			assertThat(context).hasNotFailed();
			HandlerContexts.handle(context);
			assertThat(handled).hasSize(1);
		});
	}

	@Test
	void findsHandlersWhereAllBeansAreLazy() {
		HandlerContexts.of(EagerInterface.class)
			.withInitializer((context) -> context
				.addBeanFactoryPostProcessor(new org.springframework.boot.LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> HandlerContexts.handle(context));
		assertThat(handled).hasSize(1);
	}

	@Test
	void refusesWhatAProxyMadeByHandHides() {
		HandlerContexts.refuses(HandMade.class, "paid", "not found in any interface");
		HandlerContexts.refuses(HandMadeByPostProcessing.class, "paid", "not found in any interface");
	}

	@Test
	void refusesMethodsThatAClassBasedProxyCannotOverride() {
		HandlerContexts.refuses(FinalMethod.class, "Final.paid(TransactionNotification) is final",
				"without any of its fields");
		HandlerContexts.refuses(PrivateMethod.class, "paid");
	}

	@ParameterizedTest
	@ValueSource(classes = { RequestScoped.class, SessionScopedWithoutProxy.class, ScopeThatIsNotActive.class })
	void refusesBeansThatAreNotThereWhenANotificationComes(Class<?> configuration) {
		HandlerContexts.of(configuration).withInitializer((context) -> {
			context.getBeanFactory().registerScope("request", new InactiveScope());
			context.getBeanFactory().registerScope("session", new InactiveScope());
			context.getBeanFactory().registerScope("step", new InactiveScope());
		})
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(InvalidListenerException.class)
				.hasMessageContainingAll("Handler.paid is in a bean of the scope", "bean without a scope"));
	}

	@Test
	void createsNoLazyBeanWhoseTypeIsKnown() {
		HandlerContexts.of(LazyOfKnownType.class).run((context) -> {
			assertThat(HandlerContexts.subscriptions(context)).hasSize(1);
			assertThat(context.getBeanFactory().containsSingleton("handler")).isFalse();
			assertThat(context.getBeanFactory().containsSingleton("bystander")).isFalse();
		});
	}

	@Test
	void startsAlthoughALazyBeanCannotBeCreated() {
		HandlerContexts.of(LazyAndBroken.class).run((context) -> assertThat(context).hasNotFailed());
	}

	interface Shop {

		void paid(TransactionNotification paid);

	}

	static class Handler implements Shop {

		@WechatPayListener
		@Override
		public void paid(TransactionNotification paid) {
			handled.add(paid.outTradeNo());
		}

	}

	abstract static class Base<T> {

		@WechatPayListener
		void handle(T notification) {
			handled.add(notification.toString());
		}

	}

	static class Derived extends Base<TransactionNotification> {

	}

	interface Takes<T> {

		@WechatPayListener
		void take(T notification);

	}

	static class TakesPayments implements Takes<TransactionNotification> {

		@Override
		public void take(TransactionNotification notification) {
			handled.add(notification.outTradeNo());
		}

	}

	interface WithDefault {

		@WechatPayListener
		default void paid(TransactionNotification paid) {
			handled.add(paid.outTradeNo());
		}

	}

	private static Shop byHand(Shop target) {
		return (Shop) Proxy.newProxyInstance(Shop.class.getClassLoader(), new Class<?>[] { Shop.class },
				(proxy, method, arguments) -> method.invoke(target, arguments));
	}

	@Configuration(proxyBeanMethods = false)
	static class LazyInterface {

		@Bean
		@Lazy
		Shop handler() {
			return new Handler();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyObject {

		@Bean
		@Lazy
		Object handler() {
			return new Handler();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyAbstract {

		@Bean
		@Lazy
		Base<?> handler() {
			return new Derived();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EagerInterface {

		@Bean
		Shop handler() {
			return new Handler();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrototypeInterface {

		@Bean
		@Scope("prototype")
		Shop handler() {
			return new Handler();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Factory {

		@Bean
		FactoryBean<Shop> handler() {
			return new ShopFactory(Shop.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FactoryOfUnknown {

		@Bean
		FactoryBean<?> handler() {
			return new ShopFactory(null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyFactory {

		@Bean
		@Lazy
		FactoryBean<?> handler() {
			return new ShopFactory(null);
		}

	}

	record ShopFactory(Class<?> getObjectType) implements FactoryBean<Shop> {

		@Override
		public Shop getObject() {
			return new Handler();
		}

		@Override
		public Class<?> getObjectType() {
			return this.getObjectType;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HandMadeWithInterface {

		@Bean
		Shop handler() {
			return byHand(new Handler());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HandMade {

		static class Hidden implements Shop {

			@Override
			public void paid(TransactionNotification paid) {
			}

			@WechatPayListener
			public void paidToo(TransactionNotification paid) {
			}

		}

		@Bean
		Shop handler() {
			return byHand(new Hidden());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HandMadeByPostProcessing {

		@Bean
		HandMade.Hidden handler() {
			return new HandMade.Hidden();
		}

		@Bean
		static org.springframework.beans.factory.config.BeanPostProcessor wrapper() {
			return new org.springframework.beans.factory.config.BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof HandMade.Hidden hidden) ? byHand(hidden) : bean;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SpringProxyOfInterface {

		@Bean
		Shop handler() {
			return (Shop) new ProxyFactory(new Handler()).getProxy();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SpringProxyOfClass {

		@Bean
		ProxyFactoryBean handler() {
			ProxyFactoryBean factory = new ProxyFactoryBean();
			factory.setTarget(new Handler());
			factory.setProxyTargetClass(true);
			return factory;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class GenericSuperclass {

		@Bean
		Derived handler() {
			return new Derived();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class GenericInterface {

		@Bean
		TakesPayments handler() {
			return new TakesPayments();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InterfaceAnnotation {

		@Bean
		@Lazy
		Takes<TransactionNotification> handler() {
			return new TakesPayments();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DefaultMethod {

		@Bean
		WithDefault handler() {
			return new WithDefault() {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ManualSingleton {

		ManualSingleton(org.springframework.beans.factory.config.ConfigurableListableBeanFactory beanFactory) {
			beanFactory.registerSingleton("handler", new Handler());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FinalMethod {

		static class Final {

			@WechatPayListener
			public final void paid(TransactionNotification paid) {
			}

		}

		@Bean
		Object handler() {
			return proxied(new Final());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrivateMethod {

		static class Private {

			@WechatPayListener
			private void paid(TransactionNotification paid) {
			}

		}

		@Bean
		Object handler() {
			return proxied(new Private());
		}

	}

	private static Object proxied(Object target) {
		ProxyFactory factory = new ProxyFactory(target);
		factory.setProxyTargetClass(true);
		return factory.getProxy();
	}

	@Configuration(proxyBeanMethods = false)
	static class RequestScoped {

		@Bean
		@Scope(scopeName = "request", proxyMode = ScopedProxyMode.TARGET_CLASS)
		Handler handler() {
			return new Handler();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SessionScopedWithoutProxy {

		@Bean
		@Scope("session")
		Handler handler() {
			return new Handler();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ScopeThatIsNotActive {

		@Bean
		@Scope(scopeName = "step", proxyMode = ScopedProxyMode.TARGET_CLASS)
		Handler handler() {
			return new Handler();
		}

	}

	private static final class InactiveScope implements org.springframework.beans.factory.config.Scope {

		@Override
		public Object get(String name, org.springframework.beans.factory.ObjectFactory<?> objectFactory) {
			throw new IllegalStateException("not active");
		}

		@Override
		public Object remove(String name) {
			return null;
		}

		@Override
		public void registerDestructionCallback(String name, Runnable callback) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyOfKnownType {

		@Bean
		@Lazy
		Handler handler() {
			return new Handler();
		}

		@Bean
		@Lazy
		StringBuilder bystander() {
			return new StringBuilder();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyAndBroken {

		@Bean
		@Lazy
		Shop handler() {
			throw new IllegalStateException("not here");
		}

	}

}
