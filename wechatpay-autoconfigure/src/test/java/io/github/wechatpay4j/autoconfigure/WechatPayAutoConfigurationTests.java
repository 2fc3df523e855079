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

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.delivery.NotificationProcessor;
import io.github.wechatpay4j.simulator.WechatPaySimulator;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.web.NotificationEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(OutputCaptureExtension.class)
class WechatPayAutoConfigurationTests {

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class,
				WechatPayNotificationAutoConfiguration.class, WechatPayNotificationEndpointAutoConfiguration.class,
				WechatPayActuatorAutoConfiguration.class, WechatPaySimulatorAutoConfiguration.class));

	@Test
	void doesNothingWithoutProperties() {
		this.contexts.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(WechatPayClient.class)
			.doesNotHaveBean(NotificationProcessor.class));
	}

	@Test
	void offersBothClients() {
		this.contexts.withPropertyValues(TestProperties.complete())
			.run((context) -> assertThat(context).hasSingleBean(WechatPayClient.class)
				.hasSingleBean(ReactiveWechatPayClient.class)
				.hasSingleBean(NotificationProcessor.class));
	}

	@Test
	void offersNoEndpointOutsideOfWebApplications() {
		this.contexts.withPropertyValues(TestProperties.complete())
			.run((context) -> assertThat(context).doesNotHaveBean(NotificationEndpoint.class));
	}

	@Test
	void makesTheNotifyUrlFromThePublicOriginAndThePath() {
		this.contexts
			.withPropertyValues(TestProperties.complete("wechatpay.notification.base-url=https://shop.example/",
					"wechatpay.notification.path=/pay/news"))
			.withPropertyValues(
					TestProperties.merchant("wechatpay.merchants.second", "1900000002").toArray(String[]::new))
			.run((context) -> {
				MerchantRegistry merchants = context.getBean(MerchantRegistry.class);
				assertThat(merchants.primary().notifyUrl()).isEqualTo("https://shop.example/pay/news");
				assertThat(merchants.get("second").notifyUrl()).isEqualTo("https://shop.example/pay/news/second");
			});
	}

	@Test
	void prefersTheMerchantsOwnNotifyUrl() {
		this.contexts
			.withPropertyValues(TestProperties.complete("wechatpay.notification.base-url=https://shop.example",
					"wechatpay.notify-url=https://gateway.example/wechat"))
			.run((context) -> assertThat(context.getBean(MerchantRegistry.class).primary().notifyUrl())
				.isEqualTo("https://gateway.example/wechat"));
	}

	@Test
	void takesTheOnlyNamedMerchantAsTheDefault() {
		this.contexts
			.withPropertyValues(
					TestProperties.merchant("wechatpay.merchants.only", "1900000002").toArray(String[]::new))
			.run((context) -> assertThat(context.getBean(MerchantRegistry.class).primary().mchid())
				.isEqualTo("1900000002"));
	}

	@Test
	void asksForANameWhereThereAreSeveralMerchantsAndNoDefault() {
		this.contexts
			.withPropertyValues(TestProperties.merchant("wechatpay.merchants.one", "1900000001").toArray(String[]::new))
			.withPropertyValues(TestProperties.merchant("wechatpay.merchants.two", "1900000002").toArray(String[]::new))
			.run((context) -> {
				assertThatIllegalStateException().isThrownBy(() -> context.getBean(MerchantRegistry.class).primary())
					.withMessageContaining("[one, two]");
				assertThatIllegalArgumentException()
					.isThrownBy(() -> context.getBean(WechatPayClient.class).merchant("three"))
					.withMessageContaining("'three'")
					.withMessageContaining("[one, two]");
			});
	}

	@Test
	void backsOffForTheApplicationsOwnBeans() {
		this.contexts.withPropertyValues(TestProperties.complete())
			.withUserConfiguration(OwnBeans.class)
			.run((context) -> {
				assertThat(context).hasSingleBean(MerchantRegistry.class).hasSingleBean(ClaimStore.class);
				assertThat(context.getBean(MerchantRegistry.class)).isSameAs(OwnBeans.MERCHANTS);
				assertThat(context.getBean(ClaimStore.class)).isSameAs(OwnBeans.CLAIMS);
			});
	}

	@Test
	void worksWithMerchantsOfTheApplicationAndNoProperty() {
		this.contexts.withUserConfiguration(OwnBeans.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(WechatPayClient.class)
				.hasSingleBean(NotificationProcessor.class));
	}

	@Test
	void worksWithConnectionDetailsOfTheApplicationAndNoProperty() {
		MerchantProperties merchant = new MerchantProperties();
		merchant.setMchid("1900000002");
		merchant.setSerialNumber(TestMerchants.SERIAL);
		merchant.setPrivateKey(TestProperties.PRIVATE_KEY);
		merchant.setApiV3Key(TestMerchants.API_V3_KEY);
		this.contexts.withBean(WechatPayConnectionDetails.class, () -> new WechatPayConnectionDetails() {

			@Override
			public URI baseUrl() {
				return URI.create("http://127.0.0.1:1");
			}

			@Override
			public Map<String, MerchantProperties> merchants() {
				return Map.of(Merchant.DEFAULT_NAME, merchant);
			}

		})
			.run((context) -> assertThat(context.getBean(MerchantRegistry.class).primary().mchid())
				.isEqualTo("1900000002"));
	}

	@Test
	void keepsMerchantsOfTheApplicationBesideTheSimulator() {
		this.contexts.withUserConfiguration(OwnBeans.class)
			.withPropertyValues("wechatpay.simulator.enabled=true")
			.run((context) -> assertThat(context.getBean(MerchantRegistry.class)).isSameAs(OwnBeans.MERCHANTS));
	}

	@Test
	void saysThatMoneyIsSimulatedAndKeysAreNotUsed(CapturedOutput output) {
		this.contexts.withPropertyValues("wechatpay.simulator.enabled=true").run((context) -> {
			assertThat(output)
				.contains("WeChat Pay is simulated at " + context.getBean(WechatPaySimulator.class).url());
			assertThat(output).contains("no money moves").doesNotContain("the configured keys are not used");
		});
		this.contexts.withPropertyValues(TestProperties.complete("wechatpay.simulator.enabled=true"))
			.run((context) -> assertThat(output).contains("the configured keys are not used"));
	}

	@ParameterizedTest
	@CsvSource({ "https://shop.example, /shop, https://shop.example/shop/wechatpay/notifications",
			"https://shop.example/, /, https://shop.example/wechatpay/notifications",
			"https://shop.example/public, /shop, https://shop.example/public/wechatpay/notifications" })
	void completesAnOriginWithTheContextPath(String baseUrl, String contextPath, String notifyUrl) {
		this.contexts
			.withPropertyValues(TestProperties.complete("wechatpay.notification.base-url=" + baseUrl,
					"server.servlet.context-path=" + contextPath))
			.run((context) -> assertThat(context.getBean(MerchantRegistry.class).primary().notifyUrl())
				.isEqualTo(notifyUrl));
	}

	@Test
	void appliesCustomizersInTheirOrder() {
		this.contexts.withPropertyValues(TestProperties.complete())
			.withUserConfiguration(Customizers.class)
			.run((context) -> assertThat(context.getBean(Customizers.class).applied).containsExactly("http", "first",
					"second", "client", "client"));
	}

	@Test
	void readsTheSerialNumberFromTheCertificate() {
		this.contexts
			.withPropertyValues("wechatpay.mchid=1900000001", "wechatpay.private-key=classpath:keys/merchant-pkcs8.pem",
					"wechatpay.certificate=classpath:keys/merchant-certificate.pem",
					"wechatpay.api-v3-key=" + TestMerchants.API_V3_KEY)
			.run((context) -> {
				Merchant merchant = context.getBean(MerchantRegistry.class).primary();
				assertThat(merchant.credentials().signer().serialNumber()).matches("[0-9A-F]{10,}");
			});
	}

	@Test
	void believesCertificatesWhereNoPublicKeyIsConfiguredWithoutAnyCall() {
		this.contexts
			.withPropertyValues("wechatpay.mchid=1900000001", "wechatpay.serial-number=" + TestMerchants.SERIAL,
					"wechatpay.private-key=" + TestProperties.PRIVATE_KEY,
					"wechatpay.api-v3-key=" + TestMerchants.API_V3_KEY, "wechatpay.base-url=http://127.0.0.1:1")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(WechatPayClient.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBeans {

		static final MerchantRegistry MERCHANTS = new InMemoryMerchantRegistry(List.of(TestMerchants.merchant()));

		static final ClaimStore CLAIMS = new CaffeineClaimStore();

		@Bean
		MerchantRegistry merchants() {
			return MERCHANTS;
		}

		@Bean
		ClaimStore claims() {
			return CLAIMS;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		final List<String> applied = new ArrayList<>();

		@Bean
		@Order(2)
		WechatPayWebClientCustomizer second() {
			return (builder) -> this.applied.add("second");
		}

		@Bean
		@Order(1)
		WechatPayWebClientCustomizer first() {
			return (builder) -> this.applied.add("first");
		}

		@Bean
		WechatPayClientCustomizer client() {
			return (clients) -> this.applied.add("client");
		}

		@Bean
		WechatPayHttpClientCustomizer http() {
			return (httpClient) -> {
				this.applied.add("http");
				return httpClient;
			};
		}

	}

}
