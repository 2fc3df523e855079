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

package io.github.wechatpay4j.inbox;

import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Gauges that tell how an inbox stands, as it was when the watch last looked: scraping
 * asks no database.
 */
public final class InboxMetrics implements MeterBinder {

	private final InboxWatch watch;

	/**
	 * Creates gauges.
	 * @param watch looks at the inbox
	 */
	public InboxMetrics(InboxWatch watch) {
		this.watch = Objects.requireNonNull(watch, "watch");
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("wechatpay.inbox.pending", this.watch, (inbox) -> inbox.last().pending())
			.description("Notifications that are stored and not handled yet")
			.register(registry);
		Gauge.builder("wechatpay.inbox.dead", this.watch, (inbox) -> inbox.last().deadLetters())
			.description("Notifications that were given up")
			.register(registry);
		Gauge.builder("wechatpay.inbox.unhandled", this.watch, InboxWatch::unhandled)
			.description("Notifications that no node handles for a day")
			.register(registry);
		Gauge.builder("wechatpay.inbox.foreign", this.watch, InboxWatch::foreign)
			.description("Notifications of other applications that wait for more than 10 minutes")
			.register(registry);
		TimeGauge
			.builder("wechatpay.inbox.staleness", this.watch, TimeUnit.MILLISECONDS,
					(inbox) -> inbox.staleness().toMillis())
			.description("Age of the oldest notification that is not handled yet")
			.register(registry);
	}

}
