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

package io.github.wechatpay4j.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import io.github.wechatpay4j.notification.SealedNotification;
import io.github.wechatpay4j.trust.SignedMessage;
import org.jspecify.annotations.Nullable;

/**
 * From rows of the table to what they mean.
 */
final class InboxRows {

	private InboxRows() {
	}

	static InboxEntry entry(ResultSet row, String token) throws SQLException {
		String serial = row.getString("signature_serial");
		String signature = row.getString("signature");
		String timestamp = row.getString("signature_timestamp");
		String nonce = row.getString("signature_nonce");
		String platformKey = row.getString("platform_key");
		SealedNotification sealed = SealedNotification.of(row.getString("merchant"), (header) -> switch (header) {
			case SignedMessage.SERIAL -> serial;
			case SignedMessage.SIGNATURE -> signature;
			case SignedMessage.TIMESTAMP -> timestamp;
			case SignedMessage.NONCE -> nonce;
			case SealedNotification.PLATFORM_KEY -> platformKey;
			default -> null;
		}, row.getBytes("body"));
		return new InboxEntry(row.getLong("id"), token, row.getInt("attempts") + 1, sealed);
	}

	static DeadLetter deadLetter(ResultSet row) throws SQLException {
		return new DeadLetter(row.getLong("id"), row.getString("merchant"), row.getString("event_type"),
				row.getString("notification_id"), row.getInt("attempts"), row.getString("last_failure"),
				Instant.ofEpochMilli(row.getLong("received_at")), Instant.ofEpochMilli(row.getLong("ended_at")));
	}

	/** Texts of exceptions may be long, columns are not. */
	static String fitting(@Nullable String text, int length) {
		String plain = String.valueOf(text);
		return (plain.length() > length) ? plain.substring(0, length) : plain;
	}

}
