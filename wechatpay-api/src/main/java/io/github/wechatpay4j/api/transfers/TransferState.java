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

package io.github.wechatpay4j.api.transfers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The state of a transfer (单据状态). Only {@link #FAIL} and {@link #CANCELLED} mean that no
 * money moves: before that, the same {@code out_bill_no} must be kept. An open
 * enumeration: a value that this version does not know keeps its text.
 *
 * @param value the text in the protocol
 */
public record TransferState(@JsonValue String value) {

	/** Accepted, nothing done yet. */
	public static final TransferState ACCEPTED = new TransferState("ACCEPTED");

	/** In progress; if it stays so, the balance may be too low. */
	public static final TransferState PROCESSING = new TransferState("PROCESSING");

	/** Waiting for the user to confirm. */
	public static final TransferState WAIT_USER_CONFIRM = new TransferState("WAIT_USER_CONFIRM");

	/** Confirmed, the money is on its way. */
	public static final TransferState TRANSFERING = new TransferState("TRANSFERING");

	/** The user has the money. */
	public static final TransferState SUCCESS = new TransferState("SUCCESS");

	/** Failed. */
	public static final TransferState FAIL = new TransferState("FAIL");

	/** Being cancelled. */
	public static final TransferState CANCELING = new TransferState("CANCELING");

	/** Cancelled. */
	public static final TransferState CANCELLED = new TransferState("CANCELLED");

	/** Reads a text. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TransferState {
	}

	@Override
	public String toString() {
		return this.value;
	}

}
