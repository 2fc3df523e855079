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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.jdbc.DatabaseTime;
import io.github.wechatpay4j.jdbc.DurableUpdates;
import io.github.wechatpay4j.jdbc.EventRows;
import io.github.wechatpay4j.jdbc.InBatches;
import io.github.wechatpay4j.jdbc.InsertIfAbsent;
import io.github.wechatpay4j.jdbc.KeyDigest;
import io.github.wechatpay4j.notification.SealedNotification;
import io.github.wechatpay4j.notification.VerifiedNotification;
import io.github.wechatpay4j.trust.SignedMessage;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table that keeps notifications, as they came, until they are handled, and for a
 * while longer so that repetitions are recognized. Lists, replays and drops those that
 * could not be handled. Safe for use by many threads and nodes, not for event loops.
 */
public final class NotificationInbox {

	private static final String PENDING = "PENDING";

	private static final String DONE = "DONE";

	private static final String DEAD = "DEAD";

	/** After this time something is wrong that nobody handles. */
	private static final Duration DAY = Duration.ofDays(1);

	/** Other applications may be slow, but not for ever. */
	private static final Duration FOREIGN = Duration.ofMinutes(10);

	/** Takes the application's name: its own rows, and those of former versions. */
	private static final String OURS = "application IN (?, '" + EventRows.ANY + "')";

	private final JdbcTemplate jdbc;

	private final DurableUpdates updates;

	private final InsertIfAbsent inserts;

	private final InBatches deletes;

	private final DatabaseTime time;

	private final EventRows rows;

	private final EventKeys keys;

	private final String application;

