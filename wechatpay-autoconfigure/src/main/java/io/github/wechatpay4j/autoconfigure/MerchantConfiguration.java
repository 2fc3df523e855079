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
import java.time.Duration;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.trust.CertificateRefresh;
import io.github.wechatpay4j.trust.CertificateStore;
import io.github.wechatpay4j.trust.TrustListener;
import io.github.wechatpay4j.web.NotificationPath;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * The merchants: their keys, and the platform keys that they believe.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WechatPayCertificateProperties.class)
class MerchantConfiguration {

	private static final Duration SHORTEST = Duration.ofMinutes(1);

	@Bean
	@ConditionalOnMissingBean
	CertificateRefresh wechatPayCertificateRefresh(WechatPayCertificateProperties properties) {
		return new CertificateRefresh(
				// A number without a unit means milliseconds, and would be a storm of
				// downloads
				PropertyChecks.atLeast(SHORTEST, properties.getRefreshInterval(),
						"wechatpay.certificates.refresh-interval", "12h"),
				Schedulers.parallel());
	}

	/** They hold for the merchants of every registry. */
	@Bean
	NotificationAddresses wechatPayNotificationAddresses(WechatPayConnectionDetails details,
			WechatPayProperties properties, ApplicationContext context, ObjectProvider<NotificationPath> path) {
		NotificationProperties notification = properties.getNotification();
		return new NotificationAddresses(NotifyUrls.of(details), NotificationAddress.of(notification,
				WebPrefix.of(context).value(), path.getIfAvailable(() -> NotificationAddress.path(notification))));
	}

	@Bean
	ChangedPropertiesWarning wechatPayChangedPropertiesWarning(Environment environment) {
		return new ChangedPropertiesWarning(environment);
	}

	@Bean
	@ConditionalOnMissingBean(MerchantRegistry.class)
	KeyTrials wechatPayKeyTrials() {
		return new KeyTrials();
	}

	@Bean
	@ConditionalOnMissingBean(MerchantRegistry.class)
	InMemoryMerchantRegistry wechatPayMerchantRegistry(WechatPayConnectionDetails details,
			NotificationAddresses addresses, Exchange exchange, ResourceLoader resourceLoader,
			ListableBeanFactory beans, ObjectProvider<SslBundles> sslBundles, CertificateRefresh refresh,
			ObjectProvider<CertificateStore> store, ObjectProvider<TrustListener> listeners, CryptoSuite suite,
			KeyTrials trials) {
		MaterialReader materials = new MaterialReader(ApplicationResourceLoader.get(resourceLoader, true));
		SslBundleReader bundles = new SslBundleReader(sslBundles.getIfAvailable());
		CredentialsFactory credentials = new CredentialsFactory(details, materials, bundles, ProvidedSigners.of(beans),
				new CryptoSuites(details, suite));
		TrustFactory trusts = new TrustFactory(details, materials, exchange, Clock.systemUTC(), refresh,
				store.getIfAvailable(), TrustListener.all(listeners.orderedStream().toList()));
		MerchantFactory factory = new MerchantFactory(details, credentials, trusts);
		return new ConfiguredMerchants(details, factory, credentials, bundles, trials).register(addresses);
	}

}
