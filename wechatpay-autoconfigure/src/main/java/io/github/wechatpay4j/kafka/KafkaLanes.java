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

package io.github.wechatpay4j.kafka;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Lets the records of a partition begin: those of a business number one after the other,
 * those of different numbers beside one another. Safe for use by many threads.
 */
final class KafkaLanes {

	private final Map<String, Queue<KafkaTask>> waiting = new HashMap<>();

	private final Consumer<KafkaTask> begin;

	KafkaLanes(Consumer<KafkaTask> begin) {
		this.begin = begin;
	}

	void add(KafkaTask task) {
		String key = task.message().key();
		if (key != null) {
			synchronized (this) {
				Queue<KafkaTask> behind = this.waiting.get(key);
				if (behind != null) {
					behind.add(task);
					return;
				}
				this.waiting.put(key, new ArrayDeque<>(1));
			}
		}
		this.begin.accept(task);
	}

	/** The task is finished here, however it ended. */
	void end(KafkaTask task) {
		String key = task.message().key();
		if (key != null) {
			KafkaTask next = next(key);
			if (next != null) {
				this.begin.accept(next);
			}
		}
	}

	private synchronized @Nullable KafkaTask next(String key) {
		Queue<KafkaTask> behind = this.waiting.get(key);
		KafkaTask next = (behind != null) ? behind.poll() : null;
		if (next == null) {
			this.waiting.remove(key);
		}
		return next;
	}

}
