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

import java.util.List;

import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.actuate.WechatPayEndpoint;
import io.github.wechatpay4j.actuate.WechatPayInfoContributor;
import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.doctor.WechatPayDoctor;
import io.github.wechatpay4j.health.WechatPayHealthIndicator;
import io.github.wechatpay4j.notification.NotificationObserver;
import io.github.wechatpay4j.observation.WechatPayCallContext;
import io.github.wechatpay4j.observation.WechatPayCallConvention;
import io.github.wechatpay4j.testing.RecordedObservations;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WechatPayObservationAutoConfigurationTests {

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class,
				WechatPayNotificationAutoConfiguration.class, WechatPayNotificationEndpointAutoConfiguration.class,
				WechatPayObservationAutoConfiguration.class, WechatPayDoctorAutoConfiguration.class,
				WechatPayEndpointAutoConfiguration.class, WechatPayHealthAutoConfiguration.class,
				WechatPayKeyMetricsAutoConfiguration.class, WechatPayActuatorAutoConfiguration.class))
		.withPropertyValues(TestProperties.complete("wechatpay.base-url=http://127.0.0.1:1",
				"wechatpay.notify-url=https://shop.example/news",
				"management.endpoints.web.exposure.include=wechatpay"));

	@Test
	void observesCallsOutsideAndAttemptsInside() {
		this.contexts.withUserConfiguration(Recording.class).run((context) -> {
			call(context);
			RecordedObservations recorded = context.getBean(RecordedObservations.class);
			assertThat(recorded.all()).extracting(Observation.Context::getName)
				.contains("wechatpay.attempt")
				.endsWith("wechatpay.call");
			assertThat(recorded.all("wechatpay.attempt"))
				.allSatisfy((attempt) -> assertThat(attempt.getParentObservation().getContextView().getName())
					.isEqualTo("wechatpay.call"));
			assertThat(recorded.low("wechatpay.call")).contains("operation=NativePayments.prepay",
					"exception=TransportException", "outcome=UNKNOWN");
			assertThat(context).hasSingleBean(NotificationObserver.class);
		});
	}

	@Test
	void takesTheConventionOfTheApplication() {
		this.contexts.withUserConfiguration(Recording.class, OwnConvention.class).run((context) -> {
			call(context);
			assertThat(context.getBean(RecordedObservations.class).all("own.call")).hasSize(1);
		});
	}

	@Test
	void observesNothingWithoutARegistry() {
		this.contexts.run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(NotificationObserver.class);
			call(context);
		});
	}

	@Test
	void doesNotChooseBetweenRegistriesOfTheApplication() {
		this.contexts.withBean("one", ObservationRegistry.class, ObservationRegistry::create)
			.withBean("two", ObservationRegistry.class, ObservationRegistry::create)
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(NotificationObserver.class);
				call(context);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.micrometer", "org.springframework.boot.actuate", "org.springframework.boot.health",
			"io.micrometer,org.springframework.boot.actuate,org.springframework.boot.health" })
	void worksWithout(String packages) {
		this.contexts.withClassLoader(new FilteredClassLoader(packages.split(","))).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(WechatPayDoctor.class);
			call(context);
			List<String> names = List.of(context.getBeanDefinitionNames());
			assertThat(names.contains("wechatpayHealthIndicator")).isEqualTo(!packages.contains("health"));
			assertThat(names.contains("wechatPayInfoContributor")).isEqualTo(!packages.contains("actuate"));
		});
	}

	@Test
	void canBeTurnedOff() {
		this.contexts
			.withPropertyValues("management.health.wechatpay.enabled=false", "management.info.wechatpay.enabled=false",
					"management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).doesNotHaveBean(WechatPayHealthIndicator.class)
				.doesNotHaveBean(WechatPayInfoContributor.class)
				.doesNotHaveBean(WechatPayEndpoint.class));
	}

	@Test
	void offersNothingWhereWechatPayIsNotConfigured() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class,
					WechatPayObservationAutoConfiguration.class, WechatPayDoctorAutoConfiguration.class,
					WechatPayEndpointAutoConfiguration.class, WechatPayHealthAutoConfiguration.class))
			.withUserConfiguration(Recording.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(WechatPayDoctor.class)
				.doesNotHaveBean(NotificationObserver.class)
				.doesNotHaveBean(WechatPayHealthIndicator.class)
				.doesNotHaveBean(WechatPayInfoContributor.class));
	}

	private static void call(ApplicationContext context) {
		assertThatExceptionOfType(WechatPayException.class)
			.isThrownBy(() -> context.getBean(WechatPayClient.class)
				.execute(NativePayments
					.prepay((r) -> r.description("Coffee").outTradeNo("1").amount((a) -> a.total(1800)))))
			.withMessageContaining("connecting");
	}

	@Configuration(proxyBeanMethods = false)
	static class Recording {

		@Bean
		RecordedObservations recordedObservations() {
			return new RecordedObservations();
		}

		@Bean
		ObservationRegistry observationRegistry(RecordedObservations recorded) {
			return recorded.registry();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnConvention {

		@Bean
		WechatPayCallConvention ownConvention() {
			return new WechatPayCallConvention() {

				@Override
				public String getName() {
					return "own.call";
				}

				@Override
				public String getContextualName(WechatPayCallContext context) {
					return "own";
				}

			};
		}

	}

}
