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

import java.net.URI;
import java.util.function.Function;

import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.operation.UnverifiedFile;
import io.github.wechatpay4j.trust.SignedMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;

/**
 * Signs and sends; every attempt is signed anew. Failures to get an answer come out as
 * {@link io.github.wechatpay4j.TransportException}.
 */
final class Wire {

	private static final String USER_AGENT = userAgent();

	private final Transport transport;

	private final String baseUrl;

	private final RequestSigner signer;

	Wire(Transport transport, URI baseUrl, RequestSigner signer) {
		this.transport = transport;
		this.baseUrl = withoutTrailingSlash(baseUrl.toString());
		this.signer = signer;
	}

	Mono<HttpAnswer> send(PreparedRequest request, Credentials credentials) {
		return Mono.defer(() -> {
			// Outside of the mapping: where signing fails, nothing was sent
			URI uri = uri(request);
			HttpHeaders headers = headers(request, credentials);
			return this.transport.send(request.method(), uri, headers, request.body())
				.onErrorMap(Wire::isTransport, (ex) -> TransportFailures.translate(request.operation(), ex));
		});
	}

	Flux<DataBuffer> stream(PreparedRequest request, Credentials credentials,
			Function<HttpAnswer, RuntimeException> error) {
		return Flux.defer(() -> {
			URI uri = uri(request);
			HttpHeaders headers = headers(request, credentials);
			headers.set(HttpHeaders.ACCEPT, "*/*");
			return this.transport.stream(uri, headers, error)
				.onErrorMap(Wire::isTransport, (ex) -> TransportFailures.translate(request.operation(), ex));
		});
	}

	private static boolean isTransport(Throwable ex) {
		return !(ex instanceof WechatPayException);
	}

	private URI uri(PreparedRequest request) {
		return URI.create(this.baseUrl + request.target());
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
			headers.set("Idempotency-Key", request.idempotencyKey());
		}
		return headers;
	}

	private static String withoutTrailingSlash(String url) {
		return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
	}

	private static String userAgent() {
		String version = Wire.class.getPackage().getImplementationVersion();
		return "wechatpay4j/" + ((version != null) ? version : "development") + " (Java " + Runtime.version().feature()
				+ ")";
	}

}
