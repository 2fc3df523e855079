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

package io.github.wechatpay4j.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.delivery.NotificationReply;
import io.github.wechatpay4j.delivery.NotificationReply.Header;

/**
 * What the endpoint answers.
 */
public final class NotificationAnswer {

	private final int status;

	private final byte[] body;

	private final List<Header> headers;

	private NotificationAnswer(int status, byte[] body, List<Header> headers) {
		this.status = status;
		this.body = Objects.requireNonNull(body, "body");
		this.headers = headers;
	}

	static NotificationAnswer of(NotificationReply reply) {
		byte[] content = reply.content();
		return new NotificationAnswer((content.length > 0) ? 200 : 204, content, reply.headers());
	}

	static NotificationAnswer rejected(Reason reason) {
		return failed(reason.status(), reason.name());
	}

	static NotificationAnswer broken() {
		return failed(500, "INTERNAL");
	}

	private static NotificationAnswer failed(int status, String message) {
		String json = "{\"code\":\"FAIL\",\"message\":\"" + message + "\"}";
		return new NotificationAnswer(status, json.getBytes(StandardCharsets.UTF_8), List.of());
	}

	/**
	 * The HTTP status; 2xx only for what is done or stored.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The body, JSON.
	 * @return the bytes, empty for none
	 */
	public byte[] body() {
		return this.body.clone();
	}

	/**
	 * Headers beside those that describe the body.
	 * @return the headers
	 */
	public List<Header> headers() {
		return this.headers;
	}

}
