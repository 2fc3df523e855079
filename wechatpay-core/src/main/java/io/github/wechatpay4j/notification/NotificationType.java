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

package io.github.wechatpay4j.notification;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is known of one kind of notification: which events carry it, how it is told from
 * other kinds that share an event, and which field names the business action. Knows the
 * class of its payload by name only: a catalog of a hundred types loads none of them.
 */
public final class NotificationType {

	private final String payloadType;

	private final Set<String> events;

	private final @Nullable String originalType;

	private final List<String> present;

	private final List<String> absent;

	private final @Nullable String businessNumber;

	private final @Nullable String answerType;

	private final boolean answerSigned;

	private NotificationType(Builder builder) {
		this.payloadType = builder.payloadType;
		this.events = builder.events;
		this.originalType = builder.originalType;
		this.present = builder.present;
		this.absent = builder.absent;
		this.businessNumber = builder.businessNumber;
		this.answerType = builder.answerType;
		this.answerSigned = builder.answerSigned;
	}

	/**
	 * Starts the description of a type.
	 * @param payloadType what the resource is decoded to
	 * @param events the event types that carry it
	 * @return a builder
	 */
	public static Builder of(Class<?> payloadType, String... events) {
		return of(payloadType.getName(), events);
	}

	/**
	 * Starts the description of a type whose class is not loaded yet.
	 * @param payloadType the name of the class that the resource is decoded to
	 * @param events the event types that carry it
	 * @return a builder
	 */
	public static Builder of(String payloadType, String... events) {
		return new Builder(payloadType, Set.of(events));
	}

	/**
	 * The name of the class that the resource is decoded to.
	 * @return the class's name
	 */
	public String payloadType() {
		return this.payloadType;
	}

	/** The class's name without what it is in. */
	String simpleName() {
		return this.payloadType.replaceAll(".*[.$]", "");
	}

	/**
	 * The event types that carry it.
	 * @return the event types
	 */
	public Set<String> events() {
		return this.events;
	}

	/**
	 * The field of the resource that, together with merchant and event type, names the
	 * business action.
	 * @return the field's name, or {@code null} where there is none
	 */
	public @Nullable String businessNumber() {
		return this.businessNumber;
	}

	/**
	 * What the answer to such a notification carries.
	 * @return the name of the class with its fields, {@code null} if it carries none
	 */
	public @Nullable String answerType() {
		return this.answerType;
	}

	/**
	 * Whether the platform wants the answer to such a notification signed.
	 * @return whether it does
	 */
	public boolean isAnswerSigned() {
		return this.answerSigned;
	}

	/**
	 * Whether a notification is of this type.
	 * @param eventType its event type
	 * @param originalType its original type, if any
	 * @param resource its decrypted resource
	 * @return whether it is
	 */
	public boolean matches(String eventType, @Nullable String originalType, JsonNode resource) {
		return this.events.contains(eventType)
				&& (this.originalType == null || originalType == null || this.originalType.equals(originalType))
				&& this.present.stream().allMatch(resource::hasNonNull)
				&& this.absent.stream().noneMatch(resource::hasNonNull);
	}

	@Override
	public String toString() {
		return "NotificationType[" + simpleName() + ", " + this.events + "]";
	}

	/**
	 * Builds a {@link NotificationType}.
	 */
	public static final class Builder {

		private final String payloadType;

		private final Set<String> events;

		private @Nullable String originalType;

		private List<String> present = List.of();

		private List<String> absent = List.of();

		private @Nullable String businessNumber;

		private @Nullable String answerType;

		private boolean answerSigned;

		private Builder(String payloadType, Set<String> events) {
			this.payloadType = Objects.requireNonNull(payloadType, "payloadType");
			this.events = events;
		}

		/**
		 * Restricts the type to one {@code original_type}.
		 * @param originalType the original type
		 * @return this builder
		 */
		public Builder originalType(String originalType) {
			this.originalType = originalType;
			return this;
		}

		/**
		 * Restricts the type to resources that have these fields.
		 * @param fields names of fields of the resource
		 * @return this builder
		 */
		public Builder with(String... fields) {
			this.present = List.of(fields);
			return this;
		}

		/**
		 * Restricts the type to resources that lack these fields.
		 * @param fields names of fields of the resource
		 * @return this builder
		 */
		public Builder without(String... fields) {
			this.absent = List.of(fields);
			return this;
		}

		/**
		 * Names the field that identifies the business action, such as
		 * {@code out_trade_no}.
		 * @param field the name of a field of the resource
		 * @return this builder
		 */
		public Builder businessNumber(String field) {
			this.businessNumber = field;
			return this;
		}

		/**
		 * Says that the answer carries fields: the platform waits for the handler.
		 * @param answerType the name of the class with the fields of the answer
		 * @return this builder
		 */
		public Builder answer(String answerType) {
			this.answerType = answerType;
			return this;
		}

		/**
		 * Says that the answer carries fields and is signed by the merchant.
		 * @param answerType the name of the class with the fields of the answer
		 * @return this builder
		 */
		public Builder signedAnswer(String answerType) {
			this.answerSigned = true;
			return answer(answerType);
		}

		/**
		 * Builds the type.
		 * @return the type
		 */
		public NotificationType build() {
			return new NotificationType(this);
		}

	}

}
