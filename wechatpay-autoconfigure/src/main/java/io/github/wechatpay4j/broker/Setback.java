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

package io.github.wechatpay4j.broker;

import io.github.wechatpay4j.NotificationRejectedException;

/**
 * What a failure to handle a notification means for its way.
 */
enum Setback {

	/**
	 * Somebody else holds the event, perhaps a node that is no more: its lease has to run
	 * out. Nobody's handler has failed.
	 */
	HELD,

	/**
	 * This node cannot handle it, another one may: it has no handler for it, no such
	 * merchant, not its keys, or cannot ask the store of claims. Nothing was tried, so
	 * that it does not count as an attempt, and never makes a dead letter.
	 */
	ELSEWHERE,

	/**
	 * It does not verify here. It did where it was stored, so that either somebody
	 * tampered with it or this node has a wrong key: other nodes look at it too before it
	 * is parked.
	 */
	REFUSED,

	/** It was tried, and failed. */
	FAILED;

	static Setback of(Throwable failure) {
		if (!(failure instanceof NotificationRejectedException rejection)) {
			return FAILED;
		}
		return switch (rejection.reason()) {
			case IN_PROGRESS, OVERTAKEN -> HELD;
			case NO_HANDLER, UNKNOWN_MERCHANT, KEYS_UNAVAILABLE, DECRYPTION, NOT_STORED -> ELSEWHERE;
			case TOO_LARGE, MALFORMED, SIGNATURE, PROBE, WRONG_MERCHANT -> REFUSED;
			default -> FAILED;
		};
	}

	/** Names a failure, without its message. */
	static String nameOf(Throwable failure) {
		return (failure instanceof NotificationRejectedException rejection) ? rejection.reason().name()
				: failure.getClass().getName();
	}

}
