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

import java.util.List;
import java.util.Objects;

/**
 * Where notifications are.
 *
 * @param topic where they are stored
 * @param retries where those are that wait for their next attempt
 * @param deadLetters where those are that could not be handled
 * @param group the consumer group of all nodes
 */
public record KafkaTopics(String topic, String retries, String deadLetters, String group) {

	public KafkaTopics {
		Objects.requireNonNull(topic, "topic");
		Objects.requireNonNull(retries, "retries");
		Objects.requireNonNull(deadLetters, "deadLetters");
		Objects.requireNonNull(group, "group");
	}

	/**
	 * All topics.
	 * @return their names
	 */
	public List<String> all() {
		return List.of(this.topic, this.retries, this.deadLetters);
	}

}
