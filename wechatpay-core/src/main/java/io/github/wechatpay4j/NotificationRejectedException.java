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

package io.github.wechatpay4j;

import java.util.Objects;

/**
 * A notification is not handed to the application. The endpoint answers
 * {@link Reason#status()}.
 */
public final class NotificationRejectedException extends WechatPayException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Creates an exception.
	 * @param reason why
	 * @param message what was found, without the notification's content
	 */
	public NotificationRejectedException(Reason reason, String message) {
		super(message, null, reason.status(), null);
		this.reason = Objects.requireNonNull(reason, "reason");
	}

	/**
	 * Why the notification is rejected.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why a notification can be rejected.
	 */
	public enum Reason {

		/** The body is larger than allowed. */
		TOO_LARGE(413),

		/** The envelope or the resource is not what the protocol says. */
		MALFORMED(400),

		/** The signature does not prove that WeChat Pay sent it. */
		SIGNATURE(401),

		/**
		 * The signature does not belong to what was left of the body: somebody in this
		 * application had read or rewritten it before.
		 */
		BODY_CHANGED(401),

		/** WeChat Pay tries out whether a wrong signature is refused. */
		PROBE(401),

		/** The resource cannot be decrypted with this merchant's APIv3 key. */
		DECRYPTION(400),

		/** The notification is about another merchant than the address it came to. */
		WRONG_MERCHANT(403),

		/** There is no such merchant. */
		UNKNOWN_MERCHANT(404),

		/** The keys to check it with cannot be had just now. */
		KEYS_UNAVAILABLE(503),

		/** The same notification is being handled right now. */
		IN_PROGRESS(503),

		/**
		 * Its handler took so long that somebody else has taken it meanwhile; what the
		 * handler did is undone where that is possible.
		 */
		OVERTAKEN(503),

		/** It is not handled within the time that the platform waits; it may yet be. */
		TIMED_OUT(500),

		/** It could not be stored. */
		NOT_STORED(503),

		/** More notifications are being processed than may be at a time. */
		OVERLOADED(503),

		/** Its source sends more than it may. */
		TOO_MANY(429),

		/** Notifications are not taken from its source. */
		FORBIDDEN_SOURCE(403),

		/** No handler is registered for it. */
		NO_HANDLER(500),

		/** The handler failed. */
		HANDLER_FAILED(500),

		/**
		 * Its handler was interrupted because its lease was over, and did not end well.
		 */
		LEASE_EXPIRED(500);

		private final int status;

		Reason(int status) {
			this.status = status;
		}

		/**
		 * The HTTP status that answers it. Never 2xx, so that WeChat Pay delivers again.
		 * @return the status
		 */
		public int status() {
			return this.status;
		}

	}

}
