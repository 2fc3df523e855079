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
import io.github.wechatpay4j.crypto.provider.CryptoProviderUnavailableException;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The RSA suite, on the provider that properties name.
 */
@Configuration(proxyBeanMethods = false)
class CryptoSuiteConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CryptoSuite wechatPayCryptoSuite(WechatPayProperties properties) {
		try {
			return CryptoSuite.rsa(properties.getCryptoProvider());
		}
		catch (CryptoProviderUnavailableException ex) {
			throw new InvalidWechatPayPropertyException("wechatpay.crypto-provider", ex.problem(), ex.remedy());
		}
	}

}
