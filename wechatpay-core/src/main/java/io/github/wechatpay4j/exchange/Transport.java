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

import java.io.Closeable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.SendableText;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Moves bytes, on WebClient and Reactor Netty with a connection pool of its own. Knows
 * nothing of WeChat Pay and changes nothing of what it is given. Opens no connection
 * before the first request. Safe for use by many threads.
 */
public final class Transport implements Closeable {

	private static final byte[] EMPTY = {};

	private static final int MAX_ANSWER_BYTES = 16 * 1024 * 1024;

	/** A reader that pauses looks like a platform that is silent: be patient with it. */
	private static final Duration STREAM_TIMEOUT = Duration.ofMinutes(5);

	private final TransportSettings settings;

	private final ConnectionProvider connections;

	private final WebClient webClient;

	/**
	 * Creates a transport.
	 * @param settings how connections are kept
	 * @param webClientCustomizer may add filters and the like; must not change what is
	 * sent
	 */
	public Transport(TransportSettings settings, Consumer<WebClient.Builder> webClientCustomizer) {
		this(settings, UnaryOperator.identity(), webClientCustomizer);
	}

	/**
	 * Creates a transport.
	 * @param settings how connections are kept
	 * @param httpClientCustomizer may set what the settings do not know
	 * @param webClientCustomizer may add filters and the like; must not change what is
	 * sent
	 */
	public Transport(TransportSettings settings, UnaryOperator<HttpClient> httpClientCustomizer,
			Consumer<WebClient.Builder> webClientCustomizer) {
		this.settings = Objects.requireNonNull(settings, "settings");
		this.connections = HttpClients.pool(settings);
		HttpClient httpClient = HttpClients.create(settings, this.connections);
		WebClient.Builder builder = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(httpClientCustomizer.apply(httpClient)));
		webClientCustomizer.accept(builder);
		// The innermost: it sees what every other one has added
		builder.filter(Transport::requireSendable);
		this.webClient = builder.build();
	}

	/**
	 * The settings that it was made with.
	 * @return the settings
	 */
	public TransportSettings settings() {
		return this.settings;
	}

	/**
	 * Sends a request and reads the answer.
	 * @param connected runs when there is a connection and the request is about to be
	 * written to it
	 */
	Mono<HttpAnswer> send(HttpMethod method, URI uri, HttpHeaders headers, byte[] body, Runnable connected) {
		WebClient.RequestBodySpec request = this.webClient.method(method)
			.uri(uri)
			.headers((target) -> target.putAll(headers));
		if (body.length > 0) {
			request.bodyValue(body);
		}
		return request.httpRequest((sent) -> connected.run()).exchangeToMono(Transport::read);
	}

	/**
	 * A whole answer that is not a success becomes an error; a success comes in pieces.
	 */
	Flux<DataBuffer> stream(URI uri, HttpHeaders headers, Function<HttpAnswer, RuntimeException> error,
			Runnable connected) {
		return this.webClient.get().uri(uri).headers((target) -> target.putAll(headers)).httpRequest((request) -> {
			connected.run();
			request.<HttpClientRequest>getNativeRequest().responseTimeout(STREAM_TIMEOUT);
		})
			.exchangeToFlux((response) -> response.statusCode().is2xxSuccessful()
					? response.body(BodyExtractors.toDataBuffers())
					: read(response).flatMapMany((answer) -> Flux.error(error.apply(answer))));
	}

	/** HTTP would replace what it cannot write, or fail when it is too late to tell. */
	private static Mono<ClientResponse> requireSendable(ClientRequest request, ExchangeFunction next) {
		request.headers().forEach((name, values) -> values.forEach((value) -> {
			SendableText.visible(name, "name of a header");
			SendableText.header(value, name);
		}));
		return next.exchange(request);
	}

	private static Mono<HttpAnswer> read(ClientResponse response) {
		// The bytes as they are: a Content-Type that makes no sense must not turn a
		// success into an error
		return DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()), MAX_ANSWER_BYTES)
			.map(Transport::bytes)
			.defaultIfEmpty(EMPTY)
			.map((body) -> new HttpAnswer(response.statusCode().value(), response.headers().asHttpHeaders(), body));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	@Override
	public void close() {
		this.connections.dispose();
	}

}
