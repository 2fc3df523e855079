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

import io.github.wechatpay4j.broker.NotificationMessages;
import io.github.wechatpay4j.notification.SealedNotification;
import io.github.wechatpay4j.notification.VerifiedNotification;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Records with notifications in them.
 */
final class KafkaMessages {

	private KafkaMessages() {
	}

	static ProducerRecord<String, byte[]> write(String topic, String key, VerifiedNotification notification) {
		SealedNotification sealed = notification.sealed();
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, sealed.body());
		NotificationMessages.writeHeaders(notification, sealed,
				(name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		return message;
	}

	static SealedNotification read(ConsumerRecord<String, byte[]> message) {
		return NotificationMessages.read((name) -> header(message.headers(), name), message.value());
	}

	/** The message as it was first written, without what dead letters have more. */
	static ProducerRecord<String, byte[]> rewrite(String topic, ConsumerRecord<String, byte[]> deadLetter) {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, deadLetter.key(), deadLetter.value());
		for (String name : NotificationMessages.HEADERS) {
			Header header = deadLetter.headers().lastHeader(name);
			if (header != null) {
				message.headers().add(header);
			}
		}
		return message;
	}

	private static @Nullable String header(Headers headers, String name) {
		Header header = headers.lastHeader(name);
		return (header != null && header.value() != null) ? new String(header.value(), StandardCharsets.UTF_8) : null;
	}

}
