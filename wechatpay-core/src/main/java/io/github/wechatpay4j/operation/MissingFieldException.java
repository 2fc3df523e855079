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

package io.github.wechatpay4j.operation;

import io.github.wechatpay4j.Printable;

/**
 * A request lacks a field that is required.
 */
final class MissingFieldException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String field;

	private final String fault;

	MissingFieldException(String field, String fault) {
		super("'" + Printable.text(field) + "' " + fault);
		this.field = field;
		this.fault = fault;
	}

	/** The same, seen from the object around it. */
	MissingFieldException within(String outer) {
		return new MissingFieldException(outer + "." + this.field, this.fault);
	}

}
