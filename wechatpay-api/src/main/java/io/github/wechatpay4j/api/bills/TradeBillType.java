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

package io.github.wechatpay4j.api.bills;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a trade bill lists (账单类型). An open enumeration: a value that this version does not
 * know keeps its text.
 *
 * @param value the text in the protocol
 */
public record TradeBillType(@JsonValue String value) {

	/** Payments and refunds. */
	public static final TradeBillType ALL = new TradeBillType("ALL");

	/** Payments. */
	public static final TradeBillType SUCCESS = new TradeBillType("SUCCESS");

	/** Refunds. */
	public static final TradeBillType REFUND = new TradeBillType("REFUND");

	/** Refunds of recharges. */
	public static final TradeBillType RECHARGE_REFUND = new TradeBillType("RECHARGE_REFUND");

	/** Payments and refunds of individual payees. */
	public static final TradeBillType ALL_SPECIAL = new TradeBillType("ALL_SPECIAL");

	/** Payments of individual payees. */
	public static final TradeBillType SUC_SPECIAL = new TradeBillType("SUC_SPECIAL");

	/** Refunds of individual payees. */
	public static final TradeBillType REF_SPECIAL = new TradeBillType("REF_SPECIAL");

	/** Reads a text. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TradeBillType {
	}

	@Override
	public String toString() {
		return this.value;
	}

}
