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

package io.github.wechatpay4j.doctor;

import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.CallNotPermittedException.Reason;
import io.github.wechatpay4j.api.payments.Transactions;
import io.github.wechatpay4j.autoconfigure.WechatPayAutoConfiguration;
import io.github.wechatpay4j.autoconfigure.WechatPayClientCustomizer;
import io.github.wechatpay4j.autoconfigure.WechatPayDoctorAutoConfiguration;
import io.github.wechatpay4j.autoconfigure.WechatPaySimulatorAutoConfiguration;
import io.github.wechatpay4j.client.CallDecorator;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DoctorBehindLimitsTests {

	@Test
	void examinesAlthoughLimitsAndBreakersLetNothingThrough() {
		CallDecorator refusal = new CallDecorator() {

			@Override
			public <T> Mono<T> decorate(WechatPayRequest<T> request, Merchant merchant, Mono<T> call) {
				return Mono.error(new CallNotPermittedException("any", Reason.CIRCUIT_OPEN, "as told"));
			}

		};
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class,
					WechatPayDoctorAutoConfiguration.class, WechatPaySimulatorAutoConfiguration.class))
			.withPropertyValues("wechatpay.simulator.enabled=true")
			.withBean(WechatPayClientCustomizer.class, () -> (clients) -> clients.decorate(refusal))
			.run((context) -> {
				assertThatExceptionOfType(CallNotPermittedException.class)
					.isThrownBy(() -> context.getBean(WechatPayClient.class)
						.execute(Transactions.queryByOutTradeNo("order-1")));
				assertThat(context.getBean(WechatPayDoctor.class).examine("default").findings())
					.filteredOn((finding) -> finding.check().equals("merchant-key"))
					.extracting(Finding::level)
					.containsExactly(Finding.Level.OK);
			});
	}

}
