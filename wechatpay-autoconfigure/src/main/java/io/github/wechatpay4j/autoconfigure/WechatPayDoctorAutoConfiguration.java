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

import java.time.Clock;
import java.util.function.Function;

import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.client.WechatPayClients;
import io.github.wechatpay4j.doctor.WechatPayDoctor;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.trust.CertificateSource;
import io.github.wechatpay4j.web.NotificationEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the doctor, who calls nobody before being asked.
 */
@AutoConfiguration(after = WechatPayNotificationEndpointAutoConfiguration.class)
@ConditionalOnBean({ MerchantRegistry.class, ReactiveWechatPayClient.class })
public final class WechatPayDoctorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	WechatPayDoctor wechatPayDoctor(ReactiveWechatPayClient client, MerchantRegistry merchants,
			ObjectProvider<Exchange> exchange, NotificationAddresses addresses,
			ObjectProvider<NotificationEndpoint> endpoint, ObjectProvider<WechatPayConnectionDetails> details) {
		MerchantRegistry addressed = addresses.complete(merchants);
		Function<String, @Nullable String> paths = (merchant) -> (endpoint.getIfAvailable() != null)
				? addresses.derived().localPath(merchant) : null;
		// A doctor who is kept away by limits and breakers helps nobody
		ReactiveWechatPayClient undecorated = exchange.stream()
			.findFirst()
			.map((own) -> WechatPayClients.of(own, addressed, Clock.systemUTC()).reactive())
			.orElse(client);
		Function<Merchant, CertificateSource> certificates = (merchant) -> exchange.stream()
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("there is no exchange"))
			.certificateSource(merchant.credentials());
		return new WechatPayDoctor(undecorated, addressed, paths, certificates, isLoopback(details), Clock.systemUTC());
	}

	/** WeChat Pay is nowhere on this machine, so it must be a simulator. */
	private static boolean isLoopback(ObjectProvider<WechatPayConnectionDetails> details) {
		return details.stream()
			.map((known) -> String.valueOf(known.baseUrl().getHost()))
			.anyMatch((host) -> host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
	}

}
