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

import java.util.Set;

import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.client.WechatPayClient;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Explains that a client is injected although nothing is configured.
 */
class NoWechatPayClientFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException>
		implements Ordered {

	private static final Set<Class<?>> CLIENTS = Set.of(WechatPayClient.class, ReactiveWechatPayClient.class);

	private final Environment environment;

	NoWechatPayClientFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	/** Before Spring Boot's own, which says less, whatever the order of jars. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		if (cause.getNumberOfBeansFound() > 0 || cause.getResolvableType() == null
				|| !CLIENTS.contains(cause.getResolvableType().resolve())) {
			return null;
		}
		if (OnWechatPayConfiguredCondition.isConfigured(this.environment)) {
			return new FailureAnalysis(
					((description != null) ? description : "A bean") + " needs a WeChat Pay client. Properties below"
							+ " 'wechatpay' are set, but the auto-configuration of WeChat Pay is not active here.",
					"In a test of a slice, such as @WebMvcTest, replace the client with @MockitoBean, or add"
							+ " @ImportAutoConfiguration(WechatPayAutoConfiguration.class). Elsewhere, do not exclude"
							+ " WechatPayAutoConfiguration.",
					cause);
		}
		return new FailureAnalysis(
				((description != null) ? description : "A bean") + " needs a WeChat Pay client, but no property below"
						+ " 'wechatpay' is set.",
				"Set wechatpay.mchid, wechatpay.serial-number, wechatpay.private-key, wechatpay.api-v3-key,"
						+ " wechatpay.public-key-id and wechatpay.public-key; or, to work without a merchant account,"
						+ " add wechatpay-simulator and set wechatpay.simulator.enabled=true.",
				cause);
	}

}
