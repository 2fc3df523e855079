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

import io.github.wechatpay4j.SendableText;
import java.nio.charset.StandardCharsets;

import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RawResponse;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.trust.SignedMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriUtils;

/**
 * A request as bytes, ready to be signed any number of times.
 *
 * @param operation the operation
 * @param target the path and query as sent
 * @param contentType the type of the body
 * @param body the bytes that are sent, empty for none
 * @param signedBody the bytes that are signed: the same, but for uploads
 * @param platformKeyId the key named in {@code Wechatpay-Serial}, with which sensitive
 * fields are encrypted
 * @param idempotencyKey what is sent in the header {@code Idempotency-Key}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
record PreparedRequest(Operation<?> operation, String target, String contentType, byte[] body, byte[] signedBody,
		@Nullable String platformKeyId, @Nullable String idempotencyKey) {

	static final String IDEMPOTENCY_KEY = "Idempotency-Key";

	/**
	 * Refuses what no request line and no header can hold, before anything is signed.
	 */
	PreparedRequest {
		SendableText.visible(operation.method().name(), "method");
		RequestTarget.requireEncoded(target);
		if (platformKeyId != null) {
			SendableText.visible(platformKeyId, SignedMessage.SERIAL);
		}
		if (idempotencyKey != null) {
			SendableText.visible(idempotencyKey, IDEMPOTENCY_KEY);
		}
	}

	HttpMethod method() {
		return this.operation.method();
	}

	/** What logs and stack traces may show in place of the target. */
	String visibleTarget() {
		if (this.operation.responseType() == RawResponse.class) {
			// Its path is no template
			return "/" + UriUtils.encode(this.operation.name(), StandardCharsets.UTF_8);
		}
		return UriUtils.encodePath(this.operation.path(), StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "PreparedRequest[" + this.operation.name() + "]";
	}

}
