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

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.exchange.Outgoing.Use;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.operation.UnverifiedFile;
import io.github.wechatpay4j.trust.SignedMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClientException;

/**
 * Chooses the host, signs and sends; everything that is sent is signed anew. Where a host
 * cannot be reached, nothing was sent, and the next one is tried at once. Failures to get
 * an answer come out as {@link io.github.wechatpay4j.TransportException}.
 */
final class Wire {

	private static final String USER_AGENT = userAgent();

	private static final int STALE_CONNECTIONS = 5;

	private final Transport transport;

	private final Hosts hosts;

	private final RequestSigner signer;

	Wire(Transport transport, Hosts hosts, RequestSigner signer) {
		this.transport = transport;
		this.hosts = hosts;
		this.signer = signer;
	}

	/**
	 * Sends a request.
	 * @param use which connections it may use
	 * @param judge decides what the whole answer means, and thereby whether its
	 * connection may be used again
	 */
	<T> Mono<T> send(PreparedRequest request, Credentials credentials, Progress progress, Use use,
			Function<HttpAnswer, Mono<T>> judge) {
		return this.hosts.tryEach((host) -> repeated(progress, () -> signed(request, credentials).flatMap((headers) -> {
			Outgoing outgoing = outgoing(request, host, headers, progress, use);
			return Listening
				.toSending(outgoing.address(),
						this.transport.send(outgoing, (answer) -> Listening.toAnswer(answer).flatMap(judge)))
				.onErrorMap((ex) -> isTransport(ex, progress),
						(ex) -> TransportFailures.translate(request.operation(), ex, progress));
		}).flux())).singleOrEmpty();
	}

	Flux<DataBuffer> stream(PreparedRequest request, Credentials credentials,
			Function<HttpAnswer, RuntimeException> error) {
		Progress progress = new Progress();
		return this.hosts
			.tryEach((host) -> repeated(progress, () -> signed(request, credentials).flatMapMany((headers) -> {
				headers.set(HttpHeaders.ACCEPT, "*/*");
				return this.transport.stream(outgoing(request, host, headers, progress, Use.FILE), error)
					.onErrorMap((ex) -> isTransport(ex, progress),
							(ex) -> TransportFailures.translate(request.operation(), ex, progress));
			})));
	}

	/**
	 * A connection that had been closed, or brought something nobody had asked for,
	 * before the request was written: as if it had never been.
	 */
	private static <T> Flux<T> repeated(Progress progress, Supplier<Flux<T>> attempt) {
		return Flux.defer(attempt).retryWhen(Retry.max(STALE_CONNECTIONS).filter((ex) -> {
			boolean stale = progress.isStale() && ex instanceof TransportException;
			if (stale) {
				progress.nothingSent();
			}
			return stale;
		}).onRetryExhaustedThrow((spec, signal) -> signal.failure()));
	}

	private static Outgoing outgoing(PreparedRequest request, Host host, HttpHeaders headers, Progress progress,
			Use use) {
		return new Outgoing(request.method(), host.resolve(request.visibleTarget()), host.written(request.target()),
				headers, request.body(), use, host::reached, progress.begin());
	}

	private Mono<HttpHeaders> signed(PreparedRequest request, Credentials credentials) {
		return Waiting.mayBlock(() -> headers(request, credentials), credentials.signer().isBlocking());
	}

	private static boolean isTransport(Throwable ex, Progress progress) {
		// Before there is a connection, anything else is a failure of the application's
		// own code, such as a filter: sending again is no remedy
		return !(ex instanceof WechatPayException) && (!progress.giveUp() || progress.isStale()
				|| ex instanceof WebClientException || ex instanceof IOException || ex instanceof TimeoutException);
	}

	private HttpHeaders headers(PreparedRequest request, Credentials credentials) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.AUTHORIZATION, this.signer.authorization(request, credentials));
		boolean file = request.operation().responseType() == UnverifiedFile.class;
		headers.set(HttpHeaders.ACCEPT, file ? "*/*" : "application/json");
		headers.set(HttpHeaders.CONTENT_TYPE, request.contentType());
		headers.set(HttpHeaders.USER_AGENT, USER_AGENT);
		if (request.platformKeyId() != null) {
			headers.set(SignedMessage.SERIAL, request.platformKeyId());
		}
		if (request.idempotencyKey() != null) {
			headers.set(PreparedRequest.IDEMPOTENCY_KEY, request.idempotencyKey());
		}
		return headers;
	}

	private static String userAgent() {
		String version = Wire.class.getPackage().getImplementationVersion();
		return "wechatpay4j/" + ((version != null) ? version : "development") + " (Java " + Runtime.version().feature()
				+ ")";
	}

}
