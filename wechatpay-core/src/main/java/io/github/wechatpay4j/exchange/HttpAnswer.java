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

import java.util.Objects;

import io.github.wechatpay4j.trust.SignedMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * An HTTP answer as it was received; nothing about it is believed yet.
 *
 * @param status the status
 * @param headers the headers
 * @param body the exact bytes, empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
record HttpAnswer(int status, HttpHeaders headers, byte[] body) {

	boolean isSuccess() {
		return this.status >= 200 && this.status < 300;
	}

	@Nullable String requestId() {
		return this.headers.getFirst("Request-ID");
	}

	String contentType() {
		return Objects.requireNonNullElse(this.headers.getFirst(HttpHeaders.CONTENT_TYPE), "");
	}

	/** Whether it says that it is signed; errors before authentication are not. */
	boolean isSigned() {
		return this.headers.containsHeader(SignedMessage.SIGNATURE)
				|| this.headers.containsHeader(SignedMessage.SERIAL);
	}

	SignedMessage signedMessage() {
		return SignedMessage.of(this.headers::getFirst, this.body);
	}

	@Override
	public String toString() {
		return "HttpAnswer[" + this.status + "]";
	}

}
