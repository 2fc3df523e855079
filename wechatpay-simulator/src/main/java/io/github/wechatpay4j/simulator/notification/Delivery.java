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

package io.github.wechatpay4j.simulator.notification;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a notification fares.
 *
 * @param id the notification's id
 * @param mchid the merchant
 * @param eventType the event, such as {@code TRANSACTION.SUCCESS}
 * @param url where it is sent
 * @param state how it stands
 * @param attempts what was tried so far
 */
public record Delivery(String id, String mchid, String eventType, String url, State state, List<Attempt> attempts) {

	/**
	 * Creates a delivery.
	 * @param id the notification's id
	 * @param mchid the merchant
	 * @param eventType the event
	 * @param url where it is sent
	 * @param state how it stands
	 * @param attempts what was tried so far
	 */
	public Delivery {
		attempts = List.copyOf(attempts);
	}

	/**
	 * One attempt.
	 *
	 * @param time when it was begun
	 * @param status the receiver's status, 0 if there was no answer
	 * @param problem what is to be said about it: a fault that was injected, or why there
	 * was no answer
	 */
	public record Attempt(Instant time, int status, @Nullable String problem) {
	}

	/**
	 * How a notification stands.
	 */
	public enum State {

		/** Being tried, or to be tried again. */
		PENDING,

		/** Held back until another one was sent. */
		HELD,

		/** Taken by the receiver. */
		DONE,

		/** Never taken, and not tried any more. */
		GIVEN_UP,

		/** Never sent, on purpose. */
		LOST;

		/**
		 * Whether nothing more happens by itself.
		 * @return whether it is over
		 */
		public boolean isFinal() {
			return this == DONE || this == GIVEN_UP || this == LOST;
		}

	}

}
