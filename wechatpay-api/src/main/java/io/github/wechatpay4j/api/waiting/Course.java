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

package io.github.wechatpay4j.api.waiting;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.PlatformKeyUnavailableException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.SignatureException.Reason;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.WechatPayException;
import org.jspecify.annotations.Nullable;

/**
 * One wait: decides whether to go on and for how long to pause. Both waitings follow it.
 * Used by one thread at a time.
 *
 * @param <T> what is waited for
 */
final class Course<T> {

	/** What was made a moment ago may not be found yet. */
	static final Duration NOT_FOUND_YET = Duration.ofSeconds(10);

	private static final double LEAST_SHARE = 0.8;

	private static final int ACCEPTED = 202;

	private static final int NOT_FOUND = 404;

	private static final int TOO_MANY_REQUESTS = 429;

	private final Pace pace;

	private final Predicate<? super T> isFinal;

	private final DoubleSupplier chance;

	private Duration nextPause;

	private boolean lastQuery;

	private boolean reached;

	private @Nullable T last;

	private @Nullable WechatPayException failure;

	Course(Pace pace, Predicate<? super T> isFinal, DoubleSupplier chance) {
		this.pace = pace;
		this.isFinal = isFinal;
		this.chance = chance;
		this.nextPause = pace.first();
	}

	void answered(T answer) {
		this.last = answer;
		this.failure = null;
		this.reached = this.isFinal.test(answer);
	}

	/** Throws what does not pass by itself. */
	void failed(WechatPayException ex, Duration elapsed) {
		boolean mayAppear = ex.status() == NOT_FOUND && ex instanceof ApiException && this.last == null
				&& elapsed.compareTo(NOT_FOUND_YET) < 0;
		if (!mayAppear && !isTransient(ex)) {
			throw ex;
		}
		this.failure = ex;
	}

	private static boolean isTransient(WechatPayException ex) {
		if (ex instanceof TransportException) {
			return true;
		}
		if (ex instanceof SignatureException finding) {
			// A probe is sent on purpose and says nothing about the next answer
			return finding.reason() == Reason.PROBE;
		}
		if (ex instanceof PlatformKeyUnavailableException && ex.status() == 0) {
			return true;
		}
		return (ex instanceof ApiException || ex instanceof PlatformKeyUnavailableException)
				&& (ex.status() >= 500 || ex.status() == ACCEPTED || ex.status() == TOO_MANY_REQUESTS);
	}

	boolean isOver(Duration elapsed) {
		return this.reached || this.lastQuery || elapsed.compareTo(this.pace.limit()) >= 0;
	}

	/** How long to pause now; the pause before the last query ends with the limit. */
	Duration pause(Duration elapsed) {
		Duration pause = Duration.ofNanos((long) (this.nextPause.toNanos() * (1 - (1 - LEAST_SHARE) * chance())));
		if (this.failure != null && this.failure.status() == TOO_MANY_REQUESTS) {
			pause = this.pace.longest();
		}
		this.nextPause = min(this.nextPause.multipliedBy(2), this.pace.longest());
		Duration left = this.pace.limit().minus(elapsed);
		this.lastQuery = pause.compareTo(left) >= 0;
		return min(pause, left);
	}

	private double chance() {
		return this.chance.getAsDouble();
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	Outcome<T> outcome() {
		T seen = this.last;
		return (seen != null && this.reached) ? Outcome.reached(seen) : Outcome.open(seen, this.failure);
	}

}
