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

package io.github.wechatpay4j.observation;

import java.net.URI;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a call or an attempt so far. Safe for use by many threads.
 */
public final class CallFacts {

	private final String operation;

	private final String merchant;

	private final @Nullable String businessNumber;

	private volatile Answer answer = Answer.NONE;

	private volatile boolean cancelled;

	/**
	 * Begins with what is known from the beginning.
	 * @param operation the operation's name
	 * @param merchant the merchant's name in this application
	 * @param businessNumber the business number, {@code null} for none
	 */
	public CallFacts(String operation, String merchant, @Nullable String businessNumber) {
		this.operation = Objects.requireNonNull(operation, "operation");
		this.merchant = Objects.requireNonNull(merchant, "merchant");
		this.businessNumber = businessNumber;
	}

	/**
	 * The operation.
	 * @return its name, such as {@code Refunds.create}
	 */
	public String operation() {
		return this.operation;
	}

	/**
	 * The merchant.
	 * @return its name in this application
	 */
	public String merchant() {
		return this.merchant;
	}

	/**
	 * The business number, which the default conventions show nowhere: an application's
	 * own may, on traces.
	 * @return the number, or {@code null} if the request has none
	 */
	public @Nullable String businessNumber() {
		return this.businessNumber;
	}

	/**
	 * The host that was tried last.
	 * @return its name, or {@code null} if nothing has been sent
	 */
	public @Nullable String host() {
		return this.answer.host();
	}

	/**
	 * The HTTP status of the last answer.
	 * @return the status, or 0 if there is none
	 */
	public int status() {
		return this.answer.status();
	}

	/**
	 * The {@code Request-ID} of the last answer.
	 * @return the id, or {@code null} if there is none
	 */
	public @Nullable String requestId() {
		return this.answer.requestId();
	}

	/**
	 * What kind of platform key signed the last answer.
	 * @return the kind, or {@code null} if no signature was believed
	 */
	public @Nullable String keyKind() {
		return this.answer.keyKind();
	}

	/**
	 * Whether the caller gave up.
	 * @return whether nobody waits for the answer any longer
	 */
	public boolean isCancelled() {
		return this.cancelled;
	}

	/**
	 * A request is about to be sent; what was known of an earlier answer is forgotten.
	 * @param host where it goes
	 */
	public void sending(URI host) {
		this.answer = new Answer(host.getHost(), 0, null, null);
	}

	/**
	 * An answer has come.
	 * @param status the HTTP status
	 * @param requestId the {@code Request-ID}
	 */
	public void answered(int status, @Nullable String requestId) {
		this.answer = new Answer(this.answer.host(), status, requestId, null);
	}

	/**
	 * The answer's signature was good.
	 * @param keyKind the kind of key that signed it
	 */
	public void verified(String keyKind) {
		Answer now = this.answer;
		this.answer = new Answer(now.host(), now.status(), now.requestId(), keyKind);
	}

	/** The caller has given up. */
	public void cancelled() {
		this.cancelled = true;
	}

	/** Replaced as a whole, so that no thread sees a mixture of two answers. */
	private record Answer(@Nullable String host, int status, @Nullable String requestId, @Nullable String keyKind) {

		static final Answer NONE = new Answer(null, 0, null, null);

	}

}
