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

/**
 * The type of a field.
 */
public sealed interface FieldType {

	/** What JSON has by itself, and times. */
	enum Scalar implements FieldType {

		/** A text. */
		TEXT,

		/** A whole number, money included. */
		INTEGER,

		/** A number with a fraction. */
		DECIMAL,

		/** True or false. */
		FLAG,

		/** A day. */
		DATE,

		/** A moment in RFC 3339. */
		TIME,

		/** A file to upload. */
		FILE

	}

	/**
	 * A component.
	 *
	 * @param key where it is described
	 */
	record Component(TypeKey key) implements FieldType {

	}

	/**
	 * A list.
	 *
	 * @param item the type of an item
	 */
	record Listing(FieldType item) implements FieldType {

	}

}
