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

package io.github.wechatpay4j.limit;

import io.github.wechatpay4j.operation.Operation;

/**
 * Which product an operation belongs to.
 */
public final class Product {

	private Product() {
	}

	/**
	 * The product of an operation: {@code Refunds} for {@code Refunds.create}.
	 * @param operation the operation
	 * @return the part of its name before the first dot, or the whole name if it has none
	 */
	public static String of(Operation<?> operation) {
		int dot = operation.name().indexOf('.');
		return (dot > 0) ? operation.name().substring(0, dot) : operation.name();
	}

}
