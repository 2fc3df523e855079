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

package io.github.wechatpay4j.lifecycle;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How threads on which handlers run come to their end: handlers have time to end by
 * themselves, as long as their lease and as long as the context waits
 * ({@code spring.lifecycle.timeout-per-shutdown-phase}). Who is still at work then is
 * interrupted while there still is a database, so that its transaction is rolled back.
 * Safe for use by many threads.
 */
public final class EndOfThreads {

	private static final Logger logger = LoggerFactory.getLogger(EndOfThreads.class);

	/** The time in which a handler that was interrupted may roll back and return. */
	private static final Duration GRACE = Duration.ofSeconds(2);

	private final ExecutorService threads;

	private final Duration patience;

	private final String fate;

	/**
	 * Creates an end.
	 * @param threads the threads, which are to be shut down already, or soon
	 * @param patience how long to wait for handlers
	 * @param fate what becomes of their notifications, for the log
	 */
	public EndOfThreads(ExecutorService threads, Duration patience, String fate) {
		this.threads = Objects.requireNonNull(threads, "threads");
		this.patience = Objects.requireNonNull(patience, "patience");
		this.fate = Objects.requireNonNull(fate, "fate");
	}

	/** Waits for handlers. */
	public void await() {
		if (!await(this.patience)) {
			logger.warn("Handlers of notifications are still at work after {}; {}", this.patience, this.fate);
		}
	}

	/**
	 * Waits on another thread, so that the context may lose its patience earlier.
	 * @param then is run at the end
	 */
	public void await(Runnable then) {
		if (this.threads.isTerminated()) {
			then.run();
			return;
		}
		Thread waiting = new Thread(() -> {
			await();
			then.run();
		}, "wechatpay-stop");
		waiting.setDaemon(true);
		waiting.start();
	}

	/** Interrupts whoever is still at work. */
	public void interrupt() {
		if (this.threads.isTerminated()) {
			return;
		}
		logger.warn("Handlers of notifications are still at work while the application ends, and are interrupted; {}",
				this.fate);
		this.threads.shutdownNow();
		await(GRACE);
	}

	private boolean await(Duration time) {
		try {
			return this.threads.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
