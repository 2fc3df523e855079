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

import java.util.ArrayList;
import java.util.List;

import io.github.wechatpay4j.simulator.notification.Delivery.Attempt;
import io.github.wechatpay4j.simulator.notification.Delivery.State;
import io.github.wechatpay4j.simulator.official.Notice;

/**
 * A notification on its way. Safe for use by many threads.
 */
final class TrackedDelivery {

	private final String id;

	private final Notice notice;

	private final byte[] body;

	private final List<Attempt> attempts = new ArrayList<>();

	private State state = State.PENDING;

	TrackedDelivery(String id, Notice notice, byte[] body) {
		this.id = id;
		this.notice = notice;
		this.body = body;
	}

	String id() {
		return this.id;
	}

	Notice notice() {
		return this.notice;
	}

	byte[] body() {
		return this.body;
	}

	synchronized State state() {
		return this.state;
	}

	synchronized void state(State state) {
		// Once taken, a late failure of a duplicate changes nothing
		if (this.state != State.DONE) {
			this.state = state;
		}
	}

	/** Remembers an attempt; how many there were. */
	synchronized int record(Attempt attempt) {
		this.attempts.add(attempt);
		return this.attempts.size();
	}

	synchronized Delivery snapshot() {
		return new Delivery(this.id, this.notice.mchid(), this.notice.eventType(), this.notice.url(), this.state,
				this.attempts);
	}

}
