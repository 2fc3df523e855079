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
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Looks after a broker again and again, on a thread of its own: for the first time before
 * the web server takes requests, so that the first notification finds open connections.
 * The start of the application does not wait for it.
 */
public final class BrokerWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(BrokerWatch.class);

	private final Runnable look;

	private final Duration interval;

	private volatile @Nullable Thread thread;

	/**
	 * Creates a watch.
	 * @param look looks once
	 * @param interval how long to wait until looking again
	 */
	public BrokerWatch(Runnable look, Duration interval) {
		this.look = Objects.requireNonNull(look, "look");
		this.interval = Objects.requireNonNull(interval, "interval");
	}

	@Override
	public synchronized void start() {
		if (this.thread == null) {
			Thread watching = new Thread(this::run, "wechatpay-broker-watch");
			watching.setDaemon(true);
			this.thread = watching;
			watching.start();
		}
	}

	@Override
	public synchronized void stop() {
		Thread watching = this.thread;
		this.thread = null;
		if (watching != null) {
			watching.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** Before all others, web servers among them. */
	@Override
	public int getPhase() {
		return 0;
	}

	private void run() {
		while (this.thread == Thread.currentThread()) {
			try {
				this.look.run();
			}
			catch (RuntimeException ex) {
				logger.debug("Looking after the broker failed", ex);
			}
			try {
				Thread.sleep(this.interval.toMillis());
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

}
