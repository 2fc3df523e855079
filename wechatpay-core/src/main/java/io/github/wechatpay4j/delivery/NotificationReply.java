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

package io.github.wechatpay4j.delivery;

import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.notification.NotificationOutcome;

/**
 * What the platform is told about a notification that is done.
 */
public final class NotificationReply {

	private final NotificationOutcome outcome;

	private final byte[] content;

	private final List<Header> headers;

	NotificationReply(NotificationOutcome outcome, byte[] content, List<Header> headers) {
		this.outcome = Objects.requireNonNull(outcome, "outcome");
		this.content = content.clone();
		this.headers = List.copyOf(headers);
	}

	static NotificationReply of(NotificationOutcome outcome) {
		return new NotificationReply(outcome, new byte[0], List.of());
	}

	/**
	 * What became of the notification.
	 * @return the outcome
	 */
	public NotificationOutcome outcome() {
		return this.outcome;
	}

	/**
	 * The fields of the answer, JSON.
	 * @return the exact bytes to send, empty for none
	 */
	public byte[] content() {
		return this.content.clone();
	}

	/**
	 * What proves the content, where the protocol asks for that.
	 * @return headers to send with it
	 */
	public List<Header> headers() {
		return this.headers;
	}

	/**
	 * A header of an answer.
	 *
	 * @param name its name
	 * @param value its value
	 */
	public record Header(String name, String value) {
	}

}
