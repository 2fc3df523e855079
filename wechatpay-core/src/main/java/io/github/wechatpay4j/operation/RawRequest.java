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

package io.github.wechatpay4j.operation;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.SendableText;

import org.springframework.http.HttpMethod;

/**
 * Any call for which there is no typed operation (yet): it is signed, sent and its answer
 * verified like every other.
 *
 * <pre class="code">
 * RawResponse answer = wechatPay.execute(RawRequest.post("/v3/new/thing", "{\"name\":\"x\"}"));
 * </pre>
 *
 * Nothing is filled in and nothing is encrypted: the text goes out as it is. What is not
 * a {@code GET} is never sent again by itself, and counts as
 * {@link Operation#isPayingOut() paying out}.
 */
public final class RawRequest implements WechatPayRequest<RawResponse> {

	private static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT,
			HttpMethod.PATCH, HttpMethod.DELETE);

	private final Operation<RawResponse> operation;

	private final String target;

	private final RequestBody body;

	private RawRequest(HttpMethod method, String target, RequestBody body) {
		if (!METHODS.contains(method)) {
			throw new IllegalArgumentException(
					"'method' must be one of " + METHODS + ": WeChat Pay has no others. Nothing was sent");
		}
		URI uri = RequestTarget.requireEncoded(target);
		// Metrics get the path without the query, which may hold a business number
		Operation.Builder<RawResponse> operation = Operation.of(method, uri.getRawPath(), RawResponse.class)
			.name("RawRequest");
		// What it does is not known here, so it is taken for the worst
		this.operation = HttpMethod.GET.equals(method) ? operation.build() : operation.paysOut().build();
		this.target = target;
		this.body = body;
	}

	/**
	 * A {@code GET}.
	 * @param target the path and query, already percent-encoded
	 * @return the request
	 */
	public static RawRequest get(String target) {
		return new RawRequest(HttpMethod.GET, target, RequestBody.none());
	}

	/**
	 * A {@code POST} of a JSON text.
	 * @param target the path and query, already percent-encoded
	 * @param json the body
	 * @return the request
	 */
	public static RawRequest post(String target, String json) {
		return of(HttpMethod.POST, target, json);
	}

	/**
	 * A call by any method with a JSON text.
	 * @param method the HTTP method
	 * @param target the path and query, already percent-encoded
	 * @param json the body, empty for none
	 * @return the request
	 */
	public static RawRequest of(HttpMethod method, String target, String json) {
		return new RawRequest(method, target,
				json.isEmpty() ? RequestBody.none() : RequestBody.bytes(SendableText.utf8(json, "body")));
	}

	@Override
	public Operation<RawResponse> operation() {
		return this.operation;
	}

	@Override
	public RequestBody body() {
		return this.body;
	}

	@Override
	public String target(UnaryOperator<String> encryptor) {
		return this.target;
	}

	@Override
	public String toString() {
		// Its path and query may hold what is personal
		return "RawRequest[" + this.operation.method() + "]";
	}

}
