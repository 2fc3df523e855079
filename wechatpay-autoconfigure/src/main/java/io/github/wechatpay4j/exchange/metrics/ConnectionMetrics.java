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

package io.github.wechatpay4j.exchange.metrics;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

import io.github.wechatpay4j.exchange.ConnectionListener;
import io.github.wechatpay4j.exchange.Surprise;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Counts connections that were closed because something unexpected was seen on them. Safe
 * for use by many threads.
 */
public final class ConnectionMetrics implements MeterBinder, ConnectionListener {

	/** Connections that were closed for what they brought, by {@code reason}. */
	public static final String REFUSED = "wechatpay.connections.refused";

	private final Map<Surprise, LongAdder> refused = new EnumMap<>(Surprise.class);

	/**
	 * Creates metrics, which count from now on.
	 */
	public ConnectionMetrics() {
		for (Surprise surprise : Surprise.values()) {
			this.refused.put(surprise, new LongAdder());
		}
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.refused.forEach((surprise, count) -> FunctionCounter.builder(REFUSED, count, LongAdder::doubleValue)
			.tag("reason", surprise.name().toLowerCase(Locale.ROOT))
			.description("Connections that were closed because something unexpected was seen on them")
			.register(registry));
	}

	@Override
	public void closed(Surprise surprise) {
		Objects.requireNonNull(this.refused.get(surprise)).increment();
	}

}
