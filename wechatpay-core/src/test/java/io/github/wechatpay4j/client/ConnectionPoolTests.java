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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pool as it is without a setting. The server answers nobody before all callers of a
 * round have arrived: a caller that waited for a connection would wait for ever.
 */
class ConnectionPoolTests {

	private static final int CALLERS = 64;

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger arrived = new AtomicInteger();

	private volatile Sinks.Empty<Void> everybody = Sinks.empty();

	@Test
	void letsNoneOfManyCallersWaitAndOpensNothingAnewUnderSteadyLoad() {
		Map<String, String> headers = PlatformSigner.publicKey()
			.headers("{}".getBytes(StandardCharsets.UTF_8), TestClock.START);
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.doOnChannelInit((observer, channel, address) -> this.connections.incrementAndGet())
			.handle((request, response) -> {
				headers.forEach(response::header);
				Sinks.Empty<Void> round = this.everybody;
				if (this.arrived.incrementAndGet() == CALLERS) {
					this.arrived.set(0);
					this.everybody = Sinks.empty();
					round.tryEmitEmpty();
				}
				return response.sendString(round.asMono().then(Mono.just("{}")));
			})
			.bindNow();
		try (Transport transport = new Transport(TransportSettings.defaults(), (builder) -> {
		})) {
			ReactiveWechatPayClient client = WechatPayClients
				.of(new Exchange(transport, URI.create("http://127.0.0.1:" + server.port()), new TestClock()),
						new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), new TestClock())
				.reactive();
			for (int round = 0; round < 5; round++) {
				Flux.range(0, CALLERS)
					.flatMap((caller) -> client.execute(new Calls.Query("1")), CALLERS)
					.blockLast(Duration.ofMinutes(1));
			}
			assertThat(this.connections).hasValue(CALLERS);
		}
		finally {
			server.disposeNow();
		}
	}

}
