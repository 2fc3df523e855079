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

package io.github.wechatpay4j.rocketmq;

import java.util.Objects;

/**
 * Where notifications are, and how they are taken from there.
 *
 * @param topic where they are stored, a topic of type NORMAL
 * @param group the consumer group of all nodes
 * @param concurrency notifications that this node handles at a time
 * @param maxAttempts attempts that the group's retry policy on the server allows
 */
public record RocketMqSettings(String topic, String group, int concurrency, int maxAttempts) {

	public RocketMqSettings {
		Objects.requireNonNull(topic, "topic");
		Objects.requireNonNull(group, "group");
	}

}
