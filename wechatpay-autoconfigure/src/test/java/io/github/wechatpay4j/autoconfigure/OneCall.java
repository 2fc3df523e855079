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

import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.client.WechatPayClient;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application that starts and makes one call, for
 * {@link WithoutOptionalLibrariesTests}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class OneCall {

	static final String ANSWER = "The platform answers ";

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = SpringApplication.run(OneCall.class, args)) {
			System.out.println(ANSWER + context.getBean(WechatPayClient.class)
				.execute(NativePayments
					.prepay((r) -> r.description("Coffee").outTradeNo("1").amount((a) -> a.total(1800))))
				.codeUrl());
		}
	}

}
