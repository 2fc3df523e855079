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

package io.github.wechatpay4j.samples.cluster.local;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * A plain reverse proxy: the nodes take turns, and the next one is asked where nobody
 * listens. Bodies and headers pass unchanged, as signatures want it. What a node has
 * begun to read is not sent to another: that is for the platform to decide, which
 * repeats.
 */
public final class ReverseProxy implements AutoCloseable {

	private static final Duration STOP = Duration.ofSeconds(5);

	private final HttpClient client = HttpClient.create(ConnectionProvider.newConnection())
		.disableRetry(true)
		.responseTimeout(Duration.ofSeconds(30));

	private final AtomicInteger turn = new AtomicInteger();

	private final List<URI> nodes;

	private final DisposableServer server;

	/**
	 * Starts a proxy.
	 * @param port its port on the loopback interface; 0 for any
	 * @param nodes the addresses of the nodes
	 */
	public ReverseProxy(int port, List<URI> nodes) {
		this.nodes = List.copyOf(nodes);
		this.server = HttpServer.create().host("127.0.0.1").port(port).handle(this::handle).bindNow();
	}

	public URI url() {
		return URI.create("http://127.0.0.1:" + this.server.port());
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		int first = Math.floorMod(this.turn.getAndIncrement(), this.nodes.size());
		return request.receive()
			.aggregate()
			.asByteArray()
			.defaultIfEmpty(new byte[0])
			.flatMap((body) -> ask(first, 0, request, response, body))
			.onErrorResume((ex) -> response.hasSentHeaders() ? Mono.error(ex) : response.status(502).send());
	}

	private Mono<Void> ask(int first, int asked, HttpServerRequest request, HttpServerResponse response, byte[] body) {
		URI node = this.nodes.get((first + asked) % this.nodes.size());
		Mono<Void> answer = this.client.headers((headers) -> headers.set(request.requestHeaders()))
			.request(request.method())
			.uri(node + request.uri())
			.send(ByteBufFlux.fromInbound((body.length > 0) ? Flux.just(body) : Flux.empty()))
			.response((received, content) -> {
				response.status(received.status()).headers(received.responseHeaders());
				response.responseHeaders().remove(HttpHeaderNames.CONNECTION);
				return response.send(content.retain());
			})
			.then();
		return answer.onErrorResume(ConnectException.class, (ex) -> (asked + 1 < this.nodes.size())
				? ask(first, asked + 1, request, response, body) : Mono.error(ex));
	}

	@Override
	public void close() {
		this.server.disposeNow(STOP);
	}

}
