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

import java.time.Duration;
import java.util.List;

import io.github.wechatpay4j.exchange.FileSettings;
import io.github.wechatpay4j.exchange.ProxySettings;
import io.github.wechatpay4j.exchange.TlsSettings;
import io.github.wechatpay4j.exchange.TransportSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.unit.DataSize;

/**
 * Checks the properties below {@code wechatpay.http} and turns them into settings.
 */
final class TransportSettingsFactory {

	private static final String PREFIX = "wechatpay.http.";

	private final SslBundleReader bundles;

	TransportSettingsFactory(SslBundleReader bundles) {
		this.bundles = bundles;
	}

	TransportSettings create(HttpProperties http) {
		return TransportSettings.builder()
			.connectTimeout(PropertyChecks.upToADay(http.getConnectTimeout(), PREFIX + "connect-timeout"))
			.responseTimeout(PropertyChecks.upToADay(http.getResponseTimeout(), PREFIX + "response-timeout"))
			.totalTimeout(PropertyChecks.upToADay(http.getTotalTimeout(), PREFIX + "total-timeout"))
			.acquireTimeout(PropertyChecks.upToADay(http.getAcquireTimeout(), PREFIX + "acquire-timeout"))
			.maxIdleTime(PropertyChecks.upToADay(http.getMaxIdleTime(), PREFIX + "max-idle-time"))
			.maxConnections(
					PropertyChecks.between(http.getMaxConnections(), 1, 10_000, PREFIX + "max-connections", "200"))
			.maxPending(PropertyChecks.between(http.getMaxPending(), 0, 1_000_000, PREFIX + "max-pending", "1000"))
			.http2(http.isHttp2())
			.files(files(http.getFiles()))
			.proxy(proxy(http.getProxy()))
			.tls(tls(http.getSslBundle()))
			.build();
	}

	private static FileSettings files(FileProperties files) {
		Duration timeout = files.getTotalTimeout();
		return new FileSettings(
				PropertyChecks.between(files.getMaxConnections(), 1, 10_000, PREFIX + "files.max-connections", "10"),
				(timeout != null) ? PropertyChecks.positive(timeout, PREFIX + "files.total-timeout") : null,
				positive(files.getMaxReceived(), PREFIX + "files.max-received"),
				positive(files.getMaxDecompressed(), PREFIX + "files.max-decompressed"));
	}

	private static DataSize positive(DataSize size, String property) {
		if (size.toBytes() < 1) {
			throw new InvalidWechatPayPropertyException(property, "It is " + size.toBytes() + " bytes.",
					"Set a size such as 512MB, or remove the property.");
		}
		return size;
	}

	private static @Nullable ProxySettings proxy(ProxyProperties proxy) {
		String host = proxy.getHost();
		if (host == null || host.isBlank()) {
			if (proxy.getUsername() != null) {
				throw new InvalidWechatPayPropertyException(PREFIX + "proxy.host", "There is a user name but no host.",
						"Set the host of the proxy, or remove the user name.");
			}
			return null;
		}
		PropertyChecks.resolved(proxy.getUsername(), PREFIX + "proxy.username");
		PropertyChecks.resolved(proxy.getPassword(), PREFIX + "proxy.password");
		if (proxy.getPassword() != null && proxy.getUsername() == null) {
			throw new InvalidWechatPayPropertyException(PREFIX + "proxy.username",
					"There is a password for the proxy but no user name.",
					"Set the user name, or remove the password.");
		}
		return new ProxySettings(proxy.getType(), host,
				PropertyChecks.between(proxy.getPort(), 1, 65_535, PREFIX + "proxy.port", "8080"), proxy.getUsername(),
				proxy.getPassword(), proxy.getNonProxyHosts());
	}

	private @Nullable TlsSettings tls(@Nullable String name) {
		if (name == null || name.isBlank()) {
			return null;
		}
		SslBundle bundle = this.bundles.get(PREFIX + "ssl-bundle", name);
		return new TlsSettings(bundle.getManagers().getKeyManagerFactory(),
				bundle.getManagers().getTrustManagerFactory(), list(bundle.getOptions().getEnabledProtocols()),
				list(bundle.getOptions().getCiphers()));
	}

	private static List<String> list(String @Nullable [] values) {
		return (values != null) ? List.of(values) : List.of();
	}

}
