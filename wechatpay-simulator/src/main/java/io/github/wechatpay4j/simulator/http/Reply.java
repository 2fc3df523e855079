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

import java.nio.charset.StandardCharsets;

import io.github.wechatpay4j.simulator.official.Refusal;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Status, headers and bytes that are ready to be sent.
 *
 * @param status the status
 * @param headers the headers
 * @param body the bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, HttpHeaders headers, byte[] body) {

	private static final JsonMapper MAPPER = new JsonMapper();

	static Reply of(int status, String contentType, byte[] body) {
		HttpHeaders headers = new HttpHeaders();
		if (body.length > 0) {
			headers.set(HttpHeaders.CONTENT_TYPE, contentType);
		}
		return new Reply(status, headers, body);
	}

	static Reply error(Refusal refusal) {
		return of(refusal.status(), MediaType.APPLICATION_JSON_VALUE, MAPPER.writeValueAsBytes(refusal.toJson()));
	}

	static Reply html(int status, String page) {
		return of(status, "text/html", page.getBytes(StandardCharsets.UTF_8));
	}

	Mono<ServerResponse> send(String requestId) {
		ServerResponse.BodyBuilder answer = ServerResponse.status(this.status).headers((target) -> {
			target.putAll(this.headers);
			target.set("Request-ID", requestId);
		});
		return (this.body.length == 0) ? answer.build() : answer.bodyValue(this.body);
	}

}
