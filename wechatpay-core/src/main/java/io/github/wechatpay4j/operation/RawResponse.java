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

import java.nio.charset.StandardCharsets;

/**
 * The verified answer to a {@link RawRequest}.
 */
public final class RawResponse {

	private final int status;

	private final byte[] body;

	/**
	 * Creates an answer.
	 * @param status the HTTP status, always 2xx
	 * @param body the bytes whose signature was verified
	 */
	public RawResponse(int status, byte[] body) {
		this.status = status;
		this.body = body.clone();
	}

	/**
	 * The HTTP status, always 2xx.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The bytes whose signature was verified.
	 * @return a copy of the bytes
	 */
	public byte[] body() {
		return this.body.clone();
	}

	/**
	 * The body as text.
	 * @return the text, empty for an answer without a body
	 */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "RawResponse[" + this.status + ", " + this.body.length + " bytes]";
	}

}
