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

package io.github.wechatpay4j;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * No complete answer was received: connecting failed, the connection broke, or time ran
 * out.
 */
public final class TransportException extends WechatPayException {

	private static final long serialVersionUID = 1L;

	private final Phase phase;

	/**
	 * Creates an exception.
	 * @param operation the name of the operation
	 * @param phase how far the call had come
	 * @param cause what happened
	 */
	public TransportException(String operation, Phase phase, @Nullable Throwable cause) {
		super(operation + " failed " + phase.text + ": " + describe(cause), cause, 0, null);
		this.phase = Objects.requireNonNull(phase, "phase");
	}

	/**
	 * The innermost cause says what happened; timeouts have no message but their name.
	 */
	private static String describe(@Nullable Throwable cause) {
		if (cause == null) {
			return "no answer";
		}
		Throwable root = cause;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		String name = root.getClass().getSimpleName();
		if (name.contains("Timeout")) {
			return "no answer in time (" + name + "; see wechatpay.http)";
		}
		return (root.getMessage() != null) ? root.getMessage() : name;
	}

	/**
	 * How far the call had come.
	 * @return the phase
	 */
	public Phase phase() {
		return this.phase;
	}

	/**
	 * How far a call had come when it failed.
	 */
	public enum Phase {

		/** No connection was free; nothing was sent. */
		WAITING("while waiting for a connection (see wechatpay.http.max-connections)"),

		/** The host could not be reached or did not prove itself; nothing was sent. */
		CONNECTING("while connecting"),

		/** Something may have been sent. */
		EXCHANGING("before a complete answer was received");

		private final String text;

		Phase(String text) {
			this.text = text;
		}

	}

}
