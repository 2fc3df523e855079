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

import io.github.wechatpay4j.claim.Claim;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a message.
 *
 * @param next what
 * @param delay after which wait, for what is to be tried again
 * @param history what the next message is to tell of its way
 * @param parking what whoever parks the event holds, so that it is parked once
 */
public record Verdict(Next next, Duration delay, MessageHistory history, @Nullable Claim parking) {

	/**
	 * The ways of a message.
	 */
	public enum Next {

		/** It is done, and to be acknowledged. */
		DONE,

		/** Another node holds it: look again after the wait. */
		HELD,

		/** This node cannot handle it: other nodes are to look at it. */
		ELSEWHERE,

		/** It failed, and is to be tried again after the wait. */
		AGAIN,

		/** It is to be parked as a dead letter. */
		PARK

	}

	/**
	 * Why it is not done.
	 * @return a name
	 */
	public String reason() {
		String reason = this.history.reason();
		return (reason != null) ? reason : "LEASE_EXPIRED";
	}

}
