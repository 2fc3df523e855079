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

package io.github.wechatpay4j.samples.cluster.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A node that is started again when it ends, a few seconds later, as Kubernetes does it.
 */
final class RestartedNode implements AutoCloseable {

	private static final int PAUSE_SECONDS = 5;

	private final String name;

	private final int port;

	private final JavaProcess process;

	private boolean closed;

	RestartedNode(String name, int port, JavaProcess process) {
		this.name = name;
		this.port = port;
		this.process = process;
		start();
	}

	private synchronized void start() {
		if (!this.closed) {
			this.process.start();
			System.out.printf("%s is process %d, at port %d%n", this.name, this.process.pid(), this.port);
			this.process.onExit().thenRun(this::restart);
		}
	}

	private synchronized void restart() {
		if (!this.closed) {
			System.out.printf("%s has ended, and is started again in %d s%n", this.name, PAUSE_SECONDS);
			CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS).execute(this::start);
		}
	}

	@Override
	public void close() {
		synchronized (this) {
			this.closed = true;
		}
		this.process.close();
	}

}
