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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.jdbc.DurableUpdates;
import io.github.wechatpay4j.jdbc.InsertIfAbsent;
import io.github.wechatpay4j.jdbc.KeyDigest;
import io.github.wechatpay4j.notification.SealedNotification;
import io.github.wechatpay4j.notification.VerifiedNotification;
import io.github.wechatpay4j.trust.SignedMessage;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table that keeps notifications, as they came, until they are handled, and for a
 * while longer so that repetitions are recognized. Lists, replays and drops those that
 * could not be handled. Safe for use by many threads and nodes, not for event loops.
 */
public final class NotificationInbox {

	private static final String PENDING = "PENDING";

	private static final String DONE = "DONE";

	private static final String DEAD = "DEAD";

	private final JdbcTemplate jdbc;

	private final DurableUpdates updates;

	private final InsertIfAbsent inserts;

	private final TransactionTemplate transaction;

	private final EventKeys keys;

	private final Clock clock;

	/**
	 * Creates an inbox.
	 * @param dataSource the database, which has the table already
	 * @param keys names business events
	 * @param clock tells the time
	 */
	public NotificationInbox(DataSource dataSource, EventKeys keys, Clock clock) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.updates = new DurableUpdates(this.jdbc);
		this.inserts = new InsertIfAbsent(this.jdbc, "wechatpay_inbox", "event_key");
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
		this.keys = Objects.requireNonNull(keys, "keys");
		this.clock = Objects.requireNonNull(clock, "clock");
	}

	/**
	 * Stores a notification, unless its business event is stored already.
	 * @return whether it was new
	 */
	boolean store(VerifiedNotification notification) {
		SealedNotification sealed = notification.sealed();
		long now = this.clock.millis();
		String key = KeyDigest.of(this.keys.claimKey(notification));
		return this.inserts.insert(key, """
				INSERT INTO wechatpay_inbox (event_key, merchant, event_type, notification_id, signature_serial,
					signature, signature_timestamp, signature_nonce, body, state, attempts, due_at, received_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)""", key, sealed.merchant(),
				InboxRows.fitting(notification.eventType(), 128), InboxRows.fitting(notification.id(), 128),
				header(sealed, SignedMessage.SERIAL), header(sealed, SignedMessage.SIGNATURE),
				header(sealed, SignedMessage.TIMESTAMP), header(sealed, SignedMessage.NONCE), sealed.body(), PENDING,
				now, now);
	}

	List<InboxEntry> take(int max, Duration lease) {
		return take(max, lease, List.of());
	}

	/**
	 * Takes notifications that are due, which nobody else holds, for as long as a lease.
	 */
	List<InboxEntry> take(int max, Duration lease, Collection<Long> excluding) {
		String token = UUID.randomUUID().toString();
		List<InboxEntry> taken = this.transaction.execute((status) -> {
			// With a connection at hand: waiting for one is no part of the lease
			long now = this.clock.millis();
			List<InboxEntry> due = this.jdbc.query(
					"""
							SELECT id, merchant, signature_serial, signature, signature_timestamp, signature_nonce, body, attempts
							FROM wechatpay_inbox WHERE state = ? AND due_at <= ? %s ORDER BY due_at LIMIT ?
							FOR UPDATE SKIP LOCKED"""
						.formatted(excluding.isEmpty() ? ""
								: "AND id NOT IN (" + excluding.stream()
									.map(String::valueOf)
									.collect(java.util.stream.Collectors.joining(", ")) + ")"),
					(row, i) -> InboxRows.entry(row, token), PENDING, now, max);
			this.jdbc.batchUpdate(
					"UPDATE wechatpay_inbox SET token = ?, attempts = attempts + 1, due_at = ? WHERE id = ?",
					due.stream().map((entry) -> new Object[] { token, now + lease.toMillis(), entry.id() }).toList());
			return due;
		});
		return Objects.requireNonNull(taken);
	}

	/**
	 * Marks an entry as done, within the transaction that is under way.
	 * @return {@code false} if the lease ran out and somebody else has taken it
	 */
	boolean complete(InboxEntry entry) {
		return this.updates.update(
				"UPDATE wechatpay_inbox SET state = ?, ended_at = ? WHERE id = ? AND token = ?" + " AND state = ?",
				DONE, this.clock.millis(), entry.id(), entry.token(), PENDING) > 0;
	}

	/** Lets an entry be taken again, later. */
	void retry(InboxEntry entry, Duration later, String failure) {
		this.updates.update(
				"UPDATE wechatpay_inbox SET due_at = ?, token = NULL, last_failure = ? WHERE id = ? AND token = ?"
						+ " AND state = ?",
				this.clock.millis() + later.toMillis(), InboxRows.fitting(failure, 500), entry.id(), entry.token(),
				PENDING);
	}

	/** Gives an entry back that was not tried. */
	void giveBack(InboxEntry entry, Duration later, String why) {
		this.updates.update(
				"UPDATE wechatpay_inbox SET due_at = ?, token = NULL, attempts = attempts - 1, last_failure = ?"
						+ " WHERE id = ? AND token = ? AND state = ?",
				this.clock.millis() + later.toMillis(), InboxRows.fitting(why, 500), entry.id(), entry.token(),
				PENDING);
	}

	/**
	 * Gives an entry up.
	 * @return whether it was this caller's to give up
	 */
	boolean park(InboxEntry entry, String failure) {
		return this.updates.update(
				"UPDATE wechatpay_inbox SET state = ?, ended_at = ?, last_failure = ? WHERE id = ? AND token = ?"
						+ " AND state = ?",
				DEAD, this.clock.millis(), InboxRows.fitting(failure, 500), entry.id(), entry.token(), PENDING) > 0;
	}

	/**
	 * The notifications that could not be handled, the latest ones first.
	 * @param max how many at most
	 * @return the dead letters
	 */
	public List<DeadLetter> deadLetters(int max) {
		return this.jdbc.query("""
				SELECT id, merchant, event_type, notification_id, attempts, last_failure, received_at, ended_at
				FROM wechatpay_inbox WHERE state = ? ORDER BY ended_at DESC LIMIT ?""",
				(row, i) -> InboxRows.deadLetter(row), DEAD, max);
	}

	/**
	 * Lets a dead letter be handled again at once, with as many attempts as a new
	 * notification.
	 * @param id the dead letter's id
	 * @return whether there is such a dead letter
	 */
	public boolean replay(long id) {
		return this.updates.update("UPDATE wechatpay_inbox SET state = ?, attempts = 0, token = NULL, ended_at = NULL,"
				+ " due_at = ? WHERE id = ? AND state = ?", PENDING, this.clock.millis(), id, DEAD) > 0;
	}

	/**
	 * Forgets a dead letter's content: its event counts as done, also when it is told
	 * again.
	 * @param id the dead letter's id
	 * @return whether there is such a dead letter
	 */
	public boolean drop(long id) {
		return this.updates.update("UPDATE wechatpay_inbox SET state = ?, ended_at = ? WHERE id = ? AND state = ?",
				DONE, this.clock.millis(), id, DEAD) > 0;
	}

	/**
	 * How the inbox stands, by a query.
	 * @return counts and the age of the oldest notification that is not handled
	 */
	public InboxStatistics statistics() {
		Instant now = this.clock.instant();
		return Objects.requireNonNull(this.jdbc.queryForObject("""
				SELECT COUNT(CASE WHEN state = 'PENDING' THEN 1 END) AS pending,
					COUNT(CASE WHEN state = 'DEAD' THEN 1 END) AS dead,
					MIN(CASE WHEN state = 'PENDING' THEN received_at END) AS oldest
				FROM wechatpay_inbox WHERE state IN ('PENDING', 'DEAD')""", (row, i) -> {
			long oldest = row.getLong("oldest");
			Duration age = row.wasNull() ? Duration.ZERO : Duration.ofMillis(Math.max(now.toEpochMilli() - oldest, 0));
			return new InboxStatistics(row.getLong("pending"), row.getLong("dead"), age);
		}));
	}

	/**
	 * Removes what ended long ago.
	 * @param retention how long to keep what is done
	 * @param deadLetterRetention how long to keep dead letters
	 */
	public void removeEnded(Duration retention, Duration deadLetterRetention) {
		String delete = "DELETE FROM wechatpay_inbox WHERE state = ? AND ended_at < ?";
		this.updates.update(delete, DONE, this.clock.instant().minus(retention).toEpochMilli());
		this.updates.update(delete, DEAD, this.clock.instant().minus(deadLetterRetention).toEpochMilli());
	}

	private static String header(SealedNotification sealed, String name) {
		return Objects.requireNonNull(sealed.header(name), name);
	}

}
