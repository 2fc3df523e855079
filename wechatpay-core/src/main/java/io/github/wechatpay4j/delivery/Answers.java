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

package io.github.wechatpay4j.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.crypto.FieldEncryptor;
import io.github.wechatpay4j.crypto.SigningMessage;
import io.github.wechatpay4j.delivery.NotificationReply.Header;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Nonce;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.notification.VerifiedNotification;

/**
 * Writes answers that carry fields, and signs those that the platform wants signed. Safe
 * for use by many threads.
 */
public final class Answers {

	private static final FieldEncryptor NOTHING_SENSITIVE = (text) -> {
		throw new IllegalStateException("Answers to notifications have no encrypted fields");
	};

	private final WechatPayJson json = new WechatPayJson();

	private final NotificationTypes types;

	private final Clock clock;

	/**
	 * Creates a writer.
	 * @param types the types that are known, and whose answers are signed
	 * @param clock tells the time of signing
	 */
	public Answers(NotificationTypes types, Clock clock) {
		this.types = Objects.requireNonNull(types, "types");
		this.clock = Objects.requireNonNull(clock, "clock");
	}

	NotificationReply reply(VerifiedNotification notification, Object fields) {
		byte[] content = this.json.write(fields, NOTHING_SENSITIVE);
		return new NotificationReply(NotificationOutcome.ANSWERED, content, this.types.isAnswerSigned(notification)
				? List.of(sign(content, notification.merchant().credentials())) : List.of());
	}

	/** The form of a request's signature over the text of an answer's. */
	private Header sign(byte[] content, Credentials credentials) {
		String timestamp = Long.toString(this.clock.instant().getEpochSecond());
		String nonce = Nonce.next();
		return new Header("Authorization",
				credentials.authorization(timestamp, nonce, SigningMessage.withBody(content, timestamp, nonce)));
	}

}
