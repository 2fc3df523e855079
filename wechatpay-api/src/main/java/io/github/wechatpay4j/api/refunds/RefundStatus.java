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

package io.github.wechatpay4j.api.refunds;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The state of a refund (退款状态). An open enumeration: a value that this version does not
 * know keeps its text.
 *
 * @param value the text in the protocol
 */
public record RefundStatus(@JsonValue String value) {

	/** The money was given back. */
	public static final RefundStatus SUCCESS = new RefundStatus("SUCCESS");

	/** Nothing will be given back. */
	public static final RefundStatus CLOSED = new RefundStatus("CLOSED");

	/** Accepted, the money is on its way. */
	public static final RefundStatus PROCESSING = new RefundStatus("PROCESSING");

	/**
	 * The money could not be given back, as to a cancelled card: the merchant must act.
	 */
	public static final RefundStatus ABNORMAL = new RefundStatus("ABNORMAL");

	/** Reads a text. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RefundStatus {
	}

	@Override
	public String toString() {
		return this.value;
	}

}
