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

package io.github.wechatpay4j.transaction;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.example.shop.RefundDesk;
import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.CallNotPermittedException.Reason;
import io.github.wechatpay4j.client.RetryPolicy;
import io.github.wechatpay4j.client.WechatPayClients;
import io.github.wechatpay4j.delivery.Lease;
import io.github.wechatpay4j.jdbc.HandlerTransactions;
import io.github.wechatpay4j.jdbc.TestDatabase;
import io.github.wechatpay4j.jdbc.TransactionalUnitOfWork;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.testing.TestMerchants;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.AbstractReactiveTransactionManager;
import org.springframework.transaction.reactive.GenericReactiveTransaction;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TransactionCheckTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private final JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());

	private final TransactionTemplate transaction = new TransactionTemplate(this.transactions);

	private final TransactionalOperator reactiveTransaction = TransactionalOperator.create(new NoReactiveResource());

	private final TransactionCheck warning = new TransactionCheck(false);

	private final RefundDesk desk = desk(this.warning);

	private final TransactionCheck refusal = new TransactionCheck(true);

	private final RefundDesk refusing = desk(this.refusal);

	private final LogCapture log = new LogCapture();

	@BeforeEach
	void answer() {
		platform.answers(platform.signed(200, "{\"refund_id\":\"1\",\"out_refund_no\":\"1\",\"out_trade_no\":\"1\"}"));
	}

	@AfterEach
	void stop() {
		this.log.close();
	}

	@Test
	void warnsOnceForEachPlaceAndMakesTheCall() {
		for (int i = 0; i < 3; i++) {
			this.transaction.executeWithoutResult((status) -> {
				this.desk.refund();
				this.desk.refundElsewhere();
			});
		}
		assertThat(warnings()).hasSize(2)
			.allMatch((line) -> line.contains("Calls.refund is called inside of a transaction at com.example.shop."))
			.allMatch((line) -> line.contains("Record the number, commit, then call"))
			.anyMatch((line) -> line.contains("RefundDesk.refund(RefundDesk.java:"))
			.anyMatch((line) -> line.contains("RefundDesk.refundElsewhere(RefundDesk.java:"));
		assertThat(platform.requests()).hasSize(6);
		assertThat(this.warning.warned()).isEqualTo(6);
	}

	@Test
	void refusesBeforeAnythingIsSent() {
		this.transaction.executeWithoutResult((status) -> assertRefused(this.refusing::refund)
			.withMessageContaining("RefundDesk.refund(RefundDesk.java:"));
		assertThat(platform.requests()).isEmpty();
		assertThat(this.refusal.refused()).isOne();
		assertThat(warnings()).isEmpty();
	}

	@Test
	void leavesQueriesAndCallsWithoutATransactionAlone() {
		this.refusing.refund();
		this.refusing.refundAndWait();
		this.transaction.executeWithoutResult((status) -> this.refusing.query());
		propagating(TransactionDefinition.PROPAGATION_SUPPORTS)
			.executeWithoutResult((status) -> this.refusing.refund());
		this.transaction.executeWithoutResult((status) -> propagating(TransactionDefinition.PROPAGATION_NOT_SUPPORTED)
			.executeWithoutResult((suspended) -> this.refusing.refund()));
		assertThat(platform.requests()).hasSize(5);
	}

	@Test
	void leavesCallsAfterTheCommitAlone() {
		this.transaction.executeWithoutResult((status) -> afterCommit(this.refusing::refund));
		this.transaction.executeWithoutResult(
				(status) -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

					@Override
					public void afterCompletion(int status) {
						TransactionCheckTests.this.refusing.refund();
					}

				}));
		assertThat(platform.requests()).hasSize(2);
	}

	@Test
	void findsANewTransactionAfterTheCommitOfAnother() {
		TransactionTemplate another = propagating(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.transaction.executeWithoutResult((status) -> afterCommit(
				() -> another.executeWithoutResult((inner) -> assertRefused(this.refusing::refund))));
		assertThat(this.refusal.refused()).isOne();
	}

	@Test
	void findsTheTransactionOfAReactorContext() {
		this.reactiveTransaction.transactional(this.desk.refundLater()).block();
		assertThat(this.warning.warned()).isOne();
		assertRefused(() -> this.reactiveTransaction
			.transactional(Mono.delay(Duration.ofMillis(1)).then(Mono.defer(this.refusing::refundLater)))
			.block());
		assertThat(platform.requests()).hasSize(1);
	}

	@Test
	void findsTheTransactionOfAThreadThatWaitsForTheReactiveClient() {
		this.transaction.executeWithoutResult((status) -> assertRefused(this.refusing::refundAndWait)
			.withMessageContaining("RefundDesk.refundAndWait(RefundDesk.java:"));
	}

	@Test
	void namesTheSwitchWhereTheTransactionIsThatOfAHandler() throws Exception {
		NotificationSubscription<?> handler = new NotificationSubscription<>(JsonNode.class, List.of("*"),
				(notification) -> {
				}, "handler");
		new TransactionalUnitOfWork(List.of(this.transactions), database.dataSource(), new HandlerTransactions(
				new StaticListableBeanFactory(), List.of(this.transactions), database.dataSource(), false))
			.run(handler, Lease.begin(Duration.ofMinutes(1)), () -> {
				this.transaction.executeWithoutResult((status) -> this.desk.refund());
				return "done";
			});
		assertThat(warnings()).singleElement()
			.asString()
			.contains("inside of a handler's transaction at com.example.shop.RefundDesk.refund(")
			.contains("@WechatPayListener(transactional = false)");
	}

	@Test
	void isCounted() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		new TransactionMetrics(this.warning).bindTo(meters);
		this.transaction.executeWithoutResult((status) -> this.desk.refund());
		assertThat(meters.get("wechatpay.client.in.transaction").tag("outcome", "made").functionCounter().count())
			.isEqualTo(1);
		assertThat(meters.get("wechatpay.client.in.transaction").tag("outcome", "refused").functionCounter().count())
			.isZero();
	}

	private static ThrowableAssertAlternative<CallNotPermittedException> assertRefused(ThrowingCallable call) {
		return assertThatExceptionOfType(CallNotPermittedException.class).isThrownBy(call)
			.withMessageStartingWith("Calls.refund was not sent: it is made inside of a transaction")
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.IN_TRANSACTION));
	}

	private TransactionTemplate propagating(int propagation) {
		TransactionTemplate template = new TransactionTemplate(this.transactions);
		template.setPropagationBehavior(propagation);
		return template;
	}

	private static void afterCommit(Runnable action) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				action.run();
			}

		});
	}

	private List<String> warnings() {
		return Stream.of(this.log.text().split("\n")).filter((line) -> line.contains("TransactionCheck")).toList();
	}

	private static RefundDesk desk(TransactionCheck check) {
		WechatPayClients clients = WechatPayClients
			.of(platform.exchange(), new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), platform.clock())
			.retry(RetryPolicy.defaults())
			.decorate(check);
		return new RefundDesk(clients.blocking(), clients.reactive());
	}

	/** Transactions of the Reactor context without a resource. */
	private static final class NoReactiveResource extends AbstractReactiveTransactionManager {

		private static final long serialVersionUID = 1L;

		@Override
		protected Object doGetTransaction(
				org.springframework.transaction.reactive.TransactionSynchronizationManager manager) {
			return new Object();
		}

		@Override
		protected Mono<Void> doBegin(org.springframework.transaction.reactive.TransactionSynchronizationManager manager,
				Object transaction, TransactionDefinition definition) {
			return Mono.empty();
		}

		@Override
		protected Mono<Void> doCommit(
				org.springframework.transaction.reactive.TransactionSynchronizationManager manager,
				GenericReactiveTransaction status) {
			return Mono.empty();
		}

		@Override
		protected Mono<Void> doRollback(
				org.springframework.transaction.reactive.TransactionSynchronizationManager manager,
				GenericReactiveTransaction status) {
			return Mono.empty();
		}

	}

}
