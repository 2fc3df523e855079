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

package io.github.wechatpay4j.web.answer;

import java.util.Locale;

/**
 * What a front end can tell apart. The numbers are a promise: they do not change.
 */
public enum AnswerCode {

	/** Success. */
	OK(0, 200),

	/** WeChat Pay refused the request, for another reason than those below. */
	REQUEST_REFUSED(41000, 422),

	/** WeChat Pay refused what was asked, or the state of the order forbids it (400). */
	REQUEST_INVALID(41001, 422),

	/** WeChat Pay does not allow it: a permission, a limit, the balance (403). */
	REQUEST_FORBIDDEN(41002, 422),

	/** WeChat Pay does not know what was asked for (404). */
	NOT_FOUND(41003, 422),

	/** WeChat Pay asks to slow down (429). */
	RATE_LIMITED(42001, 503),

	/** WeChat Pay has trouble (5xx) and did nothing. */
	PLATFORM_UNAVAILABLE(42002, 503),

	/** This application makes no more calls at a time; nothing was sent. */
	CALL_LIMITED(42003, 503),

	/** This application makes no calls while too many fail; nothing was sent. */
	CALL_SUSPENDED(42004, 503),

	/** WeChat Pay accepted it and has not finished (202). */
	NOT_FINISHED(43001, 202),

	/** WeChat Pay may have done it or not. */
	OUTCOME_UNKNOWN(43002, 202),

	/** An answer or a file is not proved to come from WeChat Pay. */
	NOT_BELIEVED(44001, 502),

	/** Something cannot be decrypted. */
	NOT_DECRYPTED(44002, 502),

	/** An answer does not have the expected form. */
	NOT_READABLE(44003, 502),

	/** WeChat Pay could not be reached; nothing was sent. */
	NOT_CONNECTED(45001, 503),

	/** WeChat Pay did not answer completely or in time. */
	NO_ANSWER(45002, 504),

	/** No connection to WeChat Pay was free; nothing was sent. */
	NO_CONNECTION_FREE(45003, 503),

	/** A key or certificate of this application cannot be used. */
	KEY_UNUSABLE(46001, 500),

	/** The keys of WeChat Pay cannot be had just now; nothing was sent. */
	PLATFORM_KEY_UNAVAILABLE(46002, 503),

	/** WeChat Pay does not accept this application's signature (401). */
	CREDENTIALS_REFUSED(46003, 500),

	/** A notification is not what the protocol says. */
	NOTIFICATION_MALFORMED(47001, 400),

	/** A notification is not proved to come from WeChat Pay. */
	NOTIFICATION_NOT_BELIEVED(47002, 401),

	/** A notification is about another merchant. */
	NOTIFICATION_WRONG_MERCHANT(47003, 403),

	/** A notification came for a merchant that does not exist. */
	NOTIFICATION_UNKNOWN_MERCHANT(47004, 404),

	/** A notification is too large. */
	NOTIFICATION_TOO_LARGE(47005, 413),

	/** A notification was not handled. */
	NOTIFICATION_NOT_HANDLED(47006, 500),

	/** A notification cannot be processed just now. */
	NOTIFICATION_NOT_NOW(47007, 503),

	/** Notifications are not taken from this source. */
	NOTIFICATION_FORBIDDEN_SOURCE(47008, 403),

	/** Too many notifications that are not believed come from this source. */
	NOTIFICATION_TOO_MANY(47009, 429),

	/** Anything that this version has no code for. */
	OTHER(49000, 500);

	private final int code;

	private final int status;

	AnswerCode(int code, int status) {
		this.code = code;
		this.status = status;
	}

	/**
	 * The number in the body.
	 * @return 0 for success, else a number of five digits within its {@link #kind()
	 * kind's} range
	 */
	public int code() {
		return this.code;
	}

	/**
	 * The HTTP status that goes with it.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The kind of error.
	 * @return the kind that the number belongs to
	 */
	public Kind kind() {
		for (Kind kind : Kind.values()) {
			if (kind.first <= this.code && this.code <= kind.last()) {
				return kind;
			}
		}
		throw new IllegalStateException(this + " is out of every range");
	}

	/**
	 * The name in a problem's type and in message bundles.
	 * @return the name, such as {@code rate-limited}
	 */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Kinds of errors, each with a thousand numbers.
	 */
	public enum Kind {

		/** No error. */
		SUCCESS(0),

		/** WeChat Pay said no. The same again will be refused again. */
		REFUSED(41000),

		/** Not now. Nothing was done; the same may be tried again later. */
		BUSY(42000),

		/**
		 * WeChat Pay may have acted. To be asked for with the same number, never to be
		 * started anew.
		 */
		OUTCOME_UNKNOWN(43000),

		/** What came back cannot be relied upon. Nothing was changed. */
		UNRELIABLE(44000),

		/** The way to WeChat Pay is broken. Nothing was changed. */
		TRANSPORT(45000),

		/** Keys and configuration: somebody has to repair this application. */
		CONFIGURATION(46000),

		/** A notification was rejected, in a controller that receives them itself. */
		NOTIFICATION(47000),

		/** What this version has no code for. */
		OTHER(49000);

		private final int first;

		Kind(int first) {
			this.first = first;
		}

		/**
		 * The first number of the range.
		 * @return a number
		 */
		public int first() {
			return this.first;
		}

		/**
		 * The last number of the range.
		 * @return a number
		 */
		public int last() {
			return (this.first == 0) ? 0 : this.first + 999;
		}

	}

}
