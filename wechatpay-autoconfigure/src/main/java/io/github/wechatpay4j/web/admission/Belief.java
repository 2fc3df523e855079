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

package io.github.wechatpay4j.web.admission;

import io.github.wechatpay4j.NotificationRejectedException.Reason;

/**
 * What a notification has shown about its sender.
 */
public enum Belief {

	/** It is WeChat Pay's and for this merchant, whatever became of it. */
	BELIEVED,

	/** It is not what it claims to be. */
	NOT_BELIEVED,

	/** It was not looked at, or not to the end. */
	UNDECIDED;

	/**
	 * What a rejection says about the sender.
	 * @param reason why a notification was rejected
	 * @return what that shows
	 */
	public static Belief of(Reason reason) {
		return switch (reason) {
			// A probe is WeChat Pay's rarely; anybody can send its prefix all the time
			case TOO_LARGE, MALFORMED, SIGNATURE, BODY_CHANGED, PROBE, DECRYPTION, WRONG_MERCHANT, UNKNOWN_MERCHANT ->
				NOT_BELIEVED;
			case IN_PROGRESS, OVERTAKEN, NOT_STORED, NO_HANDLER, HANDLER_FAILED, LEASE_EXPIRED -> BELIEVED;
			case KEYS_UNAVAILABLE, TIMED_OUT, OVERLOADED, TOO_MANY, FORBIDDEN_SOURCE -> UNDECIDED;
		};
	}

}
