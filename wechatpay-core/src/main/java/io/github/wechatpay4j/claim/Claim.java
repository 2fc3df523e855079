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
 */
public record Claim(String key, State state, String token) {

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
