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

package io.github.wechatpay4j.autoconfigure;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

import io.github.wechatpay4j.autoconfigure.NotificationProperties.Mode;
import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.delivery.Answers;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.delivery.BusinessNumberResolver;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.delivery.LeaseWatch;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import io.github.wechatpay4j.delivery.NotificationDelivery;
import io.github.wechatpay4j.delivery.NotificationDispatcher;
import io.github.wechatpay4j.delivery.NotificationProcessor;
import io.github.wechatpay4j.delivery.UnitOfWork;
import io.github.wechatpay4j.listener.HandlerHealth;
import io.github.wechatpay4j.listener.HandlerMetrics;
import io.github.wechatpay4j.listener.ListenerCheck;
import io.github.wechatpay4j.listener.WechatPayDeadLetterRegistry;
import io.github.wechatpay4j.listener.WechatPayListenerConfigurer;
import io.github.wechatpay4j.listener.WechatPayListenerRegistry;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.NotificationObserver;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.trust.TrustListener;
import io.github.wechatpay4j.web.NotificationPath;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of notifications: handlers, claims and processing. Nothing in it
 * calls the network.
 */
@AutoConfiguration(after = WechatPayAutoConfiguration.class)
@ConditionalOnBean(MerchantRegistry.class)
@EnableConfigurationProperties(WechatPayProperties.class)
public final class WechatPayNotificationAutoConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(WechatPayNotificationAutoConfiguration.class);

	/** What these deliver may go from one node to another. */
	private static final Set<Mode> SHARED = EnumSet.of(Mode.KAFKA, Mode.RABBIT, Mode.ROCKETMQ);

	@Bean
	@ConditionalOnMissingBean
	NotificationTypes wechatPayNotificationTypes() {
		return NotificationTypes.load(getClass().getClassLoader());
	}

	@Bean
	@ConditionalOnMissingBean
	WechatPayListenerRegistry wechatPayListenerRegistry(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<WechatPayListenerConfigurer> configurers, ObjectProvider<ListenerCheck> checks,
			NotificationTypes types) {
		return new WechatPayListenerRegistry(beanFactory, configurers, checks, types);
	}

	@Bean
	@ConditionalOnMissingBean
	WechatPayDeadLetterRegistry wechatPayDeadLetterRegistry(ConfigurableListableBeanFactory beanFactory,
			NotificationTypes types) {
		return new WechatPayDeadLetterRegistry(beanFactory, types);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnProperty(name = "wechatpay.notification.store", havingValue = "memory", matchIfMissing = true)
	ClaimStore wechatPayClaimStore() {
		return new CaffeineClaimStore();
	}

	@Bean
	@ConditionalOnMissingBean
	NotificationVerifier wechatPayNotificationVerifier(ObjectProvider<TrustListener> listeners, WechatPayJson json) {
		return new NotificationVerifier(Clock.systemUTC(), TrustListener.all(listeners.orderedStream().toList()), json);
	}

	@Bean
	@ConditionalOnMissingBean
	ApplicationName wechatPayApplicationName(WechatPayProperties properties, Environment environment) {
		return ApplicationNames.choose(properties.getNotification(), environment);
	}

	@Bean
	@ConditionalOnMissingBean
	EventKeys wechatPayEventKeys(NotificationTypes types, ObjectProvider<BusinessNumberResolver> resolver,
			ApplicationName application) {
		return new EventKeys(types, resolver.getIfAvailable(() -> (notification) -> null), application);
	}

	@Bean
	@ConditionalOnMissingBean
	LeaseWatch wechatPayLeaseWatch() {
		return new LeaseWatch();
	}

	@Bean
	@Lazy(false)
	NotificationReport wechatPayNotificationReport(WechatPayListenerRegistry handlers, MerchantRegistry merchants,
			ObjectProvider<NotificationPath> path, WechatPayProperties properties) {
		return new NotificationReport(handlers, merchants, path.getIfAvailable(), properties.getNotification());
	}

	@Bean
	HandlerHealth wechatPayHandlerHealth(LeaseWatch watch) {
		return new HandlerHealth(watch);
	}

	@Bean
	@ConditionalOnMissingBean
	NotificationDispatcher wechatPayNotificationDispatcher(WechatPayProperties properties,
			WechatPayListenerRegistry handlers, EventKeys keys, ObjectProvider<ClaimStore> claims, LeaseWatch watch,
			ObjectProvider<UnitOfWork> unitOfWork) {
		NotificationProperties notification = properties.getNotification();
		ClaimStore store = claims.getIfAvailable();
		if (store == null) {
			throw new InvalidWechatPayPropertyException("wechatpay.notification.store",
					"There is no bean for the store '" + notification.getStore() + "'.",
					"Add what it needs, a DataSource for jdbc or spring-boot-starter-data-redis for redis, or remove"
							+ " the property.");
		}
		Mode mode = notification.effectiveMode();
		if (SHARED.contains(mode) && store instanceof CaffeineClaimStore) {
			logger.warn("Notifications are taken from a broker, which may deliver them twice, but what is done is"
					+ " remembered in the memory of this node only: handlers may be called twice. Set"
					+ " wechatpay.notification.store to jdbc or redis");
		}
		return new NotificationDispatcher(handlers, keys, store,
				PropertyChecks.positive(notification.getLease(), "wechatpay.notification.lease"), watch,
				unitOfWork.getIfAvailable(UnitOfWork::none),
				notification.getUnhandled() == NotificationProperties.Unhandled.ACCEPT);
	}

	@Bean
	@ConditionalOnMissingBean
	NotificationProcessor wechatPayNotificationProcessor(WechatPayProperties properties, MerchantRegistry merchants,
			NotificationVerifier verifier, NotificationTypes types, NotificationDispatcher dispatcher,
			ObjectProvider<NotificationDelivery> delivery, ObjectProvider<NotificationObserver> observer) {
		return new NotificationProcessor(merchants, verifier, dispatcher,
				delivery(properties.getNotification().effectiveMode(), dispatcher, delivery),
				observer.getIfAvailable(NotificationObserver::none), new Answers(types, Clock.systemUTC()));
	}

	@Bean
	@ConditionalOnMissingBean
	NotificationConsumer wechatPayNotificationConsumer(MerchantRegistry merchants, NotificationVerifier verifier,
			NotificationDispatcher dispatcher, ObjectProvider<NotificationObserver> observer) {
		return new NotificationConsumer(merchants, verifier, dispatcher,
				observer.getIfAvailable(NotificationObserver::none));
	}

	@Bean
	@ConditionalOnMissingBean
	DeadLetters wechatPayDeadLetters(MerchantRegistry merchants, NotificationVerifier verifier,
			WechatPayDeadLetterRegistry handlers) {
		return new DeadLetters(merchants, verifier, handlers);
	}

	/**
	 * Never another mode than the one that was asked for: what is not stored can be lost.
	 */
	private static NotificationDelivery delivery(Mode mode, NotificationDispatcher dispatcher,
			ObjectProvider<NotificationDelivery> deliveries) {
		if (mode == Mode.DIRECT) {
			return dispatcher::deliver;
		}
		NotificationDelivery delivery = deliveries.getIfAvailable();
		if (delivery == null) {
			throw new InvalidWechatPayPropertyException("wechatpay.notification.mode",
					"Nothing delivers notifications in the mode '" + mode + "'.", switch (mode) {
						case INBOX -> "Add a DataSource, for instance with spring-boot-starter-jdbc.";
						case KAFKA -> "Add spring-boot-starter-kafka and set spring.kafka.bootstrap-servers.";
						case RABBIT -> "Add spring-boot-starter-amqp and set spring.rabbitmq.host.";
						case ROCKETMQ -> "Add org.apache.rocketmq:rocketmq-client-java and set"
								+ " wechatpay.notification.rocketmq.endpoints.";
						default -> "Define a NotificationDelivery bean.";
					});
		}
		return delivery;
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class Metrics {

		@Bean
		MeterBinder wechatPayHandlerMetrics(LeaseWatch watch) {
			return new HandlerMetrics(watch);
		}

	}

}
