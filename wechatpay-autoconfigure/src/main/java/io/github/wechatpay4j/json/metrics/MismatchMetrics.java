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

package io.github.wechatpay4j.json.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.wechatpay4j.json.MismatchListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Counts the fields of answers and notifications that came in another shape than is
 * described. Safe for use by many threads.
 */
public final class MismatchMetrics implements MeterBinder, MismatchListener {

	/**
	 * Fields of another shape, by {@code operation} (of a notification: the type of its
	 * payload) and {@code path}.
	 */
	public static final String MISMATCHES = "wechatpay.response.mismatches";

	private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();

	@Override
	public void bindTo(MeterRegistry registry) {
		this.registries.add(registry);
	}

	@Override
	public void mismatched(String source, String path) {
		this.registries.forEach((registry) -> Counter.builder(MISMATCHES)
			.tag("operation", source)
			.tag("path", path)
			.description("Fields of answers and notifications in another shape than is described")
			.register(registry)
			.increment());
	}

}
