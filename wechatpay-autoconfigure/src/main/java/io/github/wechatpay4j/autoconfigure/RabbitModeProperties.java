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

package io.github.wechatpay4j.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * How notifications are stored in RabbitMQ.
 */
public class RabbitModeProperties {

	/**
	 * Queue to store notifications in. By default wechatpay-notifications, followed by a
	 * hyphen and the application's name.
	 */
	private @Nullable String queue;

	/**
	 * Exchange for notifications that could not be handled. By default 'queue' with .dlx
	 * at its end.
	 */
	private @Nullable String deadLetterExchange;

	/**
	 * Queue for notifications that could not be handled. By default 'queue' with .dlq at
	 * its end.
	 */
	private @Nullable String deadLetterQueue;

	/**
	 * Notifications that this node handles at a time.
	 */
	private int concurrency = 8;

	/**
	 * Whether to declare the queues and the exchange when a connection is made, and when
	 * one is missing later.
	 */
	private boolean declare = true;

	public @Nullable String getQueue() {
		return this.queue;
	}

	public void setQueue(@Nullable String queue) {
		this.queue = queue;
	}

	public @Nullable String getDeadLetterExchange() {
		return this.deadLetterExchange;
	}

	public void setDeadLetterExchange(@Nullable String deadLetterExchange) {
		this.deadLetterExchange = deadLetterExchange;
	}

	public @Nullable String getDeadLetterQueue() {
		return this.deadLetterQueue;
	}

	public void setDeadLetterQueue(@Nullable String deadLetterQueue) {
		this.deadLetterQueue = deadLetterQueue;
	}

	public int getConcurrency() {
		return this.concurrency;
	}

	public void setConcurrency(int concurrency) {
		this.concurrency = concurrency;
	}

	public boolean isDeclare() {
		return this.declare;
	}

	public void setDeclare(boolean declare) {
		this.declare = declare;
	}

}
