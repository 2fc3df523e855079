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

package io.github.wechatpay4j.trust.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.TrustListener;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Counts which kind of platform key signs how much, and shows when certificates end. Safe
 * for use by many threads; a signature costs one addition.
 */
public final class PlatformKeyMetrics implements MeterBinder, TrustListener {

	/** Good signatures of answers and notifications, by {@code kind} of key. */
	public static final String SIGNATURES = "wechatpay.signatures";

	/** Seconds until a platform certificate ends, by {@code serial}. */
	public static final String EXPIRY = "wechatpay.certificate.expiry.seconds";

	private final Clock clock;

	private final Map<PlatformKey.Kind, LongAdder> signatures = new EnumMap<>(PlatformKey.Kind.class);

	/** What all merchants believe: several may believe the same certificate. */
	private final List<PlatformKey> certificates = new ArrayList<>();

	private final List<MultiGauge> gauges = new CopyOnWriteArrayList<>();

	/**
	 * Creates metrics, which count from now on.
	 * @param clock tells the time
	 */
	public PlatformKeyMetrics(Clock clock) {
		this.clock = Objects.requireNonNull(clock, "clock");
		for (PlatformKey.Kind kind : PlatformKey.Kind.values()) {
			this.signatures.put(kind, new LongAdder());
		}
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		this.signatures.forEach((kind, count) -> FunctionCounter.builder(SIGNATURES, count, LongAdder::doubleValue)
			.tag("kind", kind.name().toLowerCase(Locale.ROOT))
			.description("Answers and notifications whose signature was good, by the kind of the platform's key")
			.register(registry));
		this.gauges.add(MultiGauge.builder(EXPIRY)
			.baseUnit("seconds")
			.description("Time until the platform certificate ends")
			.register(registry));
		show();
	}

	@Override
	public void verified(PlatformKey key) {
		Objects.requireNonNull(this.signatures.get(key.kind())).increment();
	}

	@Override
	public synchronized void replaced(Collection<PlatformKey> before, Collection<PlatformKey> after) {
		before.forEach(this::forget);
		after.stream().filter((key) -> key.notAfter() != null).forEach(this.certificates::add);
		show();
	}

	private void forget(PlatformKey key) {
		for (Iterator<PlatformKey> known = this.certificates.iterator(); known.hasNext();) {
			if (known.next().id().equals(key.id())) {
				known.remove();
				return;
			}
		}
	}

	private void show() {
		Map<String, Instant> ends = new TreeMap<>();
		this.certificates.forEach((key) -> ends.put(key.id(), Objects.requireNonNull(key.notAfter())));
		List<MultiGauge.Row<?>> rows = new ArrayList<>();
		ends.forEach((serial, end) -> rows.add(MultiGauge.Row.of(Tags.of("serial", serial), end, this::secondsUntil)));
		this.gauges.forEach((gauge) -> gauge.register(rows, true));
	}

	private double secondsUntil(Instant end) {
		return Duration.between(this.clock.instant(), end).toSeconds();
	}

}
