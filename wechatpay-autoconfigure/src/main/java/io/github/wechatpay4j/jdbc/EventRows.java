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

package io.github.wechatpay4j.jdbc;

import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.delivery.ApplicationName;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What both tables know of a business event: claims and the inbox share one memory of
 * what is done, so that nothing is handled again when an application changes from one to
 * the other. Rows of versions that knew no application's name are found too. Safe for use
 * by many threads, not for event loops.
 */
public final class EventRows {

	/** Whose rows those of former versions are: anybody's. */
	public static final String ANY = "*";

	/** Takes the digest and the former digest. */
	private static final String ROW = "(event_key = ? OR (event_key = ? AND application = '" + ANY + "'))";

	private final JdbcTemplate jdbc;

	private final DurableUpdates updates;

	private final DatabaseTime time;

	private final ApplicationName application;

	/**
	 * Creates a view of both tables.
	 * @param jdbc the database
	 * @param application whose events they are
	 */
	public EventRows(JdbcTemplate jdbc, ApplicationName application) {
		this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
		this.updates = new DurableUpdates(jdbc);
		this.time = new DatabaseTime(jdbc);
		this.application = Objects.requireNonNull(application, "application");
	}

	/**
	 * What stands for an event in rows of former versions.
	 * @param key names the event
	 * @return the digest of the key without the application's name
	 */
	private String former(String key) {
		String prefix = this.application.value() + ":";
		boolean named = this.application.isKnown() && key.startsWith(prefix);
		return KeyDigest.of(named ? key.substring(prefix.length()) : key);
	}

	/**
	 * What is known of an event before it is stored in the inbox.
	 * @param key names the event
	 * @return {@code DONE} if a claim says so, or the inbox of a former version has it
	 */
	public Known known(String key) {
		String former = former(key);
		String now = this.time.nowOnce();
		List<Integer> done = this.jdbc.queryForList(
				"SELECT done FROM wechatpay_claim WHERE (claim_key = ?" + " OR (claim_key = ? AND application = '" + ANY
						+ "')) AND expires_at > " + now
						+ " AND (done = 1 OR token <> '') UNION ALL SELECT 1 FROM wechatpay_inbox"
						+ " WHERE event_key = ? AND application = '" + ANY + "'",
				Integer.class, KeyDigest.of(key), former, former);
		if (done.isEmpty()) {
			return Known.NOTHING;
		}
		return done.contains(1) ? Known.DONE : Known.HELD;
	}

	/**
	 * What is known of an event before it is claimed.
	 * @param key names the event
	 * @return {@code DONE} if the inbox says so, dead letters included, or a claim of a
	 * former version; {@code HELD} if somebody handles it at the moment; {@code WAITING}
	 * if the inbox has it and nobody is at it
	 */
	public Known stored(String key) {
		String former = former(key);
		String now = this.time.nowOnce();
		List<String> states = this.jdbc.queryForList(
				"SELECT CASE WHEN state <> 'PENDING' THEN 'DONE' WHEN token IS NOT NULL AND due_at > " + now
						+ " THEN 'HELD' ELSE 'WAITING' END FROM wechatpay_inbox WHERE " + ROW
						+ " UNION ALL SELECT CASE WHEN done = 1 THEN 'DONE' ELSE 'HELD' END FROM wechatpay_claim"
						+ " WHERE claim_key = ? AND application = '" + ANY + "' AND expires_at > " + now
						+ (this.application.isKnown() ? "" : " AND 1 = 0"),
				String.class, KeyDigest.of(key), former, former);
		return states.stream().map(Known::valueOf).max(Known::compareTo).orElse(Known.NOTHING);
	}

	/**
	 * Takes an event that waits in the inbox, so that nobody else does.
	 * @param key names the event
	 * @param token the taker's
	 * @param lease for how long, in milliseconds
	 * @return whether it was free
	 */
	public boolean take(String key, String token, long lease) {
		return this.updates.update("UPDATE wechatpay_inbox SET token = ?, attempts = attempts + 1, due_at = "
				+ this.time.now() + " + ? WHERE " + ROW + " AND state = 'PENDING' AND (token IS NULL OR due_at <= "
				+ this.time.nowOnce() + ")", token, lease, KeyDigest.of(key), former(key)) > 0;
	}

	/** Gives an event back that was taken; does nothing if it was not. */
	public void giveBack(String key, String token, int uncounted) {
		this.updates.update(
				"UPDATE wechatpay_inbox SET token = NULL, attempts = attempts - ?, due_at = " + this.time.now()
						+ " WHERE " + ROW + " AND state = 'PENDING' AND token = ?",
				uncounted, KeyDigest.of(key), former(key), token);
	}

	/**
	 * Marks an event as done in the inbox, if it is there, within the transaction that is
	 * under way.
	 * @param key names the event
	 * @param token the holder's
	 * @return {@code false} if the inbox has it and somebody else handles it or has
	 */
	public boolean complete(String key, String token) {
		String digest = KeyDigest.of(key);
		String former = former(key);
		int updated = this.updates.update("UPDATE wechatpay_inbox SET state = 'DONE', token = ?, ended_at = "
				+ this.time.now() + " WHERE " + ROW + " AND state = 'PENDING' AND (token IS NULL OR token = ?)", token,
				digest, former, token);
		return updated > 0
				|| this.jdbc.queryForList("SELECT 1 FROM wechatpay_inbox WHERE " + ROW, Integer.class, digest, former)
					.isEmpty();
	}

	/**
	 * How much is known of an event, the least first.
	 */
	public enum Known {

		/** Nothing. */
		NOTHING,

		/** It is stored, and nobody handles it at the moment. */
		WAITING,

		/** Somebody handles it. */
		HELD,

		/** It is done, or given up. */
		DONE

	}

}
