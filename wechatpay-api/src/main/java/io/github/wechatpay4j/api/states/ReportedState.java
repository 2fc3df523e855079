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

package io.github.wechatpay4j.api.states;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A state that a notification reports, to be compared with the one that the application
 * has stored. Notifications come late, twice, and in any order: neither their arrival nor
 * their times, only the state itself says which is newer. Immutable.
 *
 * @param <S> the states
 * @see States
 */
public final class ReportedState<S> {

	private final StateGraph<S> graph;

	private final @Nullable S reported;

	ReportedState(StateGraph<S> graph, @Nullable S reported) {
		this.graph = Objects.requireNonNull(graph, "graph");
		this.reported = reported;
	}

	/**
	 * Whether this state follows on the stored one.
	 * @param stored the state that is stored, {@code null} if none is yet
	 * @return {@code false} if it is the same or an older one: acknowledge, do nothing
	 * @throws UnclearStateException if nobody can tell; in a handler that lets the
	 * notification come again, see {@link #comparedTo(Object)} to query instead
	 */
	public boolean isNewerThan(@Nullable S stored) {
		Freshness freshness = comparedTo(stored);
		if (freshness == Freshness.UNCLEAR) {
			throw new UnclearStateException(
					"Whether the " + this.graph.subject() + " is " + this.reported + ", as reported, or " + stored
							+ ", as stored, cannot be told from these states: query it, and store"
							+ " what the platform answers");
		}
		return freshness == Freshness.NEWER;
	}

	/**
	 * Whether this state follows on the stored one.
	 * @param stored the text of the state that is stored, {@code null} if none is yet
	 * @return {@code false} if it is the same or an older one: acknowledge, do nothing
	 * @throws UnclearStateException if nobody can tell
	 */
	public boolean isNewerThan(@Nullable String stored) {
		return isNewerThan(read(stored));
	}

	/**
	 * How this state relates to the stored one.
	 * @param stored the state that is stored, {@code null} if none is yet: then every
	 * state that is known is newer
	 * @return {@link Freshness#UNCLEAR} if nobody can tell
	 */
	public Freshness comparedTo(@Nullable S stored) {
		return this.graph.compare(this.reported, stored);
	}

	/**
	 * How this state relates to the stored one.
	 * @param stored the text of the state that is stored, {@code null} if none is yet:
	 * then every state that is known is newer
	 * @return {@link Freshness#UNCLEAR} if nobody can tell
	 */
	public Freshness comparedTo(@Nullable String stored) {
		return comparedTo(read(stored));
	}

	private @Nullable S read(@Nullable String stored) {
		return (stored != null) ? this.graph.read(stored) : null;
	}

	@Override
	public String toString() {
		return "ReportedState[" + this.graph.subject() + ", " + this.reported + "]";
	}

}
