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

import org.jspecify.annotations.Nullable;

/**
 * Is told how far each notification comes, for those who measure. Called by the thread
 * that processes the notification. Implementations are fast, never throw, and are safe
 * for use by many threads.
 */
@FunctionalInterface
public interface NotificationObserver {

	/**
	 * A notification has come in, or is taken from where it was kept.
	 * @param merchant the merchant's name, {@code null} if the address is nobody's
	 * @param source where it comes from: {@code http}, {@code inbox}, the name of a
	 * broker
	 * @return is told what becomes of it, by the same thread
	 */
	NotificationProgress received(@Nullable String merchant, String source);

	/**
	 * An observer that does nothing.
	 * @return the observer
	 */
	static NotificationObserver none() {
		NotificationProgress nothing = NotificationProgress.none();
		return (merchant, source) -> nothing;
	}

}
