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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that handlers run on, so that a broker's own thread does not hang with a
 * handler that ignores being interrupted. Such a thread is given up; as many as there may
 * be handlers at a time, then they are waited for. Safe for use by many threads.
 */
final class HandlerThreads implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(HandlerThreads.class);

	private final ExecutorService threads;

	private final int mostGivenUp;

	private final Semaphore mayBeGivenUp;

	HandlerThreads(String source, int mostGivenUp) {
		ClassLoader loader = HandlerThreads.class.getClassLoader();
		this.threads = Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task, "wechatpay-" + source + "-handler");
			thread.setContextClassLoader(loader);
			thread.setDaemon(true);
			return thread;
		});
		this.mostGivenUp = mostGivenUp;
		this.mayBeGivenUp = new Semaphore(mostGivenUp);
	}

	/**
	 * Does work on another thread, and waits.
	 * @param work the work
	 * @param within how long to wait
	 * @param <T> what the work results in
	 * @return the result
	 * @throws TimeoutException if it takes longer; it is still under way
	 * @throws InterruptedException if this thread is interrupted; so is the work
	 * @throws ExecutionException if the work failed
	 */
	<T> T call(Callable<T> work, Duration within) throws TimeoutException, InterruptedException, ExecutionException {
		Running running = new Running();
		Future<T> future = this.threads.submit(() -> {
			try {
				return work.call();
			}
			finally {
				running.end();
			}
		});
		try {
			return future.get(within.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			if (running.giveUp()) {
				throw ex;
			}
			logger.warn("{} handlers hang and ignore being interrupted: one more is waited for, and its place is"
					+ " taken. Give what they call a timeout", this.mostGivenUp);
			return future.get();
		}
		catch (InterruptedException ex) {
			future.cancel(true);
			throw ex;
		}
	}

	/** Interrupts what runs. */
	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	/** Gives the permit back when what was given up ends after all. */
	private final class Running {

		private boolean ended;

		private boolean givenUp;

		synchronized boolean giveUp() {
			this.givenUp = !this.ended && HandlerThreads.this.mayBeGivenUp.tryAcquire();
			return this.givenUp;
		}

		synchronized void end() {
			this.ended = true;
			if (this.givenUp) {
				HandlerThreads.this.mayBeGivenUp.release();
			}
		}

	}

}
