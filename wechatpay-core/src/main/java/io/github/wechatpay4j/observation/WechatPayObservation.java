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

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What can be observed.
 */
public enum WechatPayObservation implements ObservationDocumentation {

	/** A call as its caller sees it, with everything it waits for and all attempts. */
	CALL {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return WechatPayCallConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return CallKeys.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return new KeyName[] { TraceKeys.REQUEST_ID };
		}

	},

	/** One attempt of a call. */
	ATTEMPT {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return WechatPayAttemptConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return CallKeys.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return new KeyName[] { TraceKeys.REQUEST_ID };
		}

	},

	/** A notification on its way through the stages, which are its events. */
	NOTIFICATION {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return WechatPayNotificationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return NotificationKeys.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return new KeyName[] { TraceKeys.NOTIFICATION_ID };
		}

	};

	/**
	 * What is counted about calls and attempts.
	 */
	public enum CallKeys implements KeyName {

		/** The operation's name, such as {@code Refunds.create}. */
		OPERATION("operation"),

		/** The merchant's name in this application. */
		MERCHANT("merchant"),

		/**
		 * {@code SUCCESS}, {@code CLIENT_ERROR} (4xx), {@code SERVER_ERROR} (5xx), or
		 * {@code UNKNOWN} where there is no answer that counts.
		 */
		OUTCOME("outcome"),

		/** The HTTP status. */
		STATUS("status"),

		/**
		 * The platform's error code or, for an answer that is not believed,
		 * {@code SIGNATURE_} and the reason, such as {@code SIGNATURE_PROBE}; for one
		 * that cannot be read or is about something else, {@code UNREADABLE_} and the
		 * reason, such as {@code UNREADABLE_OTHER_REQUEST}.
		 */
		CODE("code"),

		/** The simple name of the exception. */
		EXCEPTION("exception"),

		/** The host that was tried last. */
		HOST("host"),

		/** Which kind of platform key signed the answer. */
		KEY_KIND("key.kind");

		private final String key;

		CallKeys(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

	/**
	 * What is counted about notifications.
	 */
	public enum NotificationKeys implements KeyName {

		/** The merchant's name in this application. */
		MERCHANT("merchant"),

		/** The event type, once the notification is believed. */
		EVENT("event"),

		/**
		 * The last stage that was reached: {@code received}, {@code verified},
		 * {@code decrypted}, {@code claimed}, {@code handled} or {@code stored}.
		 */
		STAGE("stage"),

		/**
		 * Where it comes from: {@code http} if it has just arrived, {@code inbox} or the
		 * name of a broker if it was kept since.
		 */
		SOURCE("source"),

		/**
		 * {@code HANDLED}, {@code DUPLICATE} or {@code UNHANDLED}, which are
		 * acknowledged; {@code REJECTED}.
		 */
		RESULT("result"),

		/** Why it was rejected. */
		REASON("reason");

		private final String key;

		NotificationKeys(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

	/**
	 * What only traces show.
	 */
	public enum TraceKeys implements KeyName {

		/** The platform's {@code Request-ID}, which its support asks for. */
		REQUEST_ID("wechatpay.request.id"),

		/** The notification's id. */
		NOTIFICATION_ID("wechatpay.notification.id");

		private final String key;

		TraceKeys(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
