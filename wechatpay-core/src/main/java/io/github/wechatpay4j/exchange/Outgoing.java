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

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * A signed request on its way to a host.
 *
 * @param method the HTTP method
 * @param address where it goes, as logs and stack traces may show it: what stands in the
 * path and the query may be personal, so the path is a template
 * @param target the path and the query exactly as they were signed, behind the path that
 * the host may have
 * @param headers the headers
 * @param body the body, empty for none
 * @param use which connections it may use
 * @param reached runs when there is a connection
 * @param sending whether it may be sent, and was
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
record Outgoing(HttpMethod method, URI address, String target, HttpHeaders headers, byte[] body, Use use,
		Runnable reached, Progress.Sending sending) {

	@Override
	public String toString() {
		return "Outgoing[" + this.method + " " + this.address + "]";
	}

	/** Each has connections of its own, so that none waits for another. */
	enum Use {

		/** A call whose answer is verified. */
		CALL,

		/** A file, which may take long. */
		FILE,

		/** Keys, for which calls wait that hold all of their own connections. */
		KEYS

	}

}
