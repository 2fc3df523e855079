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

package io.github.wechatpay4j.api.payments.transaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The state of a transaction (交易状态). An open enumeration: a value that this version does
 * not know keeps its text.
 *
 * @param value the text in the protocol
 */
public record TradeState(@JsonValue String value) {

	/** Paid. */
	public static final TradeState SUCCESS = new TradeState("SUCCESS");

	/** Paid, and refunded at least in part. */
	public static final TradeState REFUND = new TradeState("REFUND");

	/** Not paid yet. */
	public static final TradeState NOTPAY = new TradeState("NOTPAY");

	/** Closed without payment. */
	public static final TradeState CLOSED = new TradeState("CLOSED");

	/** Revoked (payment codes only). */
	public static final TradeState REVOKED = new TradeState("REVOKED");

	/** The user is being asked for the password (payment codes only). */
	public static final TradeState USERPAYING = new TradeState("USERPAYING");

	/** The payment failed. */
	public static final TradeState PAYERROR = new TradeState("PAYERROR");

	/** Reads a text. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TradeState {
	}

	@Override
	public String toString() {
		return this.value;
	}

}
