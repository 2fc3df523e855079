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
 * The way in which a transaction was paid (交易类型). An open enumeration: a value that this
 * version does not know keeps its text.
 *
 * @param value the text in the protocol
 */
public record TradeType(@JsonValue String value) {

	/** Inside WeChat: official account or mini program. */
	public static final TradeType JSAPI = new TradeType("JSAPI");

	/** By scanning a QR code. */
	public static final TradeType NATIVE = new TradeType("NATIVE");

	/** From the merchant's own application. */
	public static final TradeType APP = new TradeType("APP");

	/** By showing a payment code. */
	public static final TradeType MICROPAY = new TradeType("MICROPAY");

	/** From a browser outside WeChat (H5). */
	public static final TradeType MWEB = new TradeType("MWEB");

	/** By showing one's face. */
	public static final TradeType FACEPAY = new TradeType("FACEPAY");

	/** Reads a text. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TradeType {
	}

	@Override
	public String toString() {
		return this.value;
	}

}
