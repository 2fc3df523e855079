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

package io.github.wechatpay4j.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.wechatpay4j.lifecycle.EndOfThreads;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/**
 * The threads that process notifications, apart from those of the web server: a slow
 * handler outlives the exchange that it was called for, and takes no thread from others.
 * When the application stops, what has begun is ended first.
 */
public final class NotificationThreads implements SmartLifecycle, DisposableBean {

	/** After the web server, which lets exchanges end, and before beans are destroyed. */
	private static final int PHASE = DEFAULT_PHASE - 3072;

	private final ThreadFactory factory;

	private final int max;

	private final Duration patience;

	/** New ones after each stop: a context may be stopped and started again. */
	private volatile ThreadPoolExecutor executor;

	private volatile boolean running;

	/**
	 * Creates threads.
	 * @param factory makes them
	 * @param max how many notifications may be processed at a time
	 * @param patience how long to wait for what is under way when the application stops
	 */
	public NotificationThreads(ThreadFactory factory, int max, Duration patience) {
		this.factory = factory;
		this.max = max;
		this.patience = patience;
		this.executor = newExecutor();
	}

	private ThreadPoolExecutor newExecutor() {
		return new ThreadPoolExecutor(0, this.max, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), this.factory);
	}

	/**
	 * Runs some work.
	 * @param work the work
	 * @param <T> its result
	 * @return its result, later
	 * @throws RejectedExecutionException if as much work is under way as may be
	 */
	<T> CompletableFuture<T> run(Supplier<T> work) {
		return CompletableFuture.supplyAsync(work, this.executor);
	}

	@Override
	public void start() {
		if (this.executor.isShutdown()) {
			this.executor = newExecutor();
		}
		this.running = true;
	}

	@Override
	public void stop() {
		takeNoMore().await();
	}

	@Override
	public void stop(Runnable callback) {
		takeNoMore().await(callback);
	}

	private EndOfThreads takeNoMore() {
		this.running = false;
		this.executor.shutdown();
		return end();
	}

	private EndOfThreads end() {
		return new EndOfThreads(this.executor, this.patience, "their notifications come again");
	}

	@Override
	public void destroy() {
		takeNoMore().interrupt();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
