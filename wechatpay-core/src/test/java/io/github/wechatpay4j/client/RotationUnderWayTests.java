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

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.CertificateAnswers;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.testing.TestTrust;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The platform changes its certificate while a thousand calls wait for their answers at
 * the same moment. Half of them are signed with the old one still, half with one that
 * nobody here has seen.
 */
class RotationUnderWayTests {

	private static final int CALLS = 1000;

	private static final String PREPAID = "{\"prepay_id\":\"wx26\"}";

	private static final PlatformSigner OLD = PlatformSigner.certificate(1);

	private static final PlatformSigner NEW = PlatformSigner.certificate(2);

	private final TestClock clock = new TestClock();

	private final AtomicInteger arrived = new AtomicInteger();

	private final AtomicInteger downloads = new AtomicInteger();

	private final Sinks.Empty<Void> allArrived = Sinks.empty();

	private volatile boolean rotated;

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle(this::handle)
		.bindNow();

	// Patient, because a slow machine takes a while to sign a thousand requests
	private final Transport transport = new Transport(TransportSettings.builder()
		.maxConnections(CALLS + 10)
		.acquireTimeout(Duration.ofMinutes(2))
		.connectTimeout(Duration.ofMinutes(2))
		.responseTimeout(Duration.ofMinutes(2))
		.totalTimeout(Duration.ofMinutes(2))
		.build(), (builder) -> {
		});

	private final Exchange exchange = new Exchange(this.transport, URI.create("http://127.0.0.1:" + this.server.port()),
			this.clock);

	@AfterEach
	void stop() {
		this.transport.close();
		this.server.disposeNow();
	}

	@Test
	void losesNotOneOfAThousandCalls() {
		Trust trust = TestTrust.certificates(this.exchange.certificateSource(TestMerchants.credentials()),
				CryptoSuite.rsa(), this.clock);
		ReactiveWechatPayClient client = WechatPayClients
			.of(this.exchange, new InMemoryMerchantRegistry(List.of(TestMerchants.merchant(trust))), this.clock)
			.reactive();
		List<Calls.Prepaid> answers = Flux.range(0, CALLS)
			.flatMap((number) -> client.execute(Calls.Prepay.of("x")), CALLS)
			.collectList()
			.block();
		assertThat(answers).hasSize(CALLS).containsOnly(new Calls.Prepaid("wx26"));
		assertThat(this.arrived).as("each was sent once").hasValue(CALLS);
		assertThat(trust.keys()).extracting(PlatformKey::id)
			.containsExactlyInAnyOrder(PlatformSigner.serial(1), PlatformSigner.serial(2));
		assertThat(this.downloads).as("at the start, and one for all").hasValue(2);
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		if (request.uri().endsWith("/v3/certificates")) {
			this.downloads.incrementAndGet();
			return this.rotated ? send(response, NEW, CertificateAnswers.list(TestMerchants.API_V3_KEY, 1, 2))
					: send(response, OLD, CertificateAnswers.list(TestMerchants.API_V3_KEY, 1));
		}
		int number = this.arrived.incrementAndGet();
		if (number == CALLS) {
			this.clock.advance(Duration.ofMinutes(2));
			this.rotated = true;
			this.allArrived.tryEmitEmpty();
		}
		return request.receive()
			.then()
			.then(this.allArrived.asMono())
			.then(Mono.defer(() -> Mono.from(send(response, (number % 2 == 0) ? OLD : NEW, PREPAID))));
	}

	private Publisher<Void> send(HttpServerResponse response, PlatformSigner signer, String body) {
		Map<String, String> headers = signer.headers(body.getBytes(StandardCharsets.UTF_8), this.clock.instant());
		headers.forEach(response::header);
		return response.sendString(Mono.just(body));
	}

}
