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

package io.github.wechatpay4j.web.reactive;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;

import io.github.wechatpay4j.web.NotificationAnswer;
import io.github.wechatpay4j.web.NotificationEndpoint;
import io.github.wechatpay4j.web.NotificationPath;
import io.github.wechatpay4j.web.admission.NotificationSource;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * The endpoint in Spring WebFlux, on the raw bytes of the request. A filter just before
 * Spring Security's: a notification proves itself by its signature, and a security filter
 * chain of ours would switch off the application's default one. Nothing here blocks: the
 * endpoint has threads of its own.
 */
public final class NotificationWebFilter implements WebFilter, Ordered {

	/** Spring Security's filter is at -100. */
	static final int ORDER = -101;

	private final NotificationPath path;

	private final NotificationEndpoint endpoint;

	/**
	 * Creates a filter.
	 * @param path where the endpoint is
	 * @param endpoint answers notifications
	 */
	public NotificationWebFilter(NotificationPath path, NotificationEndpoint endpoint) {
		this.path = Objects.requireNonNull(path, "path");
		this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		Optional<String> merchant = HttpMethod.POST.equals(request.getMethod())
				? this.path.merchantOf(request.getPath().pathWithinApplication().value()) : Optional.empty();
		return merchant.map((name) -> handle(name, exchange)).orElseGet(() -> chain.filter(exchange));
	}

	private Mono<Void> handle(String merchant, ServerWebExchange exchange) {
		return Mono.defer(() -> answer(merchant, exchange.getRequest()))
			.flatMap((answer) -> write(answer, exchange.getResponse()));
	}

	private Mono<NotificationAnswer> answer(String merchant, ServerHttpRequest request) {
		NotificationSource source = source(request.getRemoteAddress());
		return this.endpoint.refuseUnread(merchant, source, request.getHeaders().getContentLength())
			.map(Mono::just)
			.orElseGet(() -> DataBufferUtils.join(request.getBody(), this.endpoint.maxBodySize())
				.map(NotificationWebFilter::bytes)
				// Servers hand a body out once: a filter has had it
				.onErrorResume((ex) -> ex instanceof IllegalStateException && !(ex instanceof DataBufferLimitException),
						(ex) -> Mono.empty())
				.defaultIfEmpty(new byte[0])
				.flatMap((body) -> this.endpoint.answer(merchant, source, request.getHeaders()::getFirst, body))
				.onErrorResume(DataBufferLimitException.class,
						(ex) -> Mono.fromSupplier(() -> this.endpoint.tooLarge(merchant, source))));
	}

	/** An address that was taken from a header is never looked up. */
	private static NotificationSource source(@Nullable InetSocketAddress remote) {
		InetAddress address = (remote != null) ? remote.getAddress() : null;
		return (address != null) ? new NotificationSource(address)
				: NotificationSource.of((remote != null) ? remote.getHostString() : null);
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	private static Mono<Void> write(NotificationAnswer answer, ServerHttpResponse response) {
		response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
		answer.headers().forEach((header) -> response.getHeaders().set(header.name(), header.value()));
		byte[] body = answer.body();
		if (body.length == 0) {
			return response.setComplete();
		}
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

}
