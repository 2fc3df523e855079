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

import java.util.concurrent.ThreadFactory;

import io.github.wechatpay4j.listener.WechatPayListenerRegistry;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.delivery.NotificationProcessor;
import io.github.wechatpay4j.web.EndpointProbe;
import io.github.wechatpay4j.web.NotificationEndpoint;
import io.github.wechatpay4j.web.NotificationPath;
import io.github.wechatpay4j.web.NotificationThreads;
import io.github.wechatpay4j.web.admission.AdmissionRuntimeHints;
import io.github.wechatpay4j.web.admission.NotificationAdmission;
import io.github.wechatpay4j.web.reactive.NotificationWebFilter;
import io.github.wechatpay4j.web.reactive.ReactiveEndpointProbe;
import io.github.wechatpay4j.web.servlet.NotificationRequestHandler;
import io.github.wechatpay4j.web.servlet.NotificationRequestMatcher;
import io.github.wechatpay4j.web.servlet.ProbeRuntimeHints;
import io.github.wechatpay4j.web.servlet.ServletEndpointProbe;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Auto-configuration of the notification endpoint for Spring MVC and Spring WebFlux.
 */
@AutoConfiguration(after = WechatPayNotificationAutoConfiguration.class)
@ConditionalOnBean(NotificationProcessor.class)
@ConditionalOnWebApplication
@ImportRuntimeHints(AdmissionRuntimeHints.class)
@ConditionalOnBooleanProperty(name = "wechatpay.notification.enabled", matchIfMissing = true)
public final class WechatPayNotificationEndpointAutoConfiguration {

	private static final String THREADS = "wechatpay-notification-";

	private static final int MAX_CONCURRENT = 10_000;

	private static final int MAX_BODY_SIZE = 64 * 1024 * 1024;

	@Bean
	@ConditionalOnMissingBean
	NotificationPath wechatPayNotificationPath(WechatPayProperties properties) {
		return NotificationAddress.path(properties.getNotification());
	}

	@Bean
	@ConditionalOnMissingBean
	NotificationThreads wechatPayNotificationThreads(WechatPayProperties properties, Environment environment) {
		ThreadFactory factory = Threading.VIRTUAL.isActive(environment)
				? new VirtualThreadTaskExecutor(THREADS).getVirtualThreadFactory()
				: new CustomizableThreadFactory(THREADS);
		return new NotificationThreads(factory, PropertyChecks.between(properties.getNotification().getMaxConcurrent(),
				1, MAX_CONCURRENT, "wechatpay.notification.max-concurrent", "64"),
				properties.getNotification().getLease());
	}

	@Bean
	@ConditionalOnMissingBean
	NotificationAdmission wechatPayNotificationAdmission(WechatPayProperties properties) {
		return AdmissionFactory.create(properties.getNotification());
	}

	@Bean
	@ConditionalOnMissingBean
	NotificationEndpoint wechatPayNotificationEndpoint(NotificationProcessor processor, MerchantRegistry merchants,
			NotificationThreads threads, NotificationAdmission admission, WechatPayProperties properties) {
		NotificationProperties notification = properties.getNotification();
		return new NotificationEndpoint(processor, merchants, threads, admission,
				PropertyChecks.positive(notification.getAnswerWithin(), "wechatpay.notification.answer-within"),
				PropertyChecks.between(notification.getMaxBodySize().toBytes(), 1, MAX_BODY_SIZE,
						"wechatpay.notification.max-body-size", "256KB"));
	}

	@Bean
	NotifyUrlCheck wechatPayNotifyUrlCheck(WechatPayListenerRegistry listeners, MerchantRegistry merchants,
			NotificationAddresses addresses) {
		return new NotifyUrlCheck(listeners, merchants, addresses);
	}

	@Bean
	@Lazy(false)
	NotificationAddressCheck wechatPayNotificationAddressCheck(ObjectProvider<EndpointProbe> probe,
			NotificationAddresses addresses, MerchantRegistry merchants) {
		return new NotificationAddressCheck(probe.getIfAvailable(), addresses, merchants);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass(HandlerMapping.class)
	@ImportRuntimeHints(ProbeRuntimeHints.class)
	static class Servlet {

		@Bean
		HandlerMapping wechatPayNotificationMapping(NotificationPath path, NotificationEndpoint endpoint) {
			return NotificationRequestHandler.mapping(path, endpoint);
		}

		@Bean
		EndpointProbe wechatPayEndpointProbe(ApplicationContext context) {
			WebPrefix prefix = WebPrefix.of(context);
			return new ServletEndpointProbe(context, prefix.contextPath(), prefix.servletPath());
		}

	}

	/** Exempts the endpoint only: the application's own security stays as it is. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass(WebSecurityCustomizer.class)
	static class ServletSecurity {

		@Bean
		WebSecurityCustomizer wechatPayNotificationSecurity(NotificationPath path, ApplicationContext context) {
			return (web) -> web.ignoring()
				.requestMatchers(new NotificationRequestMatcher(path, WebPrefix.of(context).servletPath()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class Reactive {

		@Bean
		NotificationWebFilter wechatPayNotificationWebFilter(NotificationPath path, NotificationEndpoint endpoint) {
			return new NotificationWebFilter(path, endpoint);
		}

		@Bean
		EndpointProbe wechatPayEndpointProbe(ApplicationContext context, NotificationPath path) {
			return new ReactiveEndpointProbe(WebPrefix.of(context).value(), path);
		}

	}

}
