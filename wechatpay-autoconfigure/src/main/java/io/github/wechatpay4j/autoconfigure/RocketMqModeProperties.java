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
 * How notifications are stored in RocketMQ.
 */
public class RocketMqModeProperties {

	/**
	 * Address of the proxy, such as rocketmq.example:8081.
	 */
	private @Nullable String endpoints;

	/**
	 * Access key, where the server asks for one.
	 */
	private @Nullable String accessKey;

	/**
	 * Secret key, where the server asks for one.
	 */
	private @Nullable String secretKey;

	/**
	 * Whether to use TLS.
	 */
	private boolean ssl = true;

	/**
	 * Namespace of the topic and the group.
	 */
	private String namespace = "";

	/**
	 * Topic of type NORMAL to store notifications in. It has to exist. By default
	 * wechatpay-notifications, followed by a hyphen and the application's name.
	 */
	private @Nullable String topic;

	/**
	 * Consumer group of all nodes of this application. By default
	 * wechatpay-notifications, followed by a hyphen and the application's name.
	 */
	private @Nullable String group;

	/**
	 * Notifications that this node handles at a time.
	 */
	private int concurrency = 8;

	/**
	 * Attempts that the group's retry policy on the server allows: one more than its
	 * retries. After the last one @WechatPayDeadLetter methods are told.
	 */
	private int maxAttempts = 17;

	public @Nullable String getEndpoints() {
		return this.endpoints;
	}

	public void setEndpoints(@Nullable String endpoints) {
		this.endpoints = endpoints;
	}

	public @Nullable String getAccessKey() {
		return this.accessKey;
	}

	public void setAccessKey(@Nullable String accessKey) {
		this.accessKey = accessKey;
	}

	public @Nullable String getSecretKey() {
		return this.secretKey;
	}

	public void setSecretKey(@Nullable String secretKey) {
		this.secretKey = secretKey;
	}

	public boolean isSsl() {
		return this.ssl;
	}

	public void setSsl(boolean ssl) {
		this.ssl = ssl;
	}

	public String getNamespace() {
		return this.namespace;
	}

	public void setNamespace(String namespace) {
		this.namespace = namespace;
	}

	public @Nullable String getTopic() {
		return this.topic;
	}

	public void setTopic(@Nullable String topic) {
		this.topic = topic;
	}

	public @Nullable String getGroup() {
		return this.group;
	}

	public void setGroup(@Nullable String group) {
		this.group = group;
	}

	public int getConcurrency() {
		return this.concurrency;
	}

	public void setConcurrency(int concurrency) {
		this.concurrency = concurrency;
	}

	public int getMaxAttempts() {
		return this.maxAttempts;
	}

	public void setMaxAttempts(int maxAttempts) {
		this.maxAttempts = maxAttempts;
	}

}
