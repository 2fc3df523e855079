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

/**
 * How far an attempt has come. Until a connection stands and the request is about to be
 * written to it, nothing can have been sent; afterwards nobody knows. Safe for use by
 * many threads.
 */
final class Progress {

	private volatile boolean connected;

	private volatile boolean sending;

	void connected() {
		this.connected = true;
	}

	void sending() {
		this.sending = true;
	}

	void nothingSent() {
		this.connected = false;
		this.sending = false;
	}

	boolean isSending() {
		return this.sending;
	}

	/**
	 * There was a connection, from the pool perhaps, but the request was not written to
	 * it.
	 */
	boolean isStale() {
		return this.connected && !this.sending;
	}

}
