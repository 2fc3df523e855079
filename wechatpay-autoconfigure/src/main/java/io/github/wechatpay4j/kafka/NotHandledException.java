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

import io.github.wechatpay4j.broker.Setback;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A record that is not handled. There is a type for each {@link Setback}, because
 * spring-kafka chooses other waits when the exception's type changes. It has no cause:
 * what a handler failed with has been logged, and stays out of the dead letter.
 */
abstract sealed class NotHandledException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient TopicPartition partition;

	private final String reason;

	private NotHandledException(ConsumerRecord<?, ?> message, Throwable failure) {
		super("Not handled: " + Setback.nameOf(failure));
		this.partition = new TopicPartition(message.topic(), message.partition());
		this.reason = Setback.nameOf(failure);
	}

	static NotHandledException of(ConsumerRecord<?, ?> message, Throwable failure) {
		return switch (Setback.of(failure)) {
			case HELD -> new Held(message, failure);
			case TEMPORARY -> new Failed(message, failure);
			case PERMANENT -> new Refused(message, failure);
		};
	}

	/** What is behind an exception that spring-kafka passes on. */
	static @Nullable NotHandledException in(@Nullable Throwable exception) {
		for (Throwable each = exception; each != null; each = each.getCause()) {
			if (each instanceof NotHandledException found) {
				return found;
			}
		}
		return null;
	}

	TopicPartition partition() {
		return this.partition;
	}

	String reason() {
		return this.reason;
	}

	abstract Setback setback();

	private static final class Held extends NotHandledException {

		private static final long serialVersionUID = 1L;

		private Held(ConsumerRecord<?, ?> message, Throwable failure) {
			super(message, failure);
		}

		@Override
		Setback setback() {
			return Setback.HELD;
		}

	}

	private static final class Failed extends NotHandledException {

		private static final long serialVersionUID = 1L;

		private Failed(ConsumerRecord<?, ?> message, Throwable failure) {
			super(message, failure);
		}

		@Override
		Setback setback() {
			return Setback.TEMPORARY;
		}

	}

	private static final class Refused extends NotHandledException {

		private static final long serialVersionUID = 1L;

		private Refused(ConsumerRecord<?, ?> message, Throwable failure) {
			super(message, failure);
		}

		@Override
		Setback setback() {
			return Setback.PERMANENT;
		}

	}

}
