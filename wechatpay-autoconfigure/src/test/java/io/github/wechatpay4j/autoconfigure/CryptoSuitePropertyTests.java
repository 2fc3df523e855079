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

import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.operation.RawRequest;
import io.github.wechatpay4j.simulator.WechatPaySimulator;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Merchants with {@code wechatpay.crypto-suite: sm}.
 */
class CryptoSuitePropertyTests {

	private static final String SM = "WECHATPAY2-SM2-WITH-SM3";

	private static final String RSA = "WECHATPAY2-SHA256-RSA2048";

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class,
				WechatPayNotificationAutoConfiguration.class, WechatPaySimulatorAutoConfiguration.class));

	@Test
	void isRsaUnlessToldOtherwise() {
		this.contexts.withPropertyValues(TestProperties.complete())
			.run((context) -> assertThat(scheme(context.getBean(MerchantRegistry.class).primary())).isEqualTo(RSA));
	}

	@Test
	void readsTheKeysOfAnSmMerchant() {
		this.contexts.withPropertyValues(smMerchant()).run((context) -> {
			Merchant merchant = context.getBean(MerchantRegistry.class).primary();
			assertThat(scheme(merchant)).isEqualTo(SM);
			assertThat(merchant.credentials().signer().serialNumber())
				.isEqualTo("157056765AB5A9EEE5D363D0329039A254D5EF49");
		});
	}

	@Test
	void explainsAKeyOfTheOtherKind() {
		assertExplained(TestProperties.complete("wechatpay.crypto-suite=sm"),
				"'wechatpay.private-key': The key is not an SM2 key.");
		assertExplained(TestProperties.complete("wechatpay.private-key=classpath:keys/sm2-merchant-pkcs8.pem"),
				"'wechatpay.private-key': The key is not an RSA key.");
	}

	@Test
	void explainsTheMerchantsOwnPublicKey() {
		String[] properties = smMerchant();
		properties[properties.length - 1] = "wechatpay.public-key=classpath:keys/sm2-merchant-certificate.pem";
		assertExplained(properties, "'wechatpay.public-key': The content is the merchant's own API certificate");
	}

	@ParameterizedTest
	@ValueSource(strings = { "auto", "certificates", "both" })
	void worksAgainstTheSimulator(String trust) {
		this.contexts
			.withPropertyValues("wechatpay.simulator.enabled=true", "wechatpay.crypto-suite=sm",
					"wechatpay.trust=" + trust, "wechatpay.merchants.second.mchid=1900000002",
					"wechatpay.mchid=1900000001", "wechatpay.merchants.second.trust=" + trust)
			.run((context) -> {
				MerchantRegistry merchants = context.getBean(MerchantRegistry.class);
				assertThat(scheme(merchants.primary())).isEqualTo(SM);
				assertThat(scheme(merchants.get("second"))).isEqualTo(RSA);
				assertThat(context.getBean(WechatPaySimulator.class).merchant("1900000001").cryptoSuite())
					.isEqualTo("sm");
				WechatPayClient client = context.getBean(WechatPayClient.class);
				for (WechatPayClient each : new WechatPayClient[] { client, client.merchant("second") }) {
					assertThat(
							each.execute(RawRequest.post("/v3/security/echo", "{\"echo_message\":\"hello\"}")).body())
						.asString()
						.contains("hello");
				}
			});
	}

	private void assertExplained(String[] properties, String problem) {
		this.contexts.withPropertyValues(properties)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidWechatPayPropertyException.class)
				.hasMessageContaining(problem));
	}

	private static String scheme(Merchant merchant) {
		return merchant.credentials().suite().scheme();
	}

	private static String[] smMerchant() {
		return new String[] { "wechatpay.mchid=" + TestMerchants.MCHID, "wechatpay.crypto-suite=sm",
				"wechatpay.private-key=classpath:keys/sm2-merchant-pkcs8.pem",
				"wechatpay.certificate=classpath:keys/sm2-merchant-certificate.pem",
				"wechatpay.api-v3-key=" + TestMerchants.API_V3_KEY,
				"wechatpay.public-key-id=PUB_KEY_ID_0119000000012024101500000000",
				"wechatpay.public-key=classpath:keys/sm2-platform-public.pem" };
	}

}
