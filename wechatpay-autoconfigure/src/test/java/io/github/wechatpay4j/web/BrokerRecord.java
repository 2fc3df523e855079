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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What several nodes in one process did with notifications: the names of orders say what
 * their handlers are to do.
 */
final class BrokerRecord {

	private final Map<String, Long> sent = new ConcurrentHashMap<>();

	private final Map<String, List<Long>> begun = new ConcurrentHashMap<>();

	private final Map<String, List<Long>> handled = new ConcurrentHashMap<>();

	private final List<String> parked = new CopyOnWriteArrayList<>();

	private volatile boolean healed;

	private volatile boolean over;

	void sent(String order) {
		this.sent.put(order, System.nanoTime());
	}

	/** From now on nothing fails any more. */
	void heal() {
		this.healed = true;
	}

	/** Lets go what ignores being interrupted. */
	void end() {
		this.over = true;
	}

	void handle(String order) throws InterruptedException {
		add(this.begun, order);
		if (!this.healed) {
			if (order.startsWith("fail")) {
				throw new IllegalStateException("told to fail");
			}
			if (order.startsWith("hang")) {
				Thread.sleep(Duration.ofHours(1).toMillis());
			}
			while (order.startsWith("stuck") && !this.over) {
				pause();
			}
		}
		add(this.handled, order);
	}

	void park(String order) {
		this.parked.add(order);
	}

	int attempts(String order) {
		return this.begun.getOrDefault(order, List.of()).size();
	}

	int handled(String order) {
		return this.handled.getOrDefault(order, List.of()).size();
	}

	List<String> parked() {
		return this.parked;
	}

	List<String> unfinished() {
		return this.sent.keySet()
			.stream()
			.filter((order) -> !this.handled.containsKey(order) && !this.parked.contains(order))
			.sorted()
			.toList();
	}

	List<String> orders() {
		return List.copyOf(this.sent.keySet());
	}

	/** How long an order waited until it was handled. */
	Duration wait(String order) {
		return Duration.ofNanos(this.handled.get(order).get(0) - this.sent.get(order));
	}

	private static void add(Map<String, List<Long>> to, String order) {
		to.computeIfAbsent(order, (each) -> new CopyOnWriteArrayList<>()).add(System.nanoTime());
	}

	private static void pause() {
		try {
			Thread.sleep(10);
		}
		catch (InterruptedException ex) {
			// As a call does that waits for a socket
		}
	}

}
