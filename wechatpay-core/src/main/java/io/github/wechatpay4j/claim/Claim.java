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

package io.github.wechatpay4j.claim;

/**
 * The answer to a claim.
 *
 * @param key names the event
 * @param state what became of it
 * @param token tells this holder from later ones; empty unless acquired
 * @param attempt the number of this attempt at the event, from 1; 0 unless acquired. It
 * counts every earlier claim, on any node, that was neither completed nor given back,
 * those included whose lease ran out
 */
public record Claim(String key, State state, String token, int attempt) {

	/**
	 * A claim that its caller holds.
	 * @param key names the event
	 * @param token tells this holder from later ones
	 * @param attempt the number of this attempt at the event, from 1
	 * @return the claim
	 */
	public static Claim acquired(String key, String token, int attempt) {
		return new Claim(key, State.ACQUIRED, token, attempt);
	}

	/**
	 * A claim that somebody else holds at the moment.
	 * @param key names the event
	 * @return the claim
	 */
	public static Claim inProgress(String key) {
		return new Claim(key, State.IN_PROGRESS, "", 0);
	}

	/**
	 * A claim of an event that was handled.
	 * @param key names the event
	 * @return the claim
	 */
	public static Claim done(String key) {
		return new Claim(key, State.DONE, "", 0);
	}

	/**
	 * What can become of a claim.
	 */
	public enum State {

		/** The caller holds it and handles the event. */
		ACQUIRED,

		/** Somebody else is handling the event. */
		IN_PROGRESS,

		/** The event was handled. */
		DONE

	}

}
