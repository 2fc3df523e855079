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

package io.github.wechatpay4j.api.complaints;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The state of a complaint (投诉单状态). An open enumeration: a value that this version does
 * not know keeps its text.
 *
 * @param value the text in the protocol
 */
public record ComplaintState(@JsonValue String value) {

	/** Nobody has answered it. */
	public static final ComplaintState PENDING = new ComplaintState("PENDING");

	/** The merchant is dealing with it. */
	public static final ComplaintState PROCESSING = new ComplaintState("PROCESSING");

	/** The merchant says that it is settled. */
	public static final ComplaintState PROCESSED = new ComplaintState("PROCESSED");

	/** Reads a text. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ComplaintState {
	}

	@Override
	public String toString() {
		return this.value;
	}

}
