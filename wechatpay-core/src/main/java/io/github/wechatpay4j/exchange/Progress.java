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

package io.github.wechatpay4j.exchange;

import java.util.concurrent.atomic.AtomicReference;

/**
 * How far a request has come. Whoever concludes that nothing was sent gives the sending
 * up first, so that the conclusion stays true: what has not begun by then never begins.
 * Safe for use by many threads.
 */
final class Progress {

	private volatile Sending current = new Sending();

	/** The request is about to be handed to a connection, once more perhaps. */
	Sending begin() {
		Sending next = new Sending();
		this.current = next;
		return next;
	}

	void nothingSent() {
		this.current.giveUp();
		this.current = new Sending();
	}

	/**
	 * Ends what has not been sent.
	 * @return whether nothing was sent, and nothing will be
	 */
	boolean giveUp() {
		return this.current.giveUp();
	}

	boolean isSending() {
		return this.current.isBegun();
	}

	/**
	 * There was a connection, from the pool perhaps, but the request was not written to
	 * it.
	 */
	boolean isStale() {
		return this.current.connected && !this.current.isBegun();
	}

	/** One try to send a request. */
	static final class Sending {

		private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

		private volatile boolean connected;

		void connected() {
			this.connected = true;
		}

		/**
		 * To be asked before the first byte is written.
		 * @return whether it may be: {@code false} once it has been given up
		 */
		boolean mayBegin() {
			return this.state.compareAndSet(State.OPEN, State.BEGUN) || isBegun();
		}

		private boolean giveUp() {
			return this.state.compareAndSet(State.OPEN, State.GIVEN_UP) || !isBegun();
		}

		private boolean isBegun() {
			return this.state.get() == State.BEGUN;
		}

	}

	private enum State {

		OPEN, BEGUN, GIVEN_UP

	}

}
