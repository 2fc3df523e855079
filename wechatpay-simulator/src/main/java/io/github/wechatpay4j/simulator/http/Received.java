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

package io.github.wechatpay4j.simulator.http;

import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * A request exactly as it was received.
 *
 * @param method the method
 * @param target path and query as sent
 * @param headers the headers
 * @param body the body
 */
@SuppressWarnings("ArrayRecordComponent")
record Received(String method, String target, HttpHeaders headers, byte[] body) {

	static Received of(ServerRequest request, byte[] body) {
		HttpServerRequest server = ServerHttpRequestDecorator.getNativeRequest(request.exchange().getRequest());
		return new Received(request.method().name(), server.uri(), request.headers().asHttpHeaders(), body);
	}

	@Nullable String header(String name) {
		String value = this.headers.getFirst(name);
		return (value == null || value.isBlank()) ? null : value;
	}

	@Override
	public String toString() {
		return "Received[" + this.method + "]";
	}

}
