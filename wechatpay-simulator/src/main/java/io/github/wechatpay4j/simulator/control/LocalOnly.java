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

package io.github.wechatpay4j.simulator.control;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Lets only pages of this machine use the controls, which hand out keys: neither pages
 * from elsewhere, nor names from elsewhere that point here.
 */
final class LocalOnly implements HandlerFilterFunction<ServerResponse, ServerResponse> {

	private static final Pattern HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]+)?");

	@Override
	public Mono<ServerResponse> filter(ServerRequest request, HandlerFunction<ServerResponse> next) {
		HttpHeaders headers = request.headers().asHttpHeaders();
		String host = headers.getFirst(HttpHeaders.HOST);
		String origin = headers.getOrigin();
		if (host == null || !HOST.matcher(host).matches() || !isLocal(origin)) {
			return ServerResponse.status(HttpStatus.FORBIDDEN).build();
		}
		if (origin != null) {
			HttpHeaders answer = request.exchange().getResponse().getHeaders();
			answer.setAccessControlAllowOrigin(origin);
			answer.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
			if (HttpMethod.OPTIONS.equals(request.method())) {
				answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST");
				answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HttpHeaders.CONTENT_TYPE);
			}
		}
		return next.handle(request);
	}

	private static boolean isLocal(@Nullable String origin) {
		return origin == null || (origin.startsWith("http://") && HOST.matcher(origin.substring(7)).matches());
	}

}
