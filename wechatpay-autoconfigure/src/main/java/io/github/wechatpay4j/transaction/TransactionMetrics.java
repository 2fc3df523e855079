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

package io.github.wechatpay4j.transaction;

import java.util.Objects;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Counts calls that were made, or refused, inside of a transaction of the caller's.
 */
public final class TransactionMetrics implements MeterBinder {

	/** Calls that are not queries inside of a transaction, by {@code outcome}. */
	public static final String CALLS = "wechatpay.client.in.transaction";

	private final TransactionCheck check;

	/**
	 * Creates metrics.
	 * @param check finds the calls
	 */
	public TransactionMetrics(TransactionCheck check) {
		this.check = Objects.requireNonNull(check, "check");
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		count(registry, "made", TransactionCheck::warned);
		count(registry, "refused", TransactionCheck::refused);
	}

	private void count(MeterRegistry registry, String outcome, ToDoubleFunction<TransactionCheck> count) {
		FunctionCounter.builder(CALLS, this.check, count)
			.tag("outcome", outcome)
			.description("Calls that are not queries and are made inside of a transaction of the caller's")
			.register(registry);
	}

}
