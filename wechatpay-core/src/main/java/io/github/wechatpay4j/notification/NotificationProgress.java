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

package io.github.wechatpay4j.notification;

/**
 * Is told how far one notification comes: the stages in their order, at last
 * {@link #acknowledged} or {@link #rejected}.
 */
public interface NotificationProgress {

	/** The signature was good. */
	default void verified() {
	}

	/**
	 * It was decrypted, and is about this merchant.
	 * @param notification the notification
	 */
	default void decrypted(VerifiedNotification notification) {
	}

	/** It is this node's to handle. */
	default void claimed() {
	}

	/** The handler has returned. */
	default void handled() {
	}

	/** It is stored, to be handled later. */
	default void stored() {
	}

	/**
	 * It is done: the platform is told so.
	 * @param outcome why it is done
	 */
	default void acknowledged(NotificationOutcome outcome) {
	}

	/**
	 * It is not done: it will come again.
	 * @param failure what happened
	 */
	default void rejected(Throwable failure) {
	}

	/**
	 * Tells nobody.
	 * @return a progress that does nothing
	 */
	static NotificationProgress none() {
		return new NotificationProgress() {
		};
	}

}
