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
 * How notifications are stored in Kafka.
 */
public class KafkaModeProperties {

	/**
	 * Topic to store notifications in. By default wechatpay-notifications, followed by a
	 * hyphen and the application's name.
	 */
	private @Nullable String topic;

	/**
	 * Topic for notifications that wait for their next attempt. By default 'topic' with
	 * -retry at its end.
	 */
	private @Nullable String retryTopic;

	/**
	 * Topic for notifications that could not be handled. By default 'topic' with -dlt at
	 * its end.
	 */
	private @Nullable String deadLetterTopic;

	/**
	 * Consumer group of all nodes of this application. By default
	 * wechatpay-notifications, followed by a hyphen and the application's name.
	 */
	private @Nullable String groupId;

	/**
	 * Notifications that this node handles at a time.
	 */
	private int concurrency = 8;

	/**
	 * Whether to create the topics when the application starts, and when one is missing
	 * later.
	 */
	private boolean createTopics = false;

	/**
	 * Partitions of a topic that is created: as many nodes at a time take notifications
	 * from it.
	 */
	private int partitions = 12;

	/**
	 * Replicas of a topic that is created. By default as the cluster says.
	 */
	private @Nullable Integer replicas;

	public @Nullable String getTopic() {
		return this.topic;
	}

	public void setTopic(@Nullable String topic) {
		this.topic = topic;
	}

	public @Nullable String getRetryTopic() {
		return this.retryTopic;
	}

	public void setRetryTopic(@Nullable String retryTopic) {
		this.retryTopic = retryTopic;
	}

	public @Nullable String getDeadLetterTopic() {
		return this.deadLetterTopic;
	}

	public void setDeadLetterTopic(@Nullable String deadLetterTopic) {
		this.deadLetterTopic = deadLetterTopic;
	}

	public @Nullable String getGroupId() {
		return this.groupId;
	}

	public void setGroupId(@Nullable String groupId) {
		this.groupId = groupId;
	}

	public int getConcurrency() {
		return this.concurrency;
	}

	public void setConcurrency(int concurrency) {
		this.concurrency = concurrency;
	}

	public boolean isCreateTopics() {
		return this.createTopics;
	}

	public void setCreateTopics(boolean createTopics) {
		this.createTopics = createTopics;
	}

	public int getPartitions() {
		return this.partitions;
	}

	public void setPartitions(int partitions) {
		this.partitions = partitions;
	}

	public @Nullable Integer getReplicas() {
		return this.replicas;
	}

	public void setReplicas(@Nullable Integer replicas) {
		this.replicas = replicas;
	}

}
