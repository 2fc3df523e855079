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

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Which state can follow on which. Immutable.
 *
 * @param <S> the states
 */
final class StateGraph<S> {

	private final String subject;

	private final Function<String, S> reader;

	/** What can still follow on a state, by however many steps. */
	private final Map<S, Set<S>> later = new HashMap<>();

	/**
	 * Creates a graph.
	 * @param subject what has the states, for messages
	 * @param reader reads a state
	 * @param paths states that follow on each other in this order
	 */
	StateGraph(String subject, Function<String, S> reader, List<List<S>> paths) {
		this.subject = subject;
		this.reader = reader;
		for (List<S> path : paths) {
			for (int i = 0; i < path.size(); i++) {
				this.later.computeIfAbsent(path.get(i), (state) -> new HashSet<>())
					.addAll(path.subList(i + 1, path.size()));
			}
		}
		// As often as there are states, so that the longest way has been gone
		this.later.keySet().forEach((round) -> this.later.values().forEach(this::extend));
	}

	private void extend(Set<S> followers) {
		List.copyOf(followers).forEach((state) -> followers.addAll(this.later.getOrDefault(state, Set.of())));
	}

	String subject() {
		return this.subject;
	}

	S read(String state) {
		return this.reader.apply(state);
	}

	Freshness compare(@Nullable S reported, @Nullable S stored) {
		if (reported == null) {
			return Freshness.UNCLEAR;
		}
		if (reported.equals(stored)) {
			return Freshness.SAME;
		}
		Set<S> following = this.later.get(reported);
		if (following == null) {
			return Freshness.UNCLEAR;
		}
		if (stored == null || this.later.getOrDefault(stored, Set.of()).contains(reported)) {
			return Freshness.NEWER;
		}
		return following.contains(stored) ? Freshness.OLDER : Freshness.UNCLEAR;
	}

}
