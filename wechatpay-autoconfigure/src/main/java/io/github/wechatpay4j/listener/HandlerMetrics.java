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

package io.github.wechatpay4j.listener;

import java.util.Objects;

import io.github.wechatpay4j.delivery.LeaseWatch;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Counts handlers whose lease was over.
 */
public final class HandlerMetrics implements MeterBinder {

	private final LeaseWatch watch;

	/**
	 * Creates metrics.
	 * @param watch knows the handlers
	 */
	public HandlerMetrics(LeaseWatch watch) {
		this.watch = Objects.requireNonNull(watch, "watch");
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		FunctionCounter.builder("wechatpay.handler.leases.expired", this.watch, LeaseWatch::expired)
			.description("Handlers of notifications that were interrupted because their lease was over")
			.register(registry);
		Gauge.builder("wechatpay.handler.overdue", this.watch, (handlers) -> handlers.overdue().size())
			.description("Handlers of notifications that are still at work although they were interrupted")
			.register(registry);
	}

}
