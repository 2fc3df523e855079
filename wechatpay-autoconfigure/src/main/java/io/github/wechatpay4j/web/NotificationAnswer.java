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
import java.util.Objects;

import io.github.wechatpay4j.NotificationRejectedException.Reason;

/**
 * What the endpoint answers.
 */
public final class NotificationAnswer {

	private static final NotificationAnswer DONE = new NotificationAnswer(204, "");

	private final int status;

	private final String json;

	private NotificationAnswer(int status, String json) {
		this.status = status;
		this.json = Objects.requireNonNull(json, "json");
	}

	static NotificationAnswer done() {
		return DONE;
	}

	static NotificationAnswer rejected(Reason reason) {
		return failed(reason.status(), reason.name());
	}

	static NotificationAnswer broken() {
		return failed(500, "INTERNAL");
	}

	private static NotificationAnswer failed(int status, String message) {
		return new NotificationAnswer(status, "{\"code\":\"FAIL\",\"message\":\"" + message + "\"}");
	}

	/**
	 * The HTTP status; 204 only for what is done.
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
		return this.json.getBytes(StandardCharsets.UTF_8);
	}

}
