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

package io.github.wechatpay4j.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How often and when a notification is tried again. Immutable.
 *
 * @param maxAttempts attempts before it is parked as a dead letter
 * @param initialBackoff wait after the first failed attempt
 * @param multiplier by what the wait grows
 * @param maxBackoff longest wait
 * @param lease how long a handler may take
 */
public record Redelivery(int maxAttempts, Duration initialBackoff, double multiplier, Duration maxBackoff,
		Duration lease) {

	private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

	/** So many hops from node to node are quick: most likely one of them finds it. */
	private static final int HOPS = 10;

	private static final List<Duration> HANDED_ON = List.of(Duration.ofMillis(500), Duration.ofSeconds(5),
			Duration.ofMinutes(1));

	private static final int STEPS = 8;

	/**
	 * The wait after a failed attempt.
	 * @param attempt its number, 1 for the first
	 * @return one of {@link #steps()}
	 */
	public Duration afterAttempt(int attempt) {
		Duration wanted = exact(attempt);
		return failures().stream().filter((step) -> step.compareTo(wanted) >= 0).findFirst().orElse(this.maxBackoff);
	}

	/**
	 * The wait before another node looks at what this one cannot handle.
	 * @param times how often it has been handed on before
	 * @return one of {@link #steps()}
	 */
	public Duration handedOn(int times) {
		return HANDED_ON.get(Math.min(HANDED_ON.size() - 1, times / HOPS));
	}

	/**
	 * The wait before looking again whether a lease has run out.
	 * @return one of {@link #steps()}
	 */
	public Duration held() {
		Duration quarter = this.lease.dividedBy(4);
		return (quarter.compareTo(LOOK_AGAIN) > 0) ? LOOK_AGAIN : quarter.plusMillis(1);
	}

	/**
	 * All waits that there are, a dozen at most.
	 * @return waits, the shortest first
	 */
	public List<Duration> steps() {
		TreeSet<Duration> steps = new TreeSet<>(failures());
		steps.addAll(HANDED_ON);
		steps.add(held());
		return List.copyOf(steps);
	}

	private List<Duration> failures() {
		TreeSet<Duration> exact = new TreeSet<>();
		for (int attempt = 1; attempt < this.maxAttempts; attempt++) {
			exact.add(exact(attempt));
		}
		if (exact.size() <= STEPS) {
			return List.copyOf(exact);
		}
		List<Duration> steps = new ArrayList<>();
		double growth = (double) exact.last().toMillis() / exact.first().toMillis();
		for (int i = 0; i < STEPS; i++) {
			steps.add(Duration
				.ofMillis(Math.round(exact.first().toMillis() * Math.pow(growth, (double) i / (STEPS - 1)))));
		}
		return steps;
	}

	private Duration exact(int attempt) {
		double millis = this.initialBackoff.toMillis() * Math.pow(this.multiplier, attempt - 1.0);
		return (millis < this.maxBackoff.toMillis()) ? Duration.ofMillis(Math.max(1, Math.round(millis)))
				: this.maxBackoff;
	}

}
