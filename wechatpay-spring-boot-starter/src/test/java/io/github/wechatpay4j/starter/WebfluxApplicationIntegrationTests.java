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

import java.time.Duration;

import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.payments.Transactions;
import io.github.wechatpay4j.api.payments.transaction.TradeState;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.notification.WechatPayListener;
import io.github.wechatpay4j.simulator.WechatPaySimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with the starter and {@code spring-boot-starter-webflux}, nothing else.
 */
class WebfluxApplicationIntegrationTests {

	@Test
	void runsWithoutAnyServletClass() {
		assertThat(ClassUtils.isPresent("jakarta.servlet.Servlet", getClass().getClassLoader())).isFalse();
		assertThat(ClassUtils.isPresent("org.springframework.web.servlet.DispatcherServlet", null)).isFalse();
		assertThat(ClassUtils.isPresent("org.springframework.security.web.SecurityFilterChain", null)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "public-key", "certificates", "both" })
	void takesMoneyAndHearsOfIt(String trust) {
		try (ConfigurableApplicationContext context = start(trust)) {
			ReactiveWechatPayClient wechatPay = context.getBean(ReactiveWechatPayClient.class);
			WechatPaySimulator simulator = context.getBean(WechatPaySimulator.class);
			StepVerifier
				.create(wechatPay.execute(NativePayments
					.prepay((r) -> r.description("Tea").outTradeNo("tea-order-1").amount((a) -> a.total(900)))))
				.assertNext((order) -> assertThat(order.codeUrl()).startsWith("weixin://"))
				.verifyComplete();
			simulator.pay("tea-order-1");
			StepVerifier.create(context.getBean(Till.class).paid())
				.assertNext((paid) -> assertThat(paid.outTradeNo()).isEqualTo("tea-order-1"))
				.expectComplete()
				.verify(Duration.ofSeconds(30));
			StepVerifier.create(wechatPay.execute(Transactions.queryByOutTradeNo("tea-order-1")))
				.assertNext((transaction) -> assertThat(transaction.tradeState()).isEqualTo(TradeState.SUCCESS))
				.verifyComplete();
		}
	}

	private static ConfigurableApplicationContext start(String trust) {
		return new SpringApplication(TillApplication.class).run("--server.port=0", "--server.address=127.0.0.1",
				"--wechatpay.simulator.enabled=true", "--wechatpay.trust=" + trust);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class TillApplication {

		@Bean
		Till till() {
			return new Till();
		}

	}

	static class Till {

		private final Sinks.One<TransactionNotification> paid = Sinks.one();

		@WechatPayListener
		Mono<Void> paid(TransactionNotification notification) {
			return Mono.fromRunnable(() -> this.paid.tryEmitValue(notification).orThrow());
		}

		Mono<TransactionNotification> paid() {
			return this.paid.asMono();
		}

	}

}
