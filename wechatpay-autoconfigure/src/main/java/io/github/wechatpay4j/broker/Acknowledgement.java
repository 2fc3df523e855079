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

package io.github.wechatpay4j.broker;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until a broker says that it has stored a message. Whatever else happens is
 * {@link Reason#NOT_STORED}, so that the platform sends the notification again.
 */
public final class Acknowledgement {

	private static final Logger logger = LoggerFactory.getLogger(Acknowledgement.class);

	private Acknowledgement() {
	}

	/**
	 * The time that a broker may take: what is left of the answer's time is for verifying
	 * and for the network.
	 * @param answerWithin how long a notification may take before it is answered
	 * @return two thirds of that
	 */
	public static Duration budget(Duration answerWithin) {
		return answerWithin.multipliedBy(2).dividedBy(3);
	}

	/**
	 * Sends a message and waits.
	 * @param send sends it; the time that it takes counts
	 * @param within how long to wait
	 * @param where what it is sent to, for messages
	 * @param <T> what the broker answers
	 * @return what the broker answered
	 * @throws NotificationRejectedException if the broker has not said in time that it
	 * has stored the message; it may have stored it nevertheless
	 */
	public static <T> T await(Callable<? extends Future<? extends T>> send, Duration within, String where) {
		long start = System.nanoTime();
		try {
			Future<? extends T> answer = send.call();
			return answer.get(Math.max(0, within.toNanos() - (System.nanoTime() - start)), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw notStored(where, "it has not confirmed that within " + within, null);
		}
		catch (ExecutionException ex) {
			throw notStored(where, String.valueOf(ex.getCause()), ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw notStored(where, "the thread was interrupted", null);
		}
		catch (Exception ex) {
			throw notStored(where, ex.toString(), ex);
		}
	}

	private static NotificationRejectedException notStored(String where, String why, @Nullable Throwable cause) {
		logger.debug("Not stored in {}", where, cause);
		return new NotificationRejectedException(Reason.NOT_STORED, "it is not stored in " + where + ": " + why);
	}

}
