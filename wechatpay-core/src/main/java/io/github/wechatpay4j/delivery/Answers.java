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
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.crypto.FieldEncryptor;
import io.github.wechatpay4j.crypto.Signer;
import io.github.wechatpay4j.crypto.SigningMessage;
import io.github.wechatpay4j.delivery.NotificationReply.Header;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.Nonce;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.notification.VerifiedNotification;
import io.github.wechatpay4j.trust.SignedMessage;
import org.jspecify.annotations.Nullable;

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

	NotificationReply reply(VerifiedNotification notification, @Nullable Object fields) {
		if (fields == null) {
			return NotificationReply.of(NotificationOutcome.ANSWERED);
		}
		byte[] content = this.json.write(fields, NOTHING_SENSITIVE);
		Signer signer = notification.merchant().credentials().signer();
		return new NotificationReply(NotificationOutcome.ANSWERED, content,
				this.types.isAnswerSigned(notification) ? sign(content, signer) : List.of());
	}

	private List<Header> sign(byte[] content, Signer signer) {
		String timestamp = Long.toString(this.clock.instant().getEpochSecond());
		String nonce = Nonce.next();
		byte[] signature = signer.sign(SigningMessage.withBody(content, timestamp, nonce));
		return List.of(new Header(SignedMessage.TIMESTAMP, timestamp), new Header(SignedMessage.NONCE, nonce),
				new Header(SignedMessage.SIGNATURE, Base64.getEncoder().encodeToString(signature)),
				new Header(SignedMessage.SERIAL, signer.serialNumber()));
	}

}