	/**
	 * Creates an inbox.
	 * @param dataSource the database, which has the table already, and whose time decides
	 * what is due
	 * @param keys names business events
	 * @param application whose notifications they are; those of others are left alone
	 */
	public NotificationInbox(DataSource dataSource, EventKeys keys, ApplicationName application) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.updates = new DurableUpdates(this.jdbc);
		this.inserts = new InsertIfAbsent(this.jdbc, "wechatpay_inbox", "event_key");
		this.deletes = new InBatches(this.jdbc);
		this.time = new DatabaseTime(this.jdbc);
		this.rows = new EventRows(this.jdbc, application);
		this.keys = Objects.requireNonNull(keys, "keys");
		this.application = application.value();
	}

	/**
	 * Stores a notification, unless its business event is stored or handled already.
	 * @return whether it was new
	 * @throws NotificationRejectedException if somebody handles it at the moment, who has
	 * not got it from here
	 */
	boolean store(VerifiedNotification notification) {
		String event = this.keys.claimKey(notification);
		switch (this.rows.known(event)) {
			case DONE -> {
				return false;
			}
			case HELD -> throw new NotificationRejectedException(Reason.IN_PROGRESS,
					notification + " is being handled right now");
			default -> {
			}
		}
		SealedNotification sealed = notification.sealed();
		String key = KeyDigest.of(event);
		return this.inserts.insert(key, """
				INSERT INTO wechatpay_inbox (event_key, application, merchant, event_type, notification_id,
					signature_serial, signature, signature_timestamp, signature_nonce, body, state, attempts, due_at,
					received_at, platform_key)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, %1$s, %1$s, ?)""".formatted(this.time.now()), key,
				this.application, sealed.merchant(), InboxRows.fitting(notification.eventType(), 128),
				InboxRows.fitting(notification.id(), 128), header(sealed, SignedMessage.SERIAL),
				header(sealed, SignedMessage.SIGNATURE), header(sealed, SignedMessage.TIMESTAMP),
				header(sealed, SignedMessage.NONCE), sealed.body(), PENDING,
				Objects.requireNonNullElse(sealed.header(SealedNotification.PLATFORM_KEY), ""));
	}

	List<InboxEntry> take(int max, Duration lease) {
		return take(max, lease, List.of());
	}

	/**
	 * Takes notifications that are due, which nobody else holds, for as long as a lease
	 * that begins in here.
	 */
	List<InboxEntry> take(int max, Duration lease, Collection<Long> excluding) {
		String token = UUID.randomUUID().toString();
		return this.updates.transaction((connection) -> {
			List<InboxEntry> due = due(connection, token, this.application, max, excluding);
			if (due.size() < max) {
				due = new ArrayList<>(due);
				due.addAll(due(connection, token, EventRows.ANY, max - due.size(), excluding));
			}
			if (!due.isEmpty()) {
				List<Object> values = new ArrayList<>(List.of(token, lease.toMillis()));
				due.forEach((entry) -> values.add(entry.id()));
				connection.update("UPDATE wechatpay_inbox SET token = ?, attempts = attempts + 1, due_at = "
						+ this.time.now() + " + ? WHERE id IN (" + InBatches.marks(due.size()) + ")", values.toArray());
			}
			return due;
		});
	}

	private List<InboxEntry> due(JdbcTemplate connection, String token, String application, int max,
			Collection<Long> excluding) {
		List<Object> values = new ArrayList<>(List.of(application, PENDING));
		values.addAll(excluding);
		values.add(max);
		return connection.query(
				"""
						SELECT id, merchant, signature_serial, signature, signature_timestamp, signature_nonce, platform_key,
							body, attempts FROM wechatpay_inbox WHERE application = ? AND state = ? AND due_at <= %s %s ORDER BY due_at LIMIT ?
						FOR UPDATE SKIP LOCKED"""
					.formatted(this.time.nowOnce(),
							excluding.isEmpty() ? "" : "AND id NOT IN (" + InBatches.marks(excluding.size()) + ")"),
				(row, i) -> InboxRows.entry(row, token), values.toArray());
	}

	/**
	 * Marks an entry as done, within the transaction that is under way.
	 * @return {@code false} if the lease ran out and somebody else has taken it
	 */
	boolean complete(InboxEntry entry) {
		return this.updates.update("UPDATE wechatpay_inbox SET state = ?, ended_at = " + this.time.now()
				+ " WHERE id = ? AND token = ? AND state = ?", DONE, entry.id(), entry.token(), PENDING) > 0;
	}

	/** Lets an entry be taken again, later. */
	void retry(InboxEntry entry, Duration later, String failure) {
		this.updates.update(
				"UPDATE wechatpay_inbox SET due_at = " + this.time.now()
						+ " + ?, token = NULL, unhandled_since = NULL, last_failure = ?"
						+ " WHERE id = ? AND token = ? AND state = ?",
				later.toMillis(), InboxRows.fitting(failure, 500), entry.id(), entry.token(), PENDING);
	}

	/**
	 * Gives an entry back that was not tried.
	 * @param later how long to leave it alone; if it is positive, this node cannot handle
	 * it, and somebody has to notice if no other can
	 */
	void giveBack(InboxEntry entry, Duration later, String why) {
		String since = (later.compareTo(Duration.ZERO) > 0) ? "COALESCE(unhandled_since, " + this.time.now() + ")"
				: "unhandled_since";
		this.updates.update(
				"UPDATE wechatpay_inbox SET due_at = " + this.time.now()
						+ " + ?, token = NULL, attempts = attempts - 1, last_failure = ?, unhandled_since = " + since
						+ " WHERE id = ? AND token = ? AND state = ?",
				later.toMillis(), InboxRows.fitting(why, 500), entry.id(), entry.token(), PENDING);
	}

	/**
	 * Gives an entry up.
	 * @return whether it was this caller's to give up
	 */
	boolean park(InboxEntry entry, String failure) {
		return this.updates.update(
				"UPDATE wechatpay_inbox SET state = ?, ended_at = " + this.time.now()
						+ ", last_failure = ? WHERE id = ? AND token = ? AND state = ?",
				DEAD, InboxRows.fitting(failure, 500), entry.id(), entry.token(), PENDING) > 0;
	}

	/**
	 * The notifications of this application that could not be handled, the latest ones
	 * first.
	 * @param max how many at most
	 * @return the dead letters
	 */
	public List<DeadLetter> deadLetters(int max) {
		return this.jdbc.query("SELECT id, merchant, event_type, notification_id, attempts, last_failure, received_at,"
				+ " ended_at FROM wechatpay_inbox WHERE " + OURS + " AND state = ? ORDER BY ended_at DESC LIMIT ?",
				(row, i) -> InboxRows.deadLetter(row), this.application, DEAD, max);
	}

	/**
	 * Lets a dead letter be handled again at once, with as many attempts as a new
	 * notification.
	 * @param id the dead letter's id
	 * @return whether this application has such a dead letter
	 */
	public boolean replay(long id) {
		return this.updates.update("UPDATE wechatpay_inbox SET state = ?, attempts = 0, token = NULL, ended_at = NULL,"
				+ " unhandled_since = NULL, due_at = " + this.time.now() + " WHERE id = ? AND state = ? AND " + OURS,
				PENDING, id, DEAD, this.application) > 0;
	}

	/**
	 * Forgets a dead letter's content: its event counts as done, also when it is told
	 * again.
	 * @param id the dead letter's id
	 * @return whether this application has such a dead letter
	 */
	public boolean drop(long id) {
		return this.updates.update("UPDATE wechatpay_inbox SET state = ?, ended_at = " + this.time.now()
				+ " WHERE id = ? AND state = ? AND " + OURS, DONE, id, DEAD, this.application) > 0;
	}

	/**
	 * How the inbox of this application stands, by a query.
	 * @return counts and the age of the oldest notification that is not handled
	 */
	public InboxStatistics statistics() {
		return Objects.requireNonNull(this.jdbc.queryForObject("""
				SELECT COUNT(CASE WHEN state = 'PENDING' THEN 1 END) AS pending,
					COUNT(CASE WHEN state = 'DEAD' THEN 1 END) AS dead,
					%s - MIN(CASE WHEN state = 'PENDING' THEN received_at END) AS oldest
				FROM wechatpay_inbox WHERE %s AND state IN ('PENDING', 'DEAD')""".formatted(this.time.nowOnce(), OURS),
				(row, i) -> new InboxStatistics(row.getLong("pending"), row.getLong("dead"),
						Duration.ofMillis(Math.max(row.getLong("oldest"), 0))),
				this.application));
	}

	/** What there is to worry about, by three queries that an index serves. */
	InboxWorries worries() {
		String now = this.time.nowOnce();
		List<InboxWorries.Overdue> overdue = this.jdbc
			.query("SELECT id, " + now + " - due_at AS late FROM wechatpay_inbox WHERE " + OURS
					+ " AND state = ? AND due_at <= " + now + " AND unhandled_since IS NULL ORDER BY due_at LIMIT 1",
					(row, i) -> new InboxWorries.Overdue(row.getLong("id"), Duration.ofMillis(row.getLong("late"))),
					this.application, PENDING);
		long day = DAY.toMillis();
		InboxWorries.Group unhandled = group("MAX(last_failure)",
				OURS + " AND state = ? AND (unhandled_since <= " + now
						+ " - ? OR (unhandled_since IS NULL AND attempts = 0 AND received_at <= " + now + " - ?))",
				this.application, PENDING, day, day);
		InboxWorries.Group foreign = group("MIN(application)",
				"NOT " + OURS + " AND state = ? AND due_at <= " + now + " - ?", this.application, PENDING,
				FOREIGN.toMillis());
		return new InboxWorries(overdue.isEmpty() ? null : overdue.get(0), unhandled, foreign);
	}

	private InboxWorries.Group group(String example, String condition, Object... values) {
		return Objects.requireNonNull(this.jdbc.queryForObject(
				"SELECT COUNT(*) AS number, " + example + " AS example FROM wechatpay_inbox WHERE " + condition,
				(row, i) -> new InboxWorries.Group(row.getLong("number"),
						Objects.requireNonNullElse(row.getString("example"), "")),
				values));
	}

	/**
	 * Removes what ended long ago.
	 * @param retention how long to keep what is done
	 * @param deadLetterRetention how long to keep dead letters
	 */
	public void removeEnded(Duration retention, Duration deadLetterRetention) {
		for (String owner : List.of(this.application, EventRows.ANY)) {
			removeEnded(owner, DONE, retention);
			removeEnded(owner, DEAD, deadLetterRetention);
		}
	}

	private void removeEnded(String owner, String state, Duration kept) {
		this.deletes.delete("wechatpay_inbox", "id",
				"application = ? AND state = ? AND ended_at < " + this.time.nowOnce() + " - ?", "ended_at", owner,
				state, kept.toMillis());
	}

	private static String header(SealedNotification sealed, String name) {
		return Objects.requireNonNull(sealed.header(name), name);
	}

}
