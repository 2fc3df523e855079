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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.wechatpay4j.actuate.WechatPaySanitizingFunction;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Auto-configuration of what Spring Boot Actuator may show.
 */
@AutoConfiguration(after = WechatPayAutoConfiguration.class)
@ConditionalOnClass(SanitizingFunction.class)
@ConditionalOnBean(WechatPayConnectionDetails.class)
@EnableConfigurationProperties(WechatPayProperties.class)
public final class WechatPayActuatorAutoConfiguration {

	@Bean
	WechatPaySanitizingFunction wechatPaySanitizingFunction(ObjectProvider<WechatPayConnectionDetails> details,
			WechatPayProperties properties, ConfigurableEnvironment environment) {
		List<MerchantProperties> merchants = new ArrayList<>(properties.getMerchants().values());
		merchants.add(properties);
		details.forEach((each) -> merchants.addAll(each.merchants().values()));
		String proxyPassword = properties.getHttp().getProxy().getPassword();
		List<String> known = Stream
			.concat(merchants.stream().flatMap(WechatPayActuatorAutoConfiguration::secrets),
					Stream.ofNullable(proxyPassword))
			.toList();
		return new WechatPaySanitizingFunction(environment, known, System::nanoTime);
	}

	/**
	 * The default password, the merchant's number, is no secret.
	 */
	private static Stream<String> secrets(MerchantProperties merchant) {
		String password = merchant.getPrivateKeyPassword();
		return Stream
			.of(merchant.getPrivateKey(), Objects.equals(password, merchant.getMchid()) ? null : password,
					merchant.getApiV3Key(), merchant.getApiV3KeyPrevious())
			.flatMap(Stream::ofNullable);
	}

}
