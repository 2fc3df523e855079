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

package io.github.wechatpay4j.delivery;

import java.util.concurrent.Callable;

import io.github.wechatpay4j.notification.NotificationSubscription;

/**
 * Surrounds a handler together with the mark that its event is done, so that a database
 * can make both of them one. Safe for use by many threads.
 */
@FunctionalInterface
public interface UnitOfWork {

	/**
	 * Does the work. If it throws, whatever it did within the unit is undone, and the
	 * exception is passed on.
	 * @param subscription whose handler is to run
	 * @param lease what is left for it
	 * @param work the work
	 * @param <T> its result
	 * @return its result, once the unit is durable
	 * @throws Exception if the work or the unit failed
	 */
	<T> T run(NotificationSubscription<?> subscription, Lease lease, Callable<T> work) throws Exception;

	/**
	 * Surrounds nothing: the mark is made after what the handler did, and a crash between
	 * the two lets the event be handled again.
	 * @return the unit
	 */
	static UnitOfWork none() {
		return new UnitOfWork() {

			@Override
			public <T> T run(NotificationSubscription<?> subscription, Lease lease, Callable<T> work) throws Exception {
				return work.call();
			}

		};
	}

}
