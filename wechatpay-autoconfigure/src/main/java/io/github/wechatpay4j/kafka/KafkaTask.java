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

import java.util.HashMap;
import java.util.Map;

import io.github.wechatpay4j.broker.Verdict;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that this node has taken. One thread at a time works on it.
 */
final class KafkaTask {

	private final ConsumerRecord<String, byte[]> message;

	private final PartitionWindow window;

	private final Map<String, String> changed = new HashMap<>();

	KafkaTask(ConsumerRecord<String, byte[]> message, PartitionWindow window) {
		this.message = message;
		this.window = window;
	}

	ConsumerRecord<String, byte[]> message() {
		return this.message;
	}

	PartitionWindow window() {
		return this.window;
	}

	/** Remembers what a message could not be sent to tell. */
	void keep(Verdict verdict) {
		verdict.history().write(this.changed::put);
	}

	@Nullable String header(String name) {
		String value = this.changed.get(name);
		return (value != null) ? value : KafkaMessages.header(this.message, name);
	}

}
