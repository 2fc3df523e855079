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

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;

import io.github.wechatpay4j.Printable;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.trust.PlatformKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A notification that WeChat Pay signed and encrypted for this merchant. Only the
 * {@link NotificationVerifier} makes them, so that what was not verified cannot reach a
 * handler. Immutable.
 */
public final class VerifiedNotification {

	private final Merchant merchant;

	private final ReceivedNotification received;

	private final PlatformKey key;

	private final Envelope envelope;

	private final String rawJson;

	private final JsonNode resource;

	private final WechatPayJson json;

	VerifiedNotification(Merchant merchant, ReceivedNotification received, PlatformKey key, Envelope envelope,
			String rawJson, JsonNode resource, WechatPayJson json) {
		this.merchant = merchant;
		this.received = received;
		this.key = key;
		this.envelope = envelope;
		this.rawJson = rawJson;
		this.resource = resource;
		this.json = json;
	}

	/**
	 * The merchant that it was sent to.
	 * @return the merchant
	 */
	public Merchant merchant() {
		return this.merchant;
	}

	/**
	 * The notification's id, not documented to be the same when it is repeated.
	 * @return the id
	 */
	public String id() {
		return this.envelope.requiredId();
	}

	/**
	 * The event, such as {@code TRANSACTION.SUCCESS}.
	 * @return the event type
	 */
	public String eventType() {
		return this.envelope.requiredEventType();
	}

	@Nullable OffsetDateTime createTime() {
		return this.envelope.time();
	}

	@Nullable String summary() {
		return this.envelope.summary();
	}

	@Nullable String originalType() {
		return this.envelope.requiredResource().originalType();
	}

	String rawJson() {
		return this.rawJson;
	}

	boolean isOf(NotificationType type) {
		return type.matches(eventType(), originalType(), this.resource);
	}

	/**
	 * This notification as it came, to be kept or passed on: its content is encrypted.
	 * @return what was received
	 */
	public SealedNotification sealed() {
		return new SealedNotification(this.merchant.name(), this.received,
				KeptPlatformKey.seal(this.key, this.merchant.credentials()));
	}

	/**
	 * This notification with its resource decoded.
	 * @param payloadType what the resource is decoded to; {@code JsonNode} for any
	 * @param <T> the payload's type
	 * @return the notification for a handler
	 * @throws io.github.wechatpay4j.json.UnreadableJsonException if the resource is
	 * nothing of the kind: what programs decide by has another shape. Any other field of
	 * another shape reads as absent
	 * @throws io.github.wechatpay4j.DecryptionException if a sensitive field cannot be
	 * decrypted
	 */
	public <T> Notification<T> as(Class<T> payloadType) {
		T payload = (payloadType == JsonNode.class) ? payloadType.cast(this.resource) : this.json
			.read(this.rawJson.getBytes(StandardCharsets.UTF_8), payloadType, this.merchant.credentials().decryptor());
		return new Notification<>(this, payload);
	}

	@Override
	public String toString() {
		return "VerifiedNotification[" + Printable.id(eventType()) + ", " + Printable.id(id()) + ", "
				+ this.merchant.name() + "]";
	}

}
