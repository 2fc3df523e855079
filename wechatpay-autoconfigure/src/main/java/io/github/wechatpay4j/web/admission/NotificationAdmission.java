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

package io.github.wechatpay4j.web.admission;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides from its source alone whether a request is read, and learns what became of
 * those that were. A bean of this type replaces what the properties say. Implementations
 * never block, because event loops call them, and are safe for use by many threads.
 */
@FunctionalInterface
public interface NotificationAdmission {

	/**
	 * Looks at the source of a request of which nothing has been read.
	 * @param source where it comes from
	 * @return why it is refused; empty if it is read
	 */
	Optional<Refusal> refuse(NotificationSource source);

	/**
	 * Learns what a request has shown about its sender; {@link Belief#UNDECIDED} for what
	 * was refused here.
	 * @param source where it came from
	 * @param belief what it has shown
	 */
	default void learn(NotificationSource source, Belief belief) {
	}

	/**
	 * Asks one after the other; the first refusal counts, and all of them learn.
	 * @param all what is asked, none to let everything be read
	 * @return all of them as one
	 */
	static NotificationAdmission all(Collection<? extends NotificationAdmission> all) {
		Objects.requireNonNull(all, "all");
		List<NotificationAdmission> inOrder = List.copyOf(all);
		return new NotificationAdmission() {

			@Override
			public Optional<Refusal> refuse(NotificationSource source) {
				for (NotificationAdmission each : inOrder) {
					Optional<Refusal> refusal = each.refuse(source);
					if (refusal.isPresent()) {
						return refusal;
					}
				}
				return Optional.empty();
			}

			@Override
			public void learn(NotificationSource source, Belief belief) {
				inOrder.forEach((each) -> each.learn(source, belief));
			}

		};
	}

}
