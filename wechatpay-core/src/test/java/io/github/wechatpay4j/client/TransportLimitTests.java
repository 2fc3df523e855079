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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Limits of time and connections, against servers that never come to an end.
 */
class TransportLimitTests {

	private final CountDownLatch asked = new CountDownLatch(1);

	private DisposableServer server;

	@AfterEach
	void stop() {
		this.server.disposeNow(Duration.ofSeconds(1));
	}

	@Test
	void endsACallWhoseAnswerTricklesForEver() {
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> response
				.send(Flux.interval(Duration.ofMillis(50))
					.onBackpressureDrop()
					.map((n) -> Unpooled.copiedBuffer(" ", StandardCharsets.UTF_8)), (piece) -> true)
				.then())
			.bindNow();
		try (Transport transport = transport(5)) {
			TransportException ex = Failures.failure(TransportException.class, true,
					() -> client(transport).execute(Calls.Prepay.of("x")));
			assertThat(ex.phase()).isEqualTo(Phase.EXCHANGING);
			assertThat(ex).hasMessageContaining("no answer in time (TimeoutException");
		}
	}

	@Test
	void sendsNothingWhenAllConnectionsAreTaken() throws Exception {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			this.asked.countDown();
			return Mono.never();
		}).bindNow();
		try (Transport transport = transport(1)) {
			WechatPayClient client = client(transport);
			CompletableFuture<Object> first = CompletableFuture.supplyAsync(() -> client.execute(Calls.Prepay.of("x")));
			assertThat(this.asked.await(30, TimeUnit.SECONDS)).isTrue();
			TransportException ex = Failures.failure(TransportException.class, false,
					() -> client.execute(Calls.Prepay.of("y")));
			assertThat(ex.phase()).isEqualTo(Phase.WAITING);
			assertThat(ex).hasMessageContaining("wechatpay.http.max-connections");
			assertThat(first.handle((answer, failure) -> failure).join())
				.hasCauseInstanceOf(OutcomeUnknownException.class);
		}
	}

	private WechatPayClient client(Transport transport) {
		Exchange exchange = new Exchange(transport, URI.create("http://127.0.0.1:" + this.server.port()),
				new TestClock());
		return WechatPayClients
			.of(exchange, new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), new TestClock())
			.blocking();
	}

	/** Connections are waited for half a second, answers for two. */
	private static Transport transport(int maxConnections) {
		return new Transport(TransportSettings.builder()
			.acquireTimeout(Duration.ofMillis(500))
			.totalTimeout(Duration.ofSeconds(2))
			.maxConnections(maxConnections)
			.build(), (builder) -> {
			});
	}

}
