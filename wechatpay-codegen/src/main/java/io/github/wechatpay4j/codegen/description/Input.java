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

package io.github.wechatpay4j.codegen.description;

import java.util.Set;

/**
 * Something that a request carries.
 *
 * @param field the field
 * @param positions where it is sent; a number may be in the path and in the body
 */
public record Input(Field field, Set<Position> positions) {

	/** Where an input is sent. */
	public enum Position {

		/** In the path. */
		PATH,

		/** In the query. */
		QUERY,

		/** In the header {@code Idempotency-Key}. */
		HEADER,

		/** In the JSON body, or in the signed JSON part of an upload. */
		BODY,

		/** As a text part of an upload. */
		FORM,

		/** As the file of an upload. */
		FILE

	}

	/**
	 * Whether it is sent there.
	 * @param position the position
	 * @return whether it is
	 */
	public boolean isIn(Position position) {
		return this.positions.contains(position);
	}

}
