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

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where neither of the faster providers is on the class path.
 */
class CryptoSuiteConfigurationTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class))
		.withPropertyValues(TestProperties.complete());

	@Test
	void usesTheJdkByDefaultAndByName() {
		this.application
			.run((context) -> assertThat(context.getBean(CryptoSuite.class).providerName()).isEqualTo("JDK"));
		this.application.withPropertyValues("wechatpay.crypto-provider=jdk")
			.run((context) -> assertThat(context.getBean(CryptoSuite.class).providerName()).isEqualTo("JDK"));
	}

	@Test
	void givesTheSuiteToMerchants() {
		this.application
			.run((context) -> assertThat(context.getBean(MerchantRegistry.class).primary().credentials().suite())
				.isSameAs(context.getBean(CryptoSuite.class)));
	}

	@Test
	void backsOffForASuiteOfTheApplication() {
		this.application.withUserConfiguration(OwnSuite.class)
			.run((context) -> assertThat(context.getBean(CryptoSuite.class)).isSameAs(CryptoSuite.rsa()));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSuite {

		@Bean
		CryptoSuite suite() {
			return CryptoSuite.rsa();
		}

	}

}
