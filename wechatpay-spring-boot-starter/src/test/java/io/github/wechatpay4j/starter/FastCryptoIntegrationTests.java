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

package io.github.wechatpay4j.starter;

import java.security.Security;
import java.time.Duration;

import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.crypto.CryptoSuite;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the starter brings is used without a word, and not installed.
 */
@EnabledOnOs(value = OS.LINUX, architectures = { "amd64", "aarch64" })
class FastCryptoIntegrationTests {

	@ParameterizedTest
	@ValueSource(strings = { "auto", "accp" })
	void signsWithTheProviderThatTheStarterBrings(String provider) {
		try (ConfigurableApplicationContext context = new SpringApplication(Application.class).run("--server.port=0",
				"--server.address=127.0.0.1", "--wechatpay.simulator.enabled=true",
				"--wechatpay.crypto-provider=" + provider)) {
			CryptoSuite suite = context.getBean(CryptoSuite.class);
			WechatPayClient wechatPay = context.getBean(WechatPayClient.class);
			assertThat(codeUrl(wechatPay, provider + "-order-1")).startsWith("weixin://");
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.until(() -> "AmazonCorrettoCryptoProvider".equals(suite.providerName()));
			assertThat(codeUrl(wechatPay, provider + "-order-2")).startsWith("weixin://");
			assertThat(Security.getProvider("AmazonCorrettoCryptoProvider")).isNull();
		}
	}

	private static String codeUrl(WechatPayClient wechatPay, String outTradeNo) {
		return wechatPay
			.execute(NativePayments
				.prepay((r) -> r.description("Tea").outTradeNo(outTradeNo).amount((a) -> a.total(900))))
			.codeUrl();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
