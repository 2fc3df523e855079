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

package io.github.wechatpay4j.exchange;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContextBuilder;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.SslProvider;
import reactor.netty.transport.ProxyProvider;

/**
 * Makes Reactor Netty's client from the settings.
 */
final class HttpClients {

	private HttpClients() {
	}

	static ConnectionProvider pool(TransportSettings settings) {
		return pool("wechatpay", settings.maxConnections(), settings);
	}

	/** Files take long, and must not keep calls from getting a connection. */
	static ConnectionProvider poolForFiles(TransportSettings settings) {
		return pool("wechatpay-files", settings.files().maxConnections(), settings);
	}

	/** A call that waits for a key keeps its own connection meanwhile. */
	static ConnectionProvider poolForKeys(TransportSettings settings) {
		return pool("wechatpay-keys", 2, settings);
	}

	private static ConnectionProvider pool(String name, int maxConnections, TransportSettings settings) {
		return ConnectionProvider.builder(name)
			.maxConnections(maxConnections)
			.pendingAcquireMaxCount(settings.maxPending())
			.pendingAcquireTimeout(settings.acquireTimeout())
			.maxIdleTime(settings.maxIdleTime())
			.evictInBackground(settings.maxIdleTime())
			// In place of Reactor Netty's own, which do not know surprises
			.evictionPredicate((connection, use) -> !connection.channel().isActive() || !connection.isPersistent()
					|| Surprises.isSpoilt(connection) || use.idleTime() >= settings.maxIdleTime().toMillis())
			.build();
	}

	static HttpClient create(TransportSettings settings, ConnectionProvider pool) {
		HttpClient client = HttpClient.create(pool)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis(settings))
			.responseTimeout(settings.responseTimeout())
			// Nothing is sent a second time without being signed anew
			.disableRetry(true);
		if (settings.http2()) {
			client = client.protocol(HttpProtocol.H2, HttpProtocol.HTTP11);
		}
		ProxySettings proxy = settings.proxy();
		if (proxy != null) {
			client = client.proxy((spec) -> proxy(spec, proxy, connectMillis(settings)));
		}
		TlsSettings tls = settings.tls();
		return (tls != null) ? client.secure((spec) -> spec.sslContext(tls(tls, settings.http2()))) : client;
	}

	private static int connectMillis(TransportSettings settings) {
		return Math.toIntExact(settings.connectTimeout().toMillis());
	}

	private static void proxy(ProxyProvider.TypeSpec spec, ProxySettings settings, int connectMillis) {
		ProxyProvider.Builder proxy = spec.type(ProxyProvider.Proxy.valueOf(settings.type().name()))
			.host(settings.host())
			.port(settings.port())
			.connectTimeoutMillis(connectMillis);
		String username = settings.username();
		if (username != null) {
			String password = settings.password();
			proxy.username(username).password((user) -> (password != null) ? password : "");
		}
		if (!settings.nonProxyHosts().isEmpty()) {
			proxy.nonProxyHosts(expression(settings.nonProxyHosts()));
		}
	}

	private static String expression(List<String> hosts) {
		return hosts.stream()
			.map((host) -> Pattern.quote(host.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q"))
			.collect(Collectors.joining("|"));
	}

	/** The base type, because Reactor Netty's overload for protocols is deprecated. */
	private static SslProvider.GenericSslContextSpec<?> tls(TlsSettings tls, boolean http2) {
		return http2 ? Http2SslContextSpec.forClient().configure((context) -> configure(context, tls))
				: Http11SslContextSpec.forClient().configure((context) -> configure(context, tls));
	}

	private static void configure(SslContextBuilder context, TlsSettings tls) {
		if (tls.keys() != null) {
			context.keyManager(tls.keys());
		}
		if (tls.trust() != null) {
			context.trustManager(tls.trust());
		}
		if (!tls.protocols().isEmpty()) {
			context.protocols(tls.protocols());
		}
		if (!tls.ciphers().isEmpty()) {
			context.ciphers(tls.ciphers());
		}
	}

}
