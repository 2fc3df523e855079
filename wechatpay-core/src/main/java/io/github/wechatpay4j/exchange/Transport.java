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
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Moves bytes, on WebClient and Reactor Netty with connection pools of its own. Knows
 * nothing of WeChat Pay and changes nothing of what it is given. Opens no connection
 * before the first request. Safe for use by many threads.
 */
public final class Transport implements Closeable {

	private static final byte[] EMPTY = {};

	private static final int MAX_ANSWER_BYTES = 16 * 1024 * 1024;

	private static final Duration READER_PAUSE = Duration.ofHours(1);

	private final TransportSettings settings;

	private final ConnectionProvider connections;

	private final ConnectionProvider connectionsForFiles;

	private final ConnectionProvider connectionsForKeys;

	private final WebClient calls;

	private final SingletonSupplier<WebClient> files;

	private final SingletonSupplier<WebClient> keys;

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
	 * @param httpClientCustomizer may set what the settings do not know; called again
	 * when the first file or platform certificate is downloaded, for its connections
	 * @param webClientCustomizer may add filters and the like; must not change what is
	 * sent
	 */
	public Transport(TransportSettings settings, UnaryOperator<HttpClient> httpClientCustomizer,
			Consumer<WebClient.Builder> webClientCustomizer) {
		this(settings, httpClientCustomizer, webClientCustomizer, (surprise) -> {
		});
	}

	/**
	 * Creates a transport.
	 * @param settings how connections are kept
	 * @param httpClientCustomizer may set what the settings do not know; called again
	 * when the first file or platform certificate is downloaded, for its connections
	 * @param webClientCustomizer may add filters and the like; must not change what is
	 * sent
	 * @param listener hears which connections are closed because of what they brought
	 */
	public Transport(TransportSettings settings, UnaryOperator<HttpClient> httpClientCustomizer,
			Consumer<WebClient.Builder> webClientCustomizer, ConnectionListener listener) {
		this.settings = Objects.requireNonNull(settings, "settings");
		this.connections = HttpClients.pool(settings);
		this.connectionsForFiles = HttpClients.poolForFiles(settings);
		this.connectionsForKeys = HttpClients.poolForKeys(settings);
		Guards guards = new Guards(new Surprises(listener));
		this.calls = webClient(
				guards.install(httpClientCustomizer.apply(HttpClients.create(settings, this.connections))),
				webClientCustomizer);
		// Most applications download nothing
		this.files = SingletonSupplier.of(() -> webClient(
				guards.install(httpClientCustomizer.apply(HttpClients.create(settings, this.connectionsForFiles))),
				webClientCustomizer));
		this.keys = SingletonSupplier.of(() -> webClient(
				guards.install(httpClientCustomizer.apply(HttpClients.create(settings, this.connectionsForKeys))),
				webClientCustomizer));
	}

	private static WebClient webClient(HttpClient httpClient, Consumer<WebClient.Builder> customizer) {
		WebClient.Builder builder = WebClient.builder().clientConnector(new ReactorClientHttpConnector(httpClient));
		customizer.accept(builder);
		// The innermost: it sees what every other one has added
		builder.filter(Transport::requireSendable);
		return builder.build();
	}

	/**
	 * The settings that it was made with.
	 * @return the settings
	 */
	public TransportSettings settings() {
		return this.settings;
	}

	/**
	 * Sends a request and has the whole answer judged before its connection can be used
	 * again.
	 * @param judge decides what the answer means
	 */
	<T> Mono<T> send(Outgoing request, Function<HttpAnswer, Mono<T>> judge) {
		return Mono.deferContextual((context) -> {
			Conversation<T> conversation = new Conversation<>(request, judge, MAX_ANSWER_BYTES, context);
			WebClient client = switch (request.use()) {
				case CALL -> this.calls;
				case FILE -> this.files.obtain();
				case KEYS -> this.keys.obtain();
			};
			return conversation.conclude(prepare(client, request, conversation).exchangeToMono(Transport::read)
				.contextWrite((inner) -> inner.put(Conversation.class, conversation)));
		});
	}

	/**
	 * A whole answer that is not a success becomes an error; a success comes in pieces.
	 */
	Flux<DataBuffer> stream(Outgoing request, Function<HttpAnswer, RuntimeException> error) {
		return Flux.deferContextual((context) -> {
			Conversation<HttpAnswer> conversation = new Conversation<>(request, null, Long.MAX_VALUE, context);
			return prepare(this.files.obtain(), request, conversation)
				.exchangeToFlux((response) -> response.statusCode().is2xxSuccessful()
						? response.body(BodyExtractors.toDataBuffers())
						: read(response).flatMapMany((answer) -> Flux.error(error.apply(answer))))
				.contextWrite((inner) -> inner.put(Conversation.class, conversation))
				.doOnCancel(conversation::abandon);
		});
	}

	private static WebClient.RequestBodySpec prepare(WebClient client, Outgoing request, Conversation<?> conversation) {
		WebClient.RequestBodySpec spec = client.method(request.method())
			.uri(request.address())
			.headers((target) -> target.putAll(request.headers()));
		if (request.body().length > 0) {
			spec.bodyValue(request.body());
		}
		return spec.httpRequest((sent) -> {
			conversation.connected();
			if (!conversation.isJudged()) {
				// A reader that pauses looks like a platform that is silent. The one who
				// reads knows which it is, and for how long
				sent.<HttpClientRequest>getNativeRequest().responseTimeout(READER_PAUSE);
			}
		});
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
		this.connectionsForFiles.dispose();
		this.connectionsForKeys.dispose();
	}

}
