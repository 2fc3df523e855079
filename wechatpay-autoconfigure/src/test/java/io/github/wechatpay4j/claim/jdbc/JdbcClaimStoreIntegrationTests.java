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
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.claim.ClaimStoreContract;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.jdbc.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class JdbcClaimStoreIntegrationTests {

	private static final ApplicationName SHOP = new ApplicationName("shop");

	@Nested
	class H2 extends Contract {

		@RegisterExtension
		static final TestDatabase database = TestDatabase.h2();

		H2() {
			super(database);
		}

	}

	@Nested
	class PostgreSql extends ServerContract {

		@RegisterExtension
		static final TestDatabase database = TestDatabase.postgresql();

		PostgreSql() {
			super(database);
		}

	}

	@Nested
	class MariaDb extends ServerContract {

		@RegisterExtension
		static final TestDatabase database = TestDatabase.mariadb();

		MariaDb() {
			super(database);
		}

	}

	abstract static class Contract implements ClaimStoreContract {

		private final TestDatabase database;

		private JdbcClaimStore store;

		Contract(TestDatabase database) {
			this.database = database;
		}

		@BeforeEach
		void prepare() {
			this.database.clear();
			this.store = new JdbcClaimStore(this.database.dataSource(), SHOP);
		}

		@Override
		public ClaimStore store() {
			return this.store;
		}

		@Override
		public void advance(Duration time) {
			this.database.age(time);
			this.store.removeExpired();
		}

		@Test
		void sharesClaimsBetweenNodes() {
			JdbcClaimStore other = new JdbcClaimStore(this.database.dataSource(), SHOP);
			Claim claim = this.store.claim("a", LEASE);
			assertThat(other.claim("a", LEASE).state()).isEqualTo(Claim.State.IN_PROGRESS);
			assertThat(this.store.complete(claim)).isTrue();
			assertThat(other.claim("a", LEASE).state()).isEqualTo(Claim.State.DONE);
		}

		@Test
		void keepsClaimsWhereThePoolCommitsNothingByItself() {
			try (HikariDataSource pool = this.database.withoutAutoCommit()) {
				JdbcClaimStore other = new JdbcClaimStore(pool, SHOP);
				Claim claim = other.claim("a", LEASE);
				assertThat(this.store.claim("a", LEASE).state()).isEqualTo(Claim.State.IN_PROGRESS);
				assertThat(other.claim("a", LEASE).state()).isEqualTo(Claim.State.IN_PROGRESS);
				assertThat(other.complete(claim)).isTrue();
				assertThat(this.store.claim("a", LEASE).state()).isEqualTo(Claim.State.DONE);
				other.release(other.claim("b", LEASE));
				assertThat(this.store.claim("b", LEASE).state()).isEqualTo(Claim.State.ACQUIRED);
			}
		}

		@Test
		void joinsATransactionOfAPoolThatCommitsNothingByItself() {
			try (HikariDataSource pool = this.database.withoutAutoCommit()) {
				JdbcClaimStore other = new JdbcClaimStore(new TransactionAwareDataSourceProxy(pool), SHOP);
				Claim claim = other.claim("a", LEASE);
				new TransactionTemplate(new JdbcTransactionManager(pool)).executeWithoutResult((tx) -> {
					assertThat(other.complete(claim)).isTrue();
					tx.setRollbackOnly();
				});
				assertThat(this.store.claim("a", LEASE).state()).isEqualTo(Claim.State.IN_PROGRESS);
			}
		}

		@Test
		void undoesTheMarkWithTheTransactionOfTheHandler() {
			Claim claim = this.store.claim("a", LEASE);
			new TransactionTemplate(new JdbcTransactionManager(this.database.dataSource()))
				.executeWithoutResult((tx) -> {
					assertThat(this.store.complete(claim)).isTrue();
					tx.setRollbackOnly();
				});
			assertThat(this.store.claim("a", LEASE).state()).isEqualTo(Claim.State.IN_PROGRESS);
		}

		@Test
		void saysWhoseClaimsTheyAre() {
			this.store.claim("a", LEASE);
			assertThat(this.database.jdbc().queryForList("SELECT application FROM wechatpay_claim", String.class))
				.containsExactly("shop");
		}

		@Test
		void removesManyAtOnce() {
			for (int i = 0; i < 450; i++) {
				this.store.complete(this.store.claim("event" + i, LEASE));
			}
			this.store.claim("held", LEASE);
			advance(Duration.ofHours(25).plusMinutes(1));
			assertThat(rows()).as("the count of attempts is kept").isOne();
			advance(LEASE);
			assertThat(rows()).isZero();
		}

		@Test
		void keepsNoKeyInTheTableAndRemovesWhatIsOver() {
			this.store.complete(this.store.claim("1900000001:TRANSACTION.SUCCESS::out_trade_no=42", LEASE));
			assertThat(this.database.jdbc().queryForList("SELECT claim_key FROM wechatpay_claim", String.class))
				.singleElement()
				.asString()
				.matches("[0-9a-f]{64}");
			advance(Duration.ofHours(24).plusMinutes(5));
			assertThat(rows()).isOne();
			advance(Duration.ofHours(3));
			assertThat(rows()).isZero();
		}

		@Test
		void createsItsTablesOnlyOnce() {
			this.store.claim("a", LEASE);
			this.database.createTables();
			assertThat(rows()).isOne();
		}

		private int rows() {
			return this.database.jdbc().queryForObject("SELECT COUNT(*) FROM wechatpay_claim", Integer.class);
		}

	}

	/** What only several nodes can do: H2 is a part of one. */
	abstract static class ServerContract extends Contract {

		private final TestDatabase database;

		ServerContract(TestDatabase database) {
			super(database);
			this.database = database;
		}

		@Test
		void createsItsTablesAlthoughSeveralNodesStartAtOnce() throws Exception {
			int count = 6;
			ExecutorService nodes = Executors.newFixedThreadPool(count);
			try {
				for (int round = 0; round < 5; round++) {
					this.database.dropTables();
					CyclicBarrier together = new CyclicBarrier(count);
					List<Callable<Object>> starts = Collections.nCopies(count, () -> {
						together.await();
						this.database.createTables();
						return null;
					});
					for (Future<Object> start : nodes.invokeAll(starts)) {
						start.get();
					}
					assertThat(
							this.database.jdbc().queryForObject("SELECT COUNT(*) FROM wechatpay_claim", Integer.class))
						.isZero();
				}
			}
			finally {
				nodes.shutdownNow();
			}
		}

	}

}
