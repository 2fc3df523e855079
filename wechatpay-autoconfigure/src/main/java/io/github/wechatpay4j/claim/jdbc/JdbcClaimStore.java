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

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.Claim.State;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.jdbc.DurableUpdates;
import io.github.wechatpay4j.jdbc.InsertIfAbsent;
import io.github.wechatpay4j.jdbc.KeyDigest;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Claims in a table, for all nodes that share the database: PostgreSQL, MySQL 8, MariaDB
 * 10.6 or H2. The mark that an event is done joins the transaction that is under way.
 * Leases are measured by the clocks of the nodes, which have to agree within seconds
 * anyway for WeChat Pay. Safe for use by many threads, not for event loops.
 */
public final class JdbcClaimStore implements ClaimStore {

	/**
	 * WeChat Pay repeats for 24 hours and 4 minutes; the rest is for clocks and queues.
	 */
	static final Duration KEPT = Duration.ofHours(25);

	/** Whoever lost its lease may still come back, if nobody else has taken the event. */
	private static final Duration GRACE = Duration.ofHours(1);

	/** Somebody who releases between two statements is met again only by bad luck. */
	private static final int TRIES = 3;

	private final JdbcTemplate jdbc;

	private final DurableUpdates updates;

	private final InsertIfAbsent inserts;

	private final Clock clock;

	/**
	 * Creates a store.
	 * @param dataSource the database, which has the table already
	 * @param clock tells the time
	 */
	public JdbcClaimStore(DataSource dataSource, Clock clock) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.updates = new DurableUpdates(this.jdbc);
		this.inserts = new InsertIfAbsent(this.jdbc);
		this.clock = Objects.requireNonNull(clock, "clock");
	}

	@Override
	public Claim claim(String key, Duration lease) {
		String token = UUID.randomUUID().toString();
		for (int i = 0; i < TRIES; i++) {
			long now = this.clock.millis();
			if (insert(key, token, now + lease.toMillis()) || takeOver(key, token, now, lease)) {
				return new Claim(key, State.ACQUIRED, token);
			}
			List<Integer> done = this.jdbc.queryForList("SELECT done FROM wechatpay_claim WHERE claim_key = ?",
					Integer.class, KeyDigest.of(key));
			if (!done.isEmpty()) {
				return new Claim(key, (done.get(0) != 0) ? State.DONE : State.IN_PROGRESS, "");
			}
		}
		return new Claim(key, State.IN_PROGRESS, "");
	}

	@Override
	public boolean complete(Claim claim) {
		long until = this.clock.millis() + KEPT.toMillis();
		int updated = this.updates.update(
				"UPDATE wechatpay_claim SET done = 1, expires_at = ? WHERE claim_key = ? AND token = ? AND done = 0",
				until, KeyDigest.of(claim.key()), claim.token());
		return updated > 0;
	}

	@Override
	public boolean isTransactional() {
		return true;
	}

	@Override
	public void release(Claim claim) {
		this.updates.update("DELETE FROM wechatpay_claim WHERE claim_key = ? AND token = ? AND done = 0",
				KeyDigest.of(claim.key()), claim.token());
	}

	/**
	 * Removes what is over: the table would grow for ever otherwise.
	 */
	public void removeExpired() {
		this.updates.update("DELETE FROM wechatpay_claim WHERE expires_at < ?",
				this.clock.instant().minus(GRACE).toEpochMilli());
	}

	private boolean insert(String key, String token, long expiresAt) {
		return this.inserts.insert(
				"INSERT INTO wechatpay_claim (claim_key, token, done, expires_at) VALUES (?, ?, 0, ?)",
				KeyDigest.of(key), token, expiresAt);
	}

	/** Of several that try, the database lets one see the old expiry. */
	private boolean takeOver(String key, String token, long now, Duration lease) {
		return this.updates.update(
				"UPDATE wechatpay_claim SET token = ?, done = 0, expires_at = ? WHERE claim_key = ? AND expires_at <= ?",
				token, now + lease.toMillis(), KeyDigest.of(key), now) > 0;
	}

}
