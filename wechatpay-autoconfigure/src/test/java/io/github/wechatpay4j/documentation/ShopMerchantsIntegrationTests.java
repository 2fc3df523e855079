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

package io.github.wechatpay4j.documentation;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.api.payments.NativePrepayRequest;
import io.github.wechatpay4j.api.refunds.Refunds;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import io.github.wechatpay4j.autoconfigure.WechatPayAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The registry that docs/keys.md shows: nothing of its merchants is configured, but what
 * is configured for all holds for them too.
 */
class ShopMerchantsIntegrationTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final Map<String, DocsExamples.Shop> shops = new ConcurrentHashMap<>();

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class))
		.withBean(DocsExamples.OwnRegistry.ShopMerchants.class,
				() -> new DocsExamples.OwnRegistry.ShopMerchants(this::shop))
		.withPropertyValues("wechatpay.base-url=" + platform.url(), "wechatpay.retry.initial-backoff=1ms",
				"wechatpay.notification.base-url=https://shop.example");

	@BeforeEach
	void answer() {
		platform.clock().set(Instant.now());
		platform.answers(platform.signed(200, "{\"code_url\":\"weixin://x\"}"));
		this.shops.put("default", row("default", "1900000001"));
		this.shops.put("shop-b", row("shop-b", "1900000002"));
	}

	@Test
	void bothClientsFillInTheAddressOfEachMerchant() {
		this.contexts.run((context) -> {
			blocking(context).execute(order());
			assertThat(sent()).contains("\"notify_url\":\"https://shop.example/wechatpay/notifications\"");
			blocking(context).merchant("shop-b").execute(order());
			assertThat(sent()).contains("\"notify_url\":\"https://shop.example/wechatpay/notifications/shop-b\"")
				.contains("\"mchid\":\"1900000002\"");
			reactive(context).execute(order()).block();
			assertThat(sent()).contains("\"notify_url\":\"https://shop.example/wechatpay/notifications\"");
			reactive(context).merchant("shop-b").execute(order()).block();
			assertThat(sent()).contains("\"notify_url\":\"https://shop.example/wechatpay/notifications/shop-b\"");
		});
	}

	@Test
	void refundsAreNotifiedToo() {
		this.contexts.run((context) -> {
			platform.answers(platform.signed(500, "{\"code\":\"SYSTEM_ERROR\"}"));
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> blocking(context).merchant("shop-b")
				.execute(Refunds.create((r) -> r.outTradeNo("1")
					.outRefundNo("R1")
					.amount((a) -> a.refund(1).total(1).currency("CNY")))));
			assertThat(platform.requests()).as("retried as configured").hasSize(3);
			assertThat(sent()).contains("\"notify_url\":\"https://shop.example/wechatpay/notifications/shop-b\"");
		});
	}

	@Test
	void aMerchantThatComesLaterHasItsAddressAtOnce() {
		this.contexts.run((context) -> {
			assertThat(context.getBean(MerchantRegistry.class).find("shop-c")).isEmpty();
			this.shops.put("shop-c", row("shop-c", "1900000003"));
			blocking(context).merchant("shop-c").execute(order());
			assertThat(sent()).contains("\"notify_url\":\"https://shop.example/wechatpay/notifications/shop-c\"");
		});
	}

	@Test
	void anAddressOfTheRequestWins() {
		this.contexts.run((context) -> {
			blocking(context).execute(NativePayments.prepay((r) -> r.description("Coffee")
				.outTradeNo("1")
				.notifyUrl("https://own.example/news")
				.amount((a) -> a.total(1800))));
			assertThat(sent()).contains("\"notify_url\":\"https://own.example/news\"");
		});
	}

	@Test
	void keysAndAppidsAreNeverTakenFromTheConfiguration() {
		this.contexts.withPropertyValues("wechatpay.appid=wx0000000000000000").run((context) -> {
			this.shops.put("default", new DocsExamples.Shop("default", "1900000001", null, TestMerchants.SERIAL,
					privateKey(), TestMerchants.API_V3_KEY, PlatformSigner.PUBLIC_KEY_ID, publicKey()));
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> blocking(context).execute(order()))
				.withMessageContaining("'appid' is required");
		});
	}

	@Test
	void theLookupStillMayBlock() {
		this.contexts.run((context) -> assertThat(context.getBean(MerchantRegistry.class).isBlocking()).isTrue());
	}

	private static WechatPayClient blocking(ApplicationContext context) {
		return context.getBean(WechatPayClient.class);
	}

	private static ReactiveWechatPayClient reactive(ApplicationContext context) {
		return context.getBean(ReactiveWechatPayClient.class);
	}

	private static WechatPayRequest<?> order() {
		return NativePayments.prepay((
				NativePrepayRequest.Builder r) -> r.description("Coffee").outTradeNo("1").amount((a) -> a.total(1800)));
	}

	private static String sent() {
		return platform.requests().get(platform.requests().size() - 1).getBodyAsString();
	}

	private Optional<DocsExamples.Shop> shop(String name) {
		return Optional.ofNullable(this.shops.get(name));
	}

	private static DocsExamples.Shop row(String name, String mchid) {
		return new DocsExamples.Shop(name, mchid, TestMerchants.APPID, TestMerchants.SERIAL, privateKey(),
				TestMerchants.API_V3_KEY, PlatformSigner.PUBLIC_KEY_ID, publicKey());
	}

	private static String privateKey() {
		return pem("PRIVATE KEY", TestKeys.MERCHANT.getPrivate().getEncoded());
	}

	private static String publicKey() {
		return pem("PUBLIC KEY", TestKeys.PLATFORM.getPublic().getEncoded());
	}

	private static String pem(String label, byte[] content) {
		return "-----BEGIN " + label + "-----\n" + Base64.getEncoder().encodeToString(content) + "\n-----END " + label
				+ "-----\n";
	}

}
