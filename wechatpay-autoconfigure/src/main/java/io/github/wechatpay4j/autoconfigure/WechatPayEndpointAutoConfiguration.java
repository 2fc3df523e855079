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

import io.github.wechatpay4j.actuate.DeadLetterEndpoint;
import io.github.wechatpay4j.actuate.WechatPayEndpoint;
import io.github.wechatpay4j.actuate.WechatPayInfoContributor;
import io.github.wechatpay4j.doctor.WechatPayDoctor;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.inbox.NotificationInbox;
import io.github.wechatpay4j.listener.WechatPayListenerRegistry;
import io.github.wechatpay4j.merchant.MerchantRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the actuator endpoint and of what the {@code info} endpoint
 * tells.
 */
@AutoConfiguration(after = { WechatPayDoctorAutoConfiguration.class, WechatPayInboxAutoConfiguration.class })
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean({ MerchantRegistry.class, Exchange.class })
public final class WechatPayEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint
	@ConditionalOnBean(WechatPayDoctor.class)
	WechatPayEndpoint wechatPayEndpoint(MerchantRegistry merchants, NotificationAddresses addresses,
			ObjectProvider<WechatPayListenerRegistry> handlers, Exchange exchange, WechatPayDoctor doctor) {
		return new WechatPayEndpoint(addresses.complete(merchants),
				() -> handlers.stream().flatMap((registry) -> registry.subscriptions().stream()).toList(),
				exchange::hosts, doctor);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint
	@ConditionalOnBean(NotificationInbox.class)
	DeadLetterEndpoint wechatPayDeadLetterEndpoint(NotificationInbox inbox) {
		return new DeadLetterEndpoint(inbox);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnEnabledInfoContributor("wechatpay")
	WechatPayInfoContributor wechatPayInfoContributor(MerchantRegistry merchants) {
		return new WechatPayInfoContributor(merchants);
	}

}
