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

package io.github.wechatpay4j.limit;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.api.payments.Transactions;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * One of several nodes, for {@link SharedLimitIntegrationTests}: calls as often as it may
 * from a line of input on until the input ends.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class LimitedNode {

	static final String READY = "READY";

	private static final int CALLERS = 32;

	public static void main(String[] args) throws Exception {
		SpringApplication application = new SpringApplication(LimitedNode.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run(args)) {
			ReactiveWechatPayClient client = context.getBean(ReactiveWechatPayClient.class);
			String order = context.getEnvironment().getRequiredProperty("node");
			Mono<Void> call = client.execute(Transactions.queryByOutTradeNo(order))
				.then()
				.onErrorResume(ApiException.class, (ex) -> Mono.empty());
			System.out.println(READY);
			System.in.read();
			Disposable calls = Flux.range(0, CALLERS)
				.flatMap((caller) -> call.repeat(), CALLERS)
				.subscribe((nothing) -> {
				}, (ex) -> ex.printStackTrace(System.out));
			while (System.in.read() >= 0) {
				continue;
			}
			calls.dispose();
		}
	}

}
