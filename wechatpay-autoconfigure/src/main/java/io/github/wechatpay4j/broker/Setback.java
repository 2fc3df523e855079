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
 * What a failure to handle a notification means for its next attempt.
 */
public enum Setback {

	/**
	 * Somebody else holds the event, perhaps a node that is no more: its lease has to run
	 * out. Nobody's handler has failed.
	 */
	HELD,

	/** Anything that may be over soon. */
	TEMPORARY,

	/** The notification itself is not to be believed: trying again changes nothing. */
	PERMANENT;

	/**
	 * What a failure means.
	 * @param failure the failure
	 * @return what it means
	 */
	public static Setback of(Throwable failure) {
		if (!(failure instanceof NotificationRejectedException rejection)) {
			return TEMPORARY;
		}
		return switch (rejection.reason()) {
			case IN_PROGRESS, OVERTAKEN -> HELD;
			// Not a merchant or an APIv3 key that is unknown here: while a change of them
			// is
			// rolled out, other nodes take in what this one cannot handle yet
			case TOO_LARGE, MALFORMED, SIGNATURE, PROBE, WRONG_MERCHANT -> PERMANENT;
			default -> TEMPORARY;
		};
	}

	/**
	 * Names a failure, without its message.
	 * @param failure the failure
	 * @return the reason of a rejection, else the exception's name
	 */
	public static String nameOf(Throwable failure) {
		return (failure instanceof NotificationRejectedException rejection) ? rejection.reason().name()
				: failure.getClass().getName();
	}

}
