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

import java.util.Objects;
import java.util.Optional;

import io.github.wechatpay4j.WechatPayException;
import org.jspecify.annotations.Nullable;

/**
 * What a wait found out. Where it is not final, the outcome is unknown: nothing has
 * failed, and nothing may be done again under a new number. Go on waiting, ask later, or
 * leave it to the notification. Immutable and safe for use by many threads.
 *
 * @param <T> what was waited for
 */
public final class Outcome<T> {

	private final @Nullable T last;

	private final boolean reached;

	private final @Nullable WechatPayException failure;

	private Outcome(@Nullable T last, boolean reached, @Nullable WechatPayException failure) {
		this.last = last;
		this.reached = reached;
		this.failure = failure;
	}

	static <T> Outcome<T> reached(T last) {
		return new Outcome<>(Objects.requireNonNull(last), true, null);
	}

	static <T> Outcome<T> open(@Nullable T last, @Nullable WechatPayException failure) {
		return new Outcome<>(last, false, failure);
	}

	/**
	 * Whether a final state was reached in time. Final is not the same as successful: ask
	 * the object for its state.
	 * @return whether {@link #last()} will not change by itself any more
	 */
	public boolean isFinal() {
		return this.reached;
	}

	/**
	 * The object as it was seen last, final or not.
	 * @return the object; empty if the platform did not answer a single query
	 */
	public Optional<T> last() {
		return Optional.ofNullable(this.last);
	}

	/**
	 * Why the last query was not answered.
	 * @return the exception; empty if it was answered
	 */
	public Optional<WechatPayException> failure() {
		return Optional.ofNullable(this.failure);
	}

	/**
	 * The object in its final state.
	 * @return the object
	 * @throws IllegalStateException if it is not final, with {@link #failure()} as its
	 * cause
	 */
	public T requireFinal() {
		if (!this.reached || this.last == null) {
			throw new IllegalStateException("No final state was reached in time, the outcome is unknown", this.failure);
		}
		return this.last;
	}

	@Override
	public String toString() {
		return "Outcome[" + (this.reached ? "final" : (this.last != null) ? "not final" : "nothing seen") + "]";
	}

}
