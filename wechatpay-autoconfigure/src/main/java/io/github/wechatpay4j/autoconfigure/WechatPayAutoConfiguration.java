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
import java.util.List;

import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.client.WechatPayClients;
import io.github.wechatpay4j.exchange.ConnectionListener;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.json.MismatchListener;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.trust.TrustListener;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of the WeChat Pay clients. Nothing in it calls the network.
 */
@AutoConfiguration
@Conditional(OnWechatPayWantedCondition.class)
@EnableConfigurationProperties(WechatPayProperties.class)
@Import({ CryptoSuiteConfiguration.class, MerchantConfiguration.class, RetryConfiguration.class })
public final class WechatPayAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	WechatPayConnectionDetails wechatPayConnectionDetails(WechatPayProperties properties) {
		if (properties.getSimulator().isEnabled()) {
			throw new InvalidWechatPayPropertyException("wechatpay.simulator.enabled",
					"The simulator is not on the class path.",
					"Add the dependency io.github.wechatpay4j:wechatpay-simulator, or remove the property.");
		}
		return new PropertiesWechatPayConnectionDetails(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	Transport wechatPayTransport(WechatPayProperties properties, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<WechatPayHttpClientCustomizer> httpClientCustomizers,
			ObjectProvider<WechatPayWebClientCustomizer> webClientCustomizers,
			ObjectProvider<ConnectionListener> listeners) {
		TransportSettings settings = new TransportSettingsFactory(new SslBundleReader(sslBundles.getIfAvailable()))
			.create(properties.getHttp());
		List<ConnectionListener> all = listeners.orderedStream().toList();
		return new Transport(settings, (httpClient) -> customize(httpClient, httpClientCustomizers),
				(builder) -> webClientCustomizers.orderedStream()
					.forEach((customizer) -> customizer.customize(builder)),
				(surprise) -> all.forEach((listener) -> listener.closed(surprise)));
	}

	private static HttpClient customize(HttpClient httpClient,
			ObjectProvider<WechatPayHttpClientCustomizer> customizers) {
		HttpClient customized = httpClient;
		for (WechatPayHttpClientCustomizer customizer : customizers.orderedStream().toList()) {
			customized = customizer.customize(customized);
		}
		return customized;
	}

	@Bean
	@ConditionalOnMissingBean
	WechatPayJson wechatPayJson(ObjectProvider<MismatchListener> listeners) {
		List<MismatchListener> all = listeners.orderedStream().toList();
		return new WechatPayJson((source, path) -> all.forEach((each) -> each.mismatched(source, path)));
	}

	@Bean
	@ConditionalOnMissingBean
	Exchange wechatPayExchange(Transport transport, WechatPayConnectionDetails details,
			ObjectProvider<TrustListener> listeners, WechatPayJson json) {
		return new Exchange(transport, details.baseUrl(), details.backupUrls(), Clock.systemUTC(), System::nanoTime,
				TrustListener.all(listeners.orderedStream().toList()), json);
	}

	@Bean
	@ConditionalOnMissingBean
	WechatPayClient wechatPayClient(Exchange exchange, MerchantRegistry merchants, NotificationAddresses addresses,
			ObjectProvider<WechatPayClientCustomizer> customizers) {
		return clients(exchange, addresses.complete(merchants), customizers).blocking();
	}

	@Bean
	@ConditionalOnMissingBean
	ReactiveWechatPayClient reactiveWechatPayClient(Exchange exchange, MerchantRegistry merchants,
			NotificationAddresses addresses, ObjectProvider<WechatPayClientCustomizer> customizers) {
		return clients(exchange, addresses.complete(merchants), customizers).reactive();
	}

	private static WechatPayClients clients(Exchange exchange, MerchantRegistry merchants,
			ObjectProvider<WechatPayClientCustomizer> customizers) {
		WechatPayClients clients = WechatPayClients.of(exchange, merchants, Clock.systemUTC());
		customizers.orderedStream().forEach((customizer) -> customizer.customize(clients));
		return clients;
	}

}
