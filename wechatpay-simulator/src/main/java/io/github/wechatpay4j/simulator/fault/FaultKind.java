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

package io.github.wechatpay4j.simulator.fault;

/**
 * What can go wrong on purpose.
 */
public enum FaultKind {

	/** The platform acts, and answers late. */
	LATE,

	/** {@code 500 SYSTEM_ERROR}; the platform did not act. */
	ERROR_500,

	/** {@code 500 SYSTEM_ERROR}, although the platform acted. */
	ERROR_500_AFTER,

	/** A proxy's 502 page in HTML; the platform did not act. */
	HTML_502,

	/** {@code 429} with a code of choice; the platform did not act. */
	RATE_LIMITED,

	/** The platform acts; the answer's signature belongs to other bytes. */
	WRONG_SIGNATURE,

	/** The platform acts; the answer is not signed. */
	MISSING_SIGNATURE,

	/** The platform acts; the answer's signature is WeChat Pay's probe. */
	PROBE_SIGNATURE,

	/** The connection is reset; the platform did not act. */
	CONNECTION_RESET,

	/** The connection is reset, although the platform acted. */
	CONNECTION_RESET_AFTER,

	/** A notification arrives twice within a moment. */
	DUPLICATE_NOTIFICATION,

	/** A notification is never sent. */
	LOST_NOTIFICATION,

	/** A notification waits until the next one was sent. */
	OUT_OF_ORDER_NOTIFICATION,

	/** A notification is changed after it was signed; the retry is right. */
	TAMPERED_NOTIFICATION,

	/** A notification carries WeChat Pay's signature probe; the retry is right. */
	PROBE_NOTIFICATION;

	/**
	 * Whether this happens to notifications rather than to requests.
	 * @return whether it does
	 */
	public boolean isOfNotification() {
		return name().endsWith("_NOTIFICATION");
	}

}
