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

package io.github.wechatpay4j.delivery;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * The time for which a holder may work on an event, counted from before it was claimed,
 * by a clock that nobody sets. Immutable.
 */
public final class Lease {

	private final Duration length;

	private final long start;

	private final LongSupplier nanoTime;

	private Lease(Duration length, LongSupplier nanoTime) {
		this.length = length;
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
	}

	/**
	 * Begins a lease. To be called before the event is claimed: who counts later believes
	 * that it holds what others may take already.
	 * @param length how long it is
	 * @return the lease
	 */
	public static Lease begin(Duration length) {
		return begin(length, System::nanoTime);
	}

	static Lease begin(Duration length, LongSupplier nanoTime) {
		return new Lease(Objects.requireNonNull(length, "length"), nanoTime);
	}

	/**
	 * How long it is in all.
	 * @return the length
	 */
	public Duration length() {
		return this.length;
	}

	/**
	 * What is left of it.
	 * @return a duration, negative once it is over
	 */
	public Duration remaining() {
		return this.length.minusNanos(this.nanoTime.getAsLong() - this.start);
	}

	/**
	 * Whether it is over: others may have taken the event.
	 * @return whether it is
	 */
	public boolean isOver() {
		return remaining().compareTo(Duration.ZERO) <= 0;
	}

	@Override
	public String toString() {
		return "Lease[" + this.length + "]";
	}

}
