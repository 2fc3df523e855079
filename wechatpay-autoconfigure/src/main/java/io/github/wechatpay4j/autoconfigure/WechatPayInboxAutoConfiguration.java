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
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import io.github.wechatpay4j.delivery.NotificationDelivery;
import io.github.wechatpay4j.inbox.InboxBackoff;
import io.github.wechatpay4j.inbox.InboxDelivery;
import io.github.wechatpay4j.inbox.InboxMetrics;
import io.github.wechatpay4j.inbox.InboxSettings;
import io.github.wechatpay4j.inbox.InboxWatch;
import io.github.wechatpay4j.inbox.InboxWorker;
import io.github.wechatpay4j.inbox.InboxWorkerHealth;
import io.github.wechatpay4j.inbox.NotificationInbox;
import io.github.wechatpay4j.jdbc.Housekeeping;
import io.github.wechatpay4j.jdbc.WechatPayDataSource;
import io.github.wechatpay4j.listener.WechatPayListenerRegistry;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Auto-configuration of the inbox: notifications are stored in the database, and handled
 * by any node.
 */
@AutoConfiguration(after = { WechatPayJdbcAutoConfiguration.class, WechatPayNotificationAutoConfiguration.class })
@ConditionalOnClass(JdbcTemplate.class)
@ConditionalOnBean({ DataSource.class, MerchantRegistry.class })
@ConditionalOnMissingBean(NotificationDelivery.class)
@Conditional(OnNotificationStorage.Inbox.class)
public final class WechatPayInboxAutoConfiguration {

	private static final String PREFIX = "wechatpay.notification.inbox.";

	private static final int MAX_ATTEMPTS = 1000;

	private static final int MAX_CONCURRENCY = 1000;

	/** Until then WeChat Pay may repeat what is done. */
	private static final Duration LEAST_RETENTION = Duration.ofHours(25);

	private static final Duration WATCH = Duration.ofSeconds(15);

	private static final Duration HOUSEKEEPING = Duration.ofMinutes(10);

	@Bean
	@ConditionalOnMissingBean
	@DependsOnDatabaseInitialization
	NotificationInbox wechatPayNotificationInbox(ObjectProvider<DataSource> dataSource,
			@WechatPayDataSource ObjectProvider<DataSource> own, EventKeys keys, ApplicationName application) {
		return new NotificationInbox(WechatPayJdbcAutoConfiguration.choose(dataSource, own), keys, application);
	}

	@Bean
	@ConditionalOnMissingBean
	InboxWorker wechatPayInboxWorker(NotificationInbox inbox, NotificationConsumer consumer, DeadLetters deadLetters,
			WechatPayListenerRegistry handlers, WechatPayProperties properties) {
		return new InboxWorker(inbox, consumer, deadLetters, handlers, settings(properties.getNotification()),
				Clock.systemUTC());
	}

	@Bean
	InboxWorkerHealth wechatPayInboxWorkerHealth(InboxWorker worker) {
		return new InboxWorkerHealth(worker);
	}

	@Bean
	InboxDelivery wechatPayInboxDelivery(NotificationInbox inbox, InboxWorker worker) {
		return new InboxDelivery(inbox, worker);
	}

	@Bean
	InboxWatch wechatPayInboxWatch(NotificationInbox inbox, WechatPayProperties properties) {
		InboxSettings settings = settings(properties.getNotification());
		return new InboxWatch(inbox, settings.lease().plus(settings.pollInterval()), System::nanoTime);
	}

	@Bean
	Housekeeping wechatPayInboxWatching(InboxWatch watch) {
		return new Housekeeping(List.of(watch), WATCH);
	}

	@Bean
	Housekeeping wechatPayInboxHousekeeping(NotificationInbox inbox, WechatPayProperties properties) {
		InboxProperties settings = properties.getNotification().getInbox();
		Duration retention = settings.getRetention();
		if (retention.compareTo(LEAST_RETENTION) < 0) {
			throw new InvalidWechatPayPropertyException(PREFIX + "retention",
					"The duration is shorter than WeChat Pay repeats notifications.", "Write at least 25h.");
		}
		return new Housekeeping(List.of(() -> inbox.removeEnded(retention, settings.getDeadLetterRetention())),
				HOUSEKEEPING);
	}

	private static InboxSettings settings(NotificationProperties notification) {
		InboxProperties inbox = notification.getInbox();
		if (inbox.getMultiplier() < 1) {
			throw new InvalidWechatPayPropertyException(PREFIX + "multiplier", "The value is less than 1.",
					"Write it like 2.");
		}
		return new InboxSettings(PropertyChecks.positive(notification.getLease(), "wechatpay.notification.lease"),
				PropertyChecks.between(inbox.getMaxAttempts(), 1, MAX_ATTEMPTS, PREFIX + "max-attempts", "12"),
				new InboxBackoff(PropertyChecks.positive(inbox.getInitialBackoff(), PREFIX + "initial-backoff"),
						inbox.getMultiplier(), PropertyChecks.positive(inbox.getMaxBackoff(), PREFIX + "max-backoff")),
				PropertyChecks.between(inbox.getConcurrency(), 1, MAX_CONCURRENCY, PREFIX + "concurrency", "8"),
				PropertyChecks.positive(inbox.getPollInterval(), PREFIX + "poll-interval"), inbox.getRetention(),
				PropertyChecks.positive(inbox.getDeadLetterRetention(), PREFIX + "dead-letter-retention"));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class Metrics {

		@Bean
		MeterBinder wechatPayInboxMetrics(InboxWatch watch) {
			return new InboxMetrics(watch);
		}

	}

}
