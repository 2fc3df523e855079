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

package io.github.wechatpay4j.trust;

import java.util.Collection;
import java.util.List;

/**
 * Is told which platform keys are in use, for metrics. Called on the way of every answer
 * and notification, also on event loops: implementations are fast, never block and are
 * safe for use by many threads. What they throw is logged and changes nothing.
 */
public interface TrustListener {

	/**
	 * The signature of an answer or a notification was good.
	 * @param key the key that verified it
	 */
	default void verified(PlatformKey key) {
	}

	/**
	 * Platform certificates were downloaded.
	 * @param before what was believed before, empty for the first time
	 * @param after what is believed from now on
	 */
	default void replaced(Collection<PlatformKey> before, Collection<PlatformKey> after) {
	}

	/**
	 * A listener that does nothing.
	 * @return the listener
	 */
	static TrustListener none() {
		return new TrustListener() {
		};
	}

	/**
	 * Tells several listeners. One that throws keeps neither the others from hearing nor
	 * the message from being believed.
	 * @param listeners the listeners, in their order
	 * @return one listener that never throws
	 */
	static TrustListener all(List<TrustListener> listeners) {
		return new TrustListeners(listeners);
	}

}
