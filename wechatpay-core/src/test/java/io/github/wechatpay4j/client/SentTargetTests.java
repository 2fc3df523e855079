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

package io.github.wechatpay4j.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.operation.RawRequest;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The request line as a server sees it that decodes and normalizes nothing.
 */
class SentTargetTests {

	private static final Map<String, String> SIGNED = PlatformSigner.publicKey()
		.headers("{}".getBytes(StandardCharsets.UTF_8), TestClock.START);

	private static final AtomicReference<List<String>> seen = new AtomicReference<>();

	private static DisposableServer server;

	private static Transport transport;

	@BeforeAll
	static void start() {
		server = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			seen.set(List.of(request.uri(), request.requestHeaders().get("Authorization"), hostOf(request)));
			SIGNED.forEach(response::header);
			return response.sendString(Mono.just("{}"));
		}).bindNow();
		transport = new Transport(TransportSettings.defaults(), (builder) -> {
		});
	}

	private static String hostOf(HttpServerRequest request) {
		return request.requestHeaders().get("Host");
	}

	@AfterAll
	static void stop() {
		transport.close();
		server.disposeNow();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v3/things", "/v3/things?a=1&a=2&b=", "/v3/things/%E8%AE%A2%E5%8D%95?q=%E8%AE%A2",
			"/v3/things/a%2Fb%2bc", "/v3/things/%41?q=%2f", "/v3/things;v=1/x", "/v3/things?q=a+b%20c",
			"/v3/things?q=(a)'b'!*~:@,$", "/v3//things", "/v3/things/", "/v3/things?q", "/v3/a/./b/../c", "/v3/x?",
			"/v3/x?a=?&b=/" })
	void sendsExactlyTheTargetThatItSigned(String target) throws Exception {
		Exchange exchange = new Exchange(transport, URI.create("http://127.0.0.1:" + server.port() + "/"),
				new TestClock());
		WechatPayClient client = WechatPayClients
			.of(exchange, new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), new TestClock())
			.blocking();
		assertThat(client.execute(RawRequest.get(target)).text()).isEqualTo("{}");
		assertThat(seen.get().get(0)).isEqualTo(target);
		assertThat(seen.get().get(2)).isEqualTo("127.0.0.1:" + server.port());
		Authorization.parse(seen.get().get(1))
			.signs(TestKeys.MERCHANT.getPublic(), "GET", seen.get().get(0), new byte[0]);
	}

}
