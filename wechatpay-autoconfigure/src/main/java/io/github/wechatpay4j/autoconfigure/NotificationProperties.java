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

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * How notifications are received.
 */
public class NotificationProperties {

	/**
	 * Whether to offer the notification endpoint.
	 */
	private boolean enabled = true;

	/**
	 * Path of the notification endpoint. Further merchants have theirs below it, under
	 * their name.
	 */
	private String path = "/wechatpay/notifications";

	/**
	 * Public origin of this application, such as https://shop.example. With 'path' it
	 * makes the notify_url of requests that leave it out.
	 */
	private @Nullable URI baseUrl;

	/**
	 * Largest notification to read.
	 */
	private DataSize maxBodySize = DataSize.ofKilobytes(256);

	/**
	 * What to do with a verified notification that has just come in and that no method
	 * handles.
	 */
	private Unhandled unhandled = Unhandled.REJECT;

	/**
	 * When handlers run: while WeChat Pay waits, or later from where the notification is
	 * stored. By default inbox if 'store' is jdbc, else direct.
	 */
	private @Nullable Mode mode;

	/**
	 * Name that tells this application from others that share its tables, its Redis or
	 * its broker; the same on all its nodes. By default spring.application.name.
	 */
	private @Nullable String application;

	/**
	 * Where it is remembered which business events are being handled and which are done.
	 */
	private Store store = Store.MEMORY;

	/**
	 * How long a notification may take before it is answered as not done; WeChat Pay
	 * waits for five seconds.
	 */
	private Duration answerWithin = Duration.ofSeconds(3);

	/**
	 * How long a handler may take; after that it is interrupted, and its event is handled
	 * again.
	 */
	private Duration lease = Duration.ofMinutes(1);

	/**
	 * Notifications that may be processed at a time; further ones are answered with 503
	 * and come again.
	 */
	private int maxConcurrent = 64;

	/**
	 * Notifications that a source may send within the window and that are not believed,
	 * such as forged ones; after that it is answered with 429, unread. Genuine
	 * notifications do not count, and a source that sent one within a day is not limited.
	 * 0 for no limit.
	 */
	private int limitPerSource = 3000;

	/**
	 * Window that the limit for each source goes by; it slides.
	 */
	private Duration limitPerSourceWindow = Duration.ofSeconds(10);

	@NestedConfigurationProperty
	private final SourceProperties sources = new SourceProperties();

	@NestedConfigurationProperty
	private final InboxProperties inbox = new InboxProperties();

	@NestedConfigurationProperty
	private final BrokerRetryProperties retry = new BrokerRetryProperties();

	@NestedConfigurationProperty
	private final KafkaModeProperties kafka = new KafkaModeProperties();

	@NestedConfigurationProperty
	private final RabbitModeProperties rabbit = new RabbitModeProperties();

	@NestedConfigurationProperty
	private final RocketMqModeProperties rocketmq = new RocketMqModeProperties();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public String getPath() {
		return this.path;
	}

	public void setPath(String path) {
		this.path = path;
	}

	public @Nullable URI getBaseUrl() {
		return this.baseUrl;
	}

	public void setBaseUrl(@Nullable URI baseUrl) {
		this.baseUrl = baseUrl;
	}

	public DataSize getMaxBodySize() {
		return this.maxBodySize;
	}

	public void setMaxBodySize(DataSize maxBodySize) {
		this.maxBodySize = maxBodySize;
	}

	public Unhandled getUnhandled() {
		return this.unhandled;
	}

	public void setUnhandled(Unhandled unhandled) {
		this.unhandled = unhandled;
	}

	public @Nullable Mode getMode() {
		return this.mode;
	}

	public void setMode(@Nullable Mode mode) {
		this.mode = mode;
	}

	public @Nullable String getApplication() {
		return this.application;
	}

	public void setApplication(@Nullable String application) {
		this.application = application;
	}

	public Store getStore() {
		return this.store;
	}

	public void setStore(Store store) {
		this.store = store;
	}

	public Duration getAnswerWithin() {
		return this.answerWithin;
	}

	public void setAnswerWithin(Duration answerWithin) {
		this.answerWithin = answerWithin;
	}

	public Duration getLease() {
		return this.lease;
	}

	public void setLease(Duration lease) {
		this.lease = lease;
	}

	public int getMaxConcurrent() {
		return this.maxConcurrent;
	}

	public void setMaxConcurrent(int maxConcurrent) {
		this.maxConcurrent = maxConcurrent;
	}

	public int getLimitPerSource() {
		return this.limitPerSource;
	}

	public void setLimitPerSource(int limitPerSource) {
		this.limitPerSource = limitPerSource;
	}

	public Duration getLimitPerSourceWindow() {
		return this.limitPerSourceWindow;
	}

	public void setLimitPerSourceWindow(Duration limitPerSourceWindow) {
		this.limitPerSourceWindow = limitPerSourceWindow;
	}

	public SourceProperties getSources() {
		return this.sources;
	}

	public InboxProperties getInbox() {
		return this.inbox;
	}

	public BrokerRetryProperties getRetry() {
		return this.retry;
	}

	public KafkaModeProperties getKafka() {
		return this.kafka;
	}

	public RabbitModeProperties getRabbit() {
		return this.rabbit;
	}

	public RocketMqModeProperties getRocketmq() {
		return this.rocketmq;
	}

	/** What 'mode' is, also where it is left out. */
	Mode effectiveMode() {
		return (this.mode != null) ? this.mode : (this.store == Store.JDBC) ? Mode.INBOX : Mode.DIRECT;
	}

	/**
	 * What to do with a verified notification that no method handles.
	 */
	public enum Unhandled {

		/** Answer 500: WeChat Pay sends it again, and somebody notices. */
		REJECT,

		/** Acknowledge it unseen. */
		ACCEPT

	}

	/**
	 * When handlers run.
	 */
	public enum Mode {

		/** While WeChat Pay waits; it is told when they are done. */
		DIRECT,

		/** Later, from a table of the database, on any node. */
		INBOX,

		/** Later, from a topic of Kafka, on any node. */
		KAFKA,

		/** Later, from a queue of RabbitMQ, on any node. */
		RABBIT,

		/** Later, from a topic of RocketMQ, on any node. */
		ROCKETMQ,

		/** As a NotificationDelivery bean of the application does it. */
		CUSTOM

	}

	/**
	 * Where it is remembered what is done.
	 */
	public enum Store {

		/** In the memory of this node. */
		MEMORY,

		/** In a table of the database. */
		JDBC,

		/** In Redis. */
		REDIS

	}

}
