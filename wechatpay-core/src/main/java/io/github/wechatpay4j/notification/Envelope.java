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
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.operation.Decisive;
import io.github.wechatpay4j.operation.Decisive.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a notification's body is in the protocol.
 *
 * @param id the notification's id, not documented to be the same when it is repeated
 * @param createTime when it was made
 * @param eventType the event
 * @param resourceType always {@code encrypt-resource}
 * @param summary a text for people
 * @param resource the ciphertext
 */
record Envelope(@Decisive(Role.IDENTITY) @Nullable String id, @Nullable String createTime,
		@Decisive(Role.STATE) @Nullable String eventType, @Nullable String resourceType, @Nullable String summary,
		@Decisive(Role.STATE) @Nullable Resource resource) {

	private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

	private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

	/**
	 * Notifications of deduction contracts have {@code 20180225112233}, others RFC 3339.
	 */
	@Nullable OffsetDateTime time() {
		if (this.createTime == null || this.createTime.isEmpty()) {
			return null;
		}
		try {
			return this.createTime.contains("T") ? OffsetDateTime.parse(this.createTime)
					: LocalDateTime.parse(this.createTime, COMPACT).atOffset(CHINA);
		}
		catch (DateTimeException ex) {
			// Nothing depends on it: what is fresh is told by the signed header
			return null;
		}
	}

	String requiredId() {
		return require(this.id, "id");
	}

	String requiredEventType() {
		return require(this.eventType, "event_type");
	}

	Resource requiredResource() {
		return require(this.resource, "resource");
	}

	private static <V> V require(@Nullable V value, String field) {
		if (value == null || value.toString().isEmpty()) {
			throw new NotificationRejectedException(Reason.MALFORMED, "'" + field + "' is missing");
		}
		return value;
	}

	/**
	 * The ciphertext and what is needed to open it.
	 *
	 * @param algorithm how it was encrypted
	 * @param originalType what kind of object it is
	 * @param ciphertext Base64
	 * @param associatedData authenticated too, possibly empty
	 * @param nonce 12 characters
	 */
	record Resource(@Decisive(Role.STATE) @Nullable String algorithm,
			@Decisive(Role.STATE) @Nullable String originalType, @Decisive(Role.STATE) @Nullable String ciphertext,
			@Decisive(Role.STATE) @Nullable String associatedData, @Decisive(Role.STATE) @Nullable String nonce) {

		byte[] open(Credentials credentials) {
			String expectedAlgorithm = credentials.suite().aeadAlgorithm();
			if (!expectedAlgorithm.equals(this.algorithm)) {
				throw new NotificationRejectedException(Reason.MALFORMED,
						"'resource.algorithm' is not " + expectedAlgorithm);
			}
			byte[] cipherText;
			try {
				cipherText = Base64.getDecoder().decode(require(this.ciphertext, "resource.ciphertext"));
			}
			catch (IllegalArgumentException ex) {
				throw new NotificationRejectedException(Reason.MALFORMED, "'resource.ciphertext' is not Base64");
			}
			byte[] nonceBytes = require(this.nonce, "resource.nonce").getBytes(StandardCharsets.UTF_8);
			String data = (this.associatedData != null) ? this.associatedData : "";
			return credentials.decrypt(nonceBytes, data.getBytes(StandardCharsets.UTF_8), cipherText);
		}

		@Override
		public String toString() {
			return "Resource[" + this.originalType + "]";
		}

	}

}
