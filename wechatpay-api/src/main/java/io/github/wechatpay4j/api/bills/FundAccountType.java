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
 * The account whose movements a fund-flow bill lists (资金账户类型). An open enumeration: a
 * value that this version does not know keeps its text.
 *
 * @param value the text in the protocol
 */
public record FundAccountType(@JsonValue String value) {

	/** The basic account. */
	public static final FundAccountType BASIC = new FundAccountType("BASIC");

	/** The operating account. */
	public static final FundAccountType OPERATION = new FundAccountType("OPERATION");

	/** The fee account. */
	public static final FundAccountType FEES = new FundAccountType("FEES");

	/** Reads a text. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public FundAccountType {
	}

	@Override
	public String toString() {
		return this.value;
	}

}
