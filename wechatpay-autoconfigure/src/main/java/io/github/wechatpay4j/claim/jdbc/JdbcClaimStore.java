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

package io.github.wechatpay4j.claim.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.Claim.State;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.jdbc.DatabaseTime;
import io.github.wechatpay4j.jdbc.DurableUpdates;
import io.github.wechatpay4j.jdbc.EventRows;
import io.github.wechatpay4j.jdbc.EventRows.Known;
import io.github.wechatpay4j.jdbc.InBatches;
import io.github.wechatpay4j.jdbc.InsertIfAbsent;
import io.github.wechatpay4j.jdbc.KeyDigest;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Claims in a table, for all nodes that share the database: PostgreSQL, MySQL 8, MariaDB
 * 10.6 or H2. The mark that an event is done joins the transaction that is under way.
 * Leases are measured by the database's time alone. What the inbox in the same database
 * has handled is done here too. Safe for use by many threads, not for event loops.
 */
public final class JdbcClaimStore implements ClaimStore {

	/**
	 * WeChat Pay repeats for 24 hours and 4 minutes; the rest is for clocks and queues.
	 */
	static final Duration KEPT = Duration.ofHours(25);

	/** Somebody who releases between two statements is met again only by bad luck. */
	private static final int TRIES = 3;

	private final JdbcTemplate jdbc;

	private final DurableUpdates updates;

	private final InsertIfAbsent inserts;

	private final InBatches deletes;

	private final DatabaseTime time;

	private final EventRows rows;

	private final ApplicationName application;

	/**
	 * Creates a store.
	 * @param dataSource the database, which has the table already
	 * @param application whose claims they are; its name is a part of their keys too
	 */
	public JdbcClaimStore(DataSource dataSource, ApplicationName application) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.updates = new DurableUpdates(this.jdbc);
		this.inserts = new InsertIfAbsent(this.jdbc, "wechatpay_claim", "claim_key");
		this.deletes = new InBatches(this.jdbc);
		this.time = new DatabaseTime(this.jdbc);
		this.application = Objects.requireNonNull(application, "application");
		this.rows = new EventRows(this.jdbc, application);
	}

	@Override
	public Claim claim(String key, Duration lease) {
		Known stored = this.rows.stored(key);
		if (stored == Known.DONE || stored == Known.HELD) {
			return (stored == Known.DONE) ? Claim.done(key) : Claim.inProgress(key);
		}
		Claim claim = claimHere(key, lease);
		if (stored == Known.WAITING && claim.state() == State.ACQUIRED
				&& !this.rows.take(key, claim.token(), lease.toMillis())) {
			end(claim, 1);
			return Claim.inProgress(key);
		}
		return claim;
	}

	private Claim claimHere(String key, Duration lease) {
		String token = UUID.randomUUID().toString();
		String digest = KeyDigest.of(key);
		for (int i = 0; i < TRIES; i++) {
			if (insert(digest, token, lease)) {
				return Claim.acquired(key, token, 1);
			}
			if (takeOver(digest, token, lease)) {
				return taken(key, digest, token);
			}
			List<Integer> done = this.jdbc.queryForList("SELECT done FROM wechatpay_claim WHERE claim_key = ?",
					Integer.class, digest);
			if (!done.isEmpty()) {
				return (done.get(0) != 0) ? Claim.done(key) : Claim.inProgress(key);
			}
		}
		return Claim.inProgress(key);
	}

	@Override
	public boolean complete(Claim claim) {
		if (!this.rows.complete(claim.key(), claim.token())) {
			return false;
		}
		int updated = this.updates.update(
				"UPDATE wechatpay_claim SET done = 1, expires_at = " + this.time.now()
						+ " + ? WHERE claim_key = ? AND token = ? AND done = 0",
				KEPT.toMillis(), KeyDigest.of(claim.key()), claim.token());
		return updated > 0;
	}

	@Override
	public boolean isTransactional() {
		return true;
	}

	@Override
	public void release(Claim claim) {
		end(claim, 0);
	}

	@Override
	public void giveBack(Claim claim) {
		end(claim, 1);
	}

	private void end(Claim claim, int uncounted) {
		this.updates.update(
				"UPDATE wechatpay_claim SET token = '', attempts = attempts - ?, expires_at = " + this.time.now()
						+ " WHERE claim_key = ? AND token = ? AND done = 0",
				uncounted, KeyDigest.of(claim.key()), claim.token());
		this.rows.giveBack(claim.key(), claim.token(), uncounted);
	}

	@Override
	public void forget(String key) {
		this.updates.update("UPDATE wechatpay_claim SET attempts = CASE WHEN token <> '' AND expires_at > "
				+ this.time.nowOnce() + " THEN 1 ELSE 0 END WHERE claim_key = ? AND done = 0", KeyDigest.of(key));
	}

	/**
	 * Removes what is over: the table would grow for ever otherwise. How often something
	 * was tried is remembered as long as what is done.
	 */
	public void removeExpired() {
		this.deletes.delete(
				"wechatpay_claim", "claim_key", "expires_at < " + this.time.nowOnce()
						+ " AND (done = 1 OR expires_at < " + this.time.nowOnce() + " - ?)",
				"expires_at", KEPT.toMillis());
	}

	/** What waits in an inbox in the same database. */
	long leftInInbox() {
		return Objects
			.requireNonNull(this.jdbc.queryForObject("SELECT COUNT(*) FROM wechatpay_inbox WHERE application IN (?, '"
					+ EventRows.ANY + "') AND state = 'PENDING'", Long.class, this.application.value()));
	}

	private boolean insert(String digest, String token, Duration lease) {
		return this.inserts.insert(digest,
				"INSERT INTO wechatpay_claim (claim_key, application, token, done, attempts, expires_at)"
						+ " VALUES (?, ?, ?, 0, 1, " + this.time.now() + " + ?)",
				digest, this.application.value(), token, lease.toMillis());
	}

	/** Of several that try, the database lets one see the old expiry. */
	private boolean takeOver(String digest, String token, Duration lease) {
		// MySQL assigns from left to right: the count goes by what was done before
		return this.updates
			.update("UPDATE wechatpay_claim SET attempts = CASE WHEN done = 1 THEN 1 ELSE attempts + 1 END, done = 0,"
					+ " token = ?, expires_at = " + this.time.now() + " + ? WHERE claim_key = ? AND expires_at <= "
					+ this.time.nowOnce(), token, lease.toMillis(), digest) > 0;
	}

	private Claim taken(String key, String digest, String token) {
		List<Integer> attempts = this.jdbc.queryForList(
				"SELECT attempts FROM wechatpay_claim WHERE claim_key = ? AND token = ?", Integer.class, digest, token);
		return attempts.isEmpty() ? Claim.inProgress(key) : Claim.acquired(key, token, attempts.get(0));
	}

}
