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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import io.github.wechatpay4j.broker.NotificationMessages;
import io.github.wechatpay4j.broker.Verdict;
import io.github.wechatpay4j.notification.SealedNotification;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Records with notifications in them.
 */
final class KafkaMessages {

	/** Header with the milliseconds for which a record waits for its next attempt. */
	private static final String DELAY = "wechatpay-delay";

	private KafkaMessages() {
	}

	static ProducerRecord<String, byte[]> write(String topic, String key, VerifiedNotification notification) {
		SealedNotification sealed = notification.sealed();
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, sealed.body());
		NotificationMessages.writeHeaders(notification, sealed, (name, value) -> add(message, name, value));
		return message;
	}

	/** The message, to be tried again after a wait. */
	static ProducerRecord<String, byte[]> retry(String topic, @Nullable Integer partition,
			ConsumerRecord<String, byte[]> message, Verdict verdict) {
		ProducerRecord<String, byte[]> retry = new ProducerRecord<>(topic, partition, message.key(), message.value());
		copy(message, retry, NotificationMessages.REPLAY);
		verdict.history().write((name, value) -> add(retry, name, value));
		add(retry, DELAY, Long.toString(verdict.delay().toMillis()));
		return retry;
	}

	/** The message, given up. */
	static ProducerRecord<String, byte[]> deadLetter(String topic, ConsumerRecord<String, byte[]> message,
			Verdict verdict) {
		ProducerRecord<String, byte[]> deadLetter = new ProducerRecord<>(topic, message.key(), message.value());
		message.headers().forEach((header) -> {
			if (!header.key().startsWith("wechatpay-") || NotificationMessages.HEADERS.contains(header.key())) {
				deadLetter.headers().add(header);
			}
		});
		add(deadLetter, NotificationMessages.REASON, verdict.reason());
		add(deadLetter, NotificationMessages.DEAD_LETTER, UUID.randomUUID().toString());
		return deadLetter;
	}

	/** The message as it was first written, without what dead letters have more. */
	static ProducerRecord<String, byte[]> replay(String topic, ConsumerRecord<String, byte[]> deadLetter) {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, deadLetter.key(), deadLetter.value());
		copy(deadLetter, message, null);
		add(message, NotificationMessages.REPLAY, name(deadLetter));
		return message;
	}

	/** Names a dead letter; those of earlier versions have no name of their own. */
	static String name(ConsumerRecord<String, byte[]> deadLetter) {
		String name = header(deadLetter, NotificationMessages.DEAD_LETTER);
		return (name != null) ? name : position(deadLetter) + "@" + deadLetter.timestamp();
	}

	static String position(ConsumerRecord<?, ?> message) {
		return message.topic() + "-" + message.partition() + "@" + message.offset();
	}

	/**
	 * How long a record has to wait still: by the time that it was sent at, and never for
	 * longer than it was told, whatever that clock says.
	 */
	static Duration wait(ConsumerRecord<String, byte[]> message, long now) {
		String text = header(message, DELAY);
		if (text == null || !text.matches("\\d{1,9}")) {
			return Duration.ZERO;
		}
		long delay = Long.parseLong(text);
		return Duration.ofMillis(Math.max(0, Math.min(delay, message.timestamp() + delay - now)));
	}

	static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
		Header header = message.headers().lastHeader(name);
		return (header != null && header.value() != null) ? new String(header.value(), StandardCharsets.UTF_8) : null;
	}

	private static void copy(ConsumerRecord<String, byte[]> from, ProducerRecord<String, byte[]> to,
			@Nullable String more) {
		for (Header header : from.headers()) {
			if (NotificationMessages.HEADERS.contains(header.key()) || header.key().equals(more)) {
				to.headers().add(header);
			}
		}
	}

	private static void add(ProducerRecord<String, byte[]> message, String name, String value) {
		message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
	}

}
