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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.WechatPayListener;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.web.NotificationPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which addresses follow from the configuration, and which of them nobody serves.
 */
@ExtendWith(OutputCaptureExtension.class)
class NotificationAddressTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(WechatPayAutoConfiguration.class,
			WechatPayNotificationAutoConfiguration.class, WechatPayNotificationEndpointAutoConfiguration.class);

	private static final String[] LEFT_OVER = { "server.servlet.context-path=/shop", "spring.mvc.servlet.path=/app",
			"spring.webflux.base-path=/store" };

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	private final ApplicationContextRunner worker = new ApplicationContextRunner().withConfiguration(CONFIGURATIONS);

	@ParameterizedTest
	@CsvSource({ "https://shop.example, https://shop.example", "https://shop.example/, https://shop.example",
			"https://shop.example//, https://shop.example", "https://shop.example///, https://shop.example",
			"HTTPS://Shop.Example, https://shop.example", "https://shop.example:8443/, https://shop.example:8443",
			"http://[2001:db8::1]:8080, http://[2001:db8::1]:8080", "'  https://shop.example  ', https://shop.example",
			"https://shop.example//public//, https://shop.example/public",
			"https://shop.example/Public/, https://shop.example/Public" })
	void doesNotCareHowABaseUrlEnds(String baseUrl, String start) {
		assertThat(addresses(this.servlet, "wechatpay.notification.base-url=" + baseUrl))
			.containsExactly(start + "/wechatpay/notifications", start + "/wechatpay/notifications/second");
	}

	@ParameterizedTest
	@ValueSource(strings = { "shop.example", "//shop.example", "ftp://shop.example", "https:///path", "https://",
			"https://shop.example?a=b", "https://shop.example/#top", "https://shop.example/\u200bpay",
			"https://shop.example/a b" })
	void refusesABaseUrlThatIsNone(String baseUrl) {
		run(this.servlet, List.of("wechatpay.notification.base-url=" + baseUrl),
				(context) -> assertThat(failure(context)).contains("wechatpay.notification.base-url"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/pay/news", "pay/news", "/pay/news/", "pay/news//", " /pay/news " })
	void doesNotCareAboutTheSlashesAroundThePath(String path) {
		assertThat(addresses(this.servlet, "wechatpay.notification.base-url=https://shop.example",
				"wechatpay.notification.path=" + path))
			.containsExactly("https://shop.example/pay/news", "https://shop.example/pay/news/second");
	}

	@Test
	void addsThePrefixOfTheStackThatRunsOnly() {
		String[] properties = { "wechatpay.notification.base-url=https://shop.example", LEFT_OVER[0], LEFT_OVER[1],
				LEFT_OVER[2] };
		assertThat(addresses(this.servlet, properties).get(0))
			.isEqualTo("https://shop.example/shop/app/wechatpay/notifications");
		assertThat(addresses(this.reactive, properties).get(0))
			.isEqualTo("https://shop.example/store/wechatpay/notifications");
		assertThat(addresses(this.worker, properties).get(0)).as("shares its configuration with a servlet application")
			.isEqualTo("https://shop.example/shop/app/wechatpay/notifications");
	}

	@Test
	void completesABasePathAsSpringBootDoes() {
		assertThat(addresses(this.reactive, "wechatpay.notification.base-url=https://shop.example",
				"spring.webflux.base-path=store/")
			.get(0)).isEqualTo("https://shop.example/store/wechatpay/notifications");
	}

	@Test
	void takesThePathFromABeanOfTheApplication() {
		run(this.servlet.withBean(NotificationPath.class, () -> new NotificationPath("/own")),
				List.of("wechatpay.notification.base-url=https://shop.example"),
				(context) -> assertThat(context.getBean(MerchantRegistry.class).primary().notifyUrl())
					.isEqualTo("https://shop.example/own"));
	}

	@ParameterizedTest
	@CsvSource({ "https://shop.example/wechatpay/notifications, false",
			"https://shop.example/wechatpay/notifications/, false", "https://shop.example/wechatpay/notification, true",
			"https://shop.example//wechatpay/notifications, true", "https://shop.example/public/notifications, true",
			"https://shop.example, true" })
	void warnsOfAnExplicitAddressThatNothingAnswers(String notifyUrl, boolean warned, CapturedOutput output) {
		for (AbstractApplicationContextRunner<?, ?, ?> runner : List.of(this.servlet, this.reactive)) {
			int before = output.length();
			run(runner, List.of("wechatpay.notify-url=" + notifyUrl), (context) -> {
				String written = output.toString().substring(before);
				assertThat(written.split("No mapping of this application answers", -1)).hasSize(warned ? 2 : 1);
				assertThat(written.contains("'default': " + notifyUrl)).isEqualTo(warned);
				assertThat(context.getBean(MerchantRegistry.class).primary().notifyUrl()).isEqualTo(notifyUrl);
			});
		}
	}

	@Test
	void warnsOfAnAddressOfAnotherMerchant(CapturedOutput output) {
		run(this.servlet,
				List.of("wechatpay.notification.base-url=https://shop.example",
						"wechatpay.merchants.second.notify-url=https://shop.example/wechatpay/notifications"),
				(context) -> {
				});
		assertThat(output)
			.contains("'second': https://shop.example/wechatpay/notifications is the address of 'default'");
	}

	@Test
	void theOnlyMerchantMayUseTheEndpointsOwnPath(CapturedOutput output) {
		this.servlet
			.withPropertyValues(
					TestProperties.merchant("wechatpay.merchants.only", "1900000002").toArray(String[]::new))
			.withPropertyValues("wechatpay.merchants.only.notify-url=https://shop.example/wechatpay/notifications")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).doesNotContain("No mapping").doesNotContain("another merchant");
	}

	@Test
	void warnsOfABaseUrlWhosePathOnlyAProxyKnows(CapturedOutput output) {
		run(this.servlet, List.of("wechatpay.notification.base-url=https://shop.example/public"), (context) -> {
		});
		assertThat(output.toString().split("No mapping of this application answers", -1)).hasSize(2);
		assertThat(output).contains("https://shop.example/public/wechatpay/notifications");
	}

	@Test
	void refusesToStartBehindAMappingThatComesFirst() {
		run(this.servlet.withUserConfiguration(Shadow.class),
				List.of("wechatpay.notification.base-url=https://shop.example"),
				(context) -> assertThat(failure(context)).contains("wechatpay.notification.path")
					.contains("does not answer at https://shop.example/wechatpay/notifications")
					.contains(Everything.class.getName()));
	}

	@Test
	void comesBeforeControllersAndResources() {
		run(this.servlet.withUserConfiguration(Controllers.class),
				List.of("wechatpay.notification.base-url=https://shop.example"),
				(context) -> assertThat(failure(context)).isEmpty());
	}

	@Test
	void saysNothingWhereAnotherApplicationReceivesNotifications(CapturedOutput output) {
		run(this.servlet, List.of("wechatpay.notification.base-url=https://other.example/pay",
				"wechatpay.notification.enabled=false"), (context) -> assertThat(failure(context)).isEmpty());
		run(this.worker, List.of("wechatpay.notification.base-url=https://other.example/pay"),
				(context) -> assertThat(failure(context)).isEmpty());
		assertThat(output).doesNotContain("No mapping");
	}

	@Test
	void anOwnRegistryGetsTheAddressThatIsConfiguredForItsName() {
		NotificationAddresses addresses = new NotificationAddresses(Map.of("second", "https://own.example/news"),
				new NotificationAddress("https://shop.example", "", new NotificationPath("/news")));
		InMemoryMerchantRegistry own = new InMemoryMerchantRegistry(List.of());
		MerchantRegistry addressed = addresses.complete(own);
		assertThat(addressed.isBlocking()).isFalse();
		assertThat(addressed.find("second")).isEmpty();
		own.put(merchant("second", null));
		own.put(merchant("third", null));
		own.put(merchant("fourth", "https://fourth.example"));
		assertThat(addressed.get("second").notifyUrl()).isEqualTo("https://own.example/news");
		assertThat(addressed.find("third").orElseThrow().notifyUrl()).isEqualTo("https://shop.example/news/third");
		assertThat(addressed.all()).extracting(Merchant::notifyUrl)
			.contains("https://fourth.example", "https://shop.example/news/third");
		own.remove("second");
		own.remove("third");
		assertThat(addressed.primary().notifyUrl()).isEqualTo("https://fourth.example");
	}

	private static Merchant merchant(String name, String notifyUrl) {
		return Merchant.of(TestMerchants.credentials(), PlatformSigner.trust()).name(name).notifyUrl(notifyUrl).build();
	}

	private static List<String> addresses(AbstractApplicationContextRunner<?, ?, ?> runner, String... properties) {
		List<String> found = new ArrayList<>();
		run(runner, List.of(properties), (context) -> {
			MerchantRegistry merchants = context.getBean(MerchantRegistry.class);
			found.add(merchants.get("default").notifyUrl());
			found.add(merchants.get("second").notifyUrl());
		});
		return found;
	}

	private static void run(AbstractApplicationContextRunner<?, ?, ?> runner, List<String> properties,
			Consumer<ApplicationContext> check) {
		runner.withPropertyValues(TestProperties.complete())
			.withPropertyValues(
					TestProperties.merchant("wechatpay.merchants.second", "1900000002").toArray(String[]::new))
			.withPropertyValues(properties.toArray(String[]::new))
			.run((context) -> check.accept(context));
	}

	private static String failure(ApplicationContext context) {
		Throwable failure = ((ApplicationContextAssertProvider<?>) context).getStartupFailure();
		StringBuilder text = new StringBuilder();
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			text.append(cause.getMessage()).append('\n');
		}
		return text.toString();
	}

	@Configuration(proxyBeanMethods = false)
	static class Shadow {

		@Bean
		HandlerMapping everything() {
			return new SimpleUrlHandlerMapping(Map.of("/**", new Everything()), Ordered.HIGHEST_PRECEDENCE);
		}

	}

	static final class Everything implements HttpRequestHandler {

		@Override
		public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
			response.setStatus(404);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebMvc
	static class Controllers {

		@Bean
		CatchAll catchAll() {
			return new CatchAll();
		}

		@Bean
		Object listener() {
			return new Object() {

				@WechatPayListener
				void paid(TransactionNotification paid) {
				}

			};
		}

	}

	@RestController
	static class CatchAll {

		@GetMapping({ "/wechatpay/**", "/{first}/{second}" })
		String any() {
			return "";
		}

	}

}
