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
 * Why a connection is not trusted any more: something was seen on it that belongs to no
 * answer that is waited for. What comes after it may belong to another request, so the
 * connection is closed, and the call that had it ends without an answer.
 */
public enum Surprise {

	/** Bytes while nobody was waiting for an answer. */
	IDLE("it brought bytes while no request was under way"),

	/** Bytes before the request had been written as a whole. */
	EARLY("an answer began before the request was sent"),

	/** More bytes than the answer has. */
	EXTRA("it brought more bytes than one answer has"),

	/** The server changes to another protocol (101), which nobody asked for. */
	UPGRADE("the server changed to another protocol"),

	/**
	 * Not HTTP, or not unmistakably: a malformed head or chunk, or a length that is said
	 * in two ways.
	 */
	MALFORMED("the answer is not well-formed HTTP"),

	/** A head or a body that is larger than any answer of the platform. */
	TOO_LARGE("the answer is too large"),

	/** The answer came as a whole but is not trusted, or not understood. */
	REFUSED("the answer was refused");

	private final String text;

	Surprise(String text) {
		this.text = text;
	}

	/** What happened, as part of a sentence about the connection. */
	String text() {
		return this.text;
	}

}
