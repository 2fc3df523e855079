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

package io.github.wechatpay4j.samples.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.wechatpay4j.samples.cluster.Holds.Place;
import io.github.wechatpay4j.samples.cluster.local.LocalPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What two nodes have to survive, wherever they store notifications.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SurvivalContract {

	private static final int ROUNDS = 10;

	private static final int ORDERS_A_ROUND = 160;

	/** So many orders of a round are told twice at a time, and as many twice in a row. */
	private static final int DUPLICATES_A_ROUND = 20;

	private static final Duration AWAY = Duration.ofSeconds(30);

	private static final int LEAST_REFUSALS = 20;

	private LocalPostgres postgres;

	private Cluster cluster;

	private Senders senders;

	@BeforeAll
	void start(@TempDir Path directory) throws IOException {
		this.postgres = new LocalPostgres(directory);
		this.cluster = new Cluster(directory, this.postgres, properties(directory));
		this.senders = new Senders(this.cluster);
	}

	@AfterAll
	void end() {
		Stream.<AutoCloseable>of(this.senders, this.cluster, this::closeServer, this.postgres)
			.filter((each) -> each != null)
			.forEach((each) -> {
				try {
					each.close();
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			});
	}

	/** Starts what stores notifications beside the database. */
	abstract List<String> properties(Path directory);

	/** Ends it. */
	abstract void closeServer();

	/** The server where notifications are stored is gone. */
	abstract void takeServerAway();

	/** It is there again, with its data. */
	abstract void bringServerBack();

	/** Notifications that are stored and not handled. */
	abstract long backlog() throws Exception;

	/** All that is stored anywhere but in the application's own tables. */
	abstract List<byte[]> stored();

	Cluster cluster() {
		return this.cluster;
	}

	@Test
	void handlesEachPaymentOnceWhileNodesAreKilled() throws Exception {
		long seed = Long.getLong("survival.seed", System.nanoTime());
		System.out.println(getClass().getSimpleName() + ": -Dsurvival.seed=" + seed);
		Random random = new Random(seed);
		List<Kill> kills = new ArrayList<>(List.of(this::killAnyTime, this::killAnyTime, this::killAnyTime,
				this::killAnyTime, this::killAnyTime, this::killAnyTime, this::killBetweenAnswerAndHandler,
				this::killBetweenAnswerAndHandler, this::killWithinHandler, this::killWithinHandler));
		Collections.shuffle(kills, random);
		List<String> late = List.of();
		for (int i = 0; i < ROUNDS; i++) {
			List<String> orders = this.cluster.newOrders(ORDERS_A_ROUND);
			Senders.Round round = this.senders.start(orders, orders.subList(0, DUPLICATES_A_ROUND), late, random);
			round.awaitAnswers(random.nextInt(ORDERS_A_ROUND));
			kills.get(i).kill(this.cluster.nodes().get(random.nextInt(2)));
			round.awaitAllAnswers();
			late = orders.subList(DUPLICATES_A_ROUND, 2 * DUPLICATES_A_ROUND);
		}
		this.senders.start(List.of(), List.of(), late, random).awaitAllAnswers();
		this.cluster.nodes().forEach(ClusterNode::awaitReady);
		assertEachIsPaidOnce();
		report("answers that were no acknowledgement (0: nobody there)", this.senders.refusals());
		assertThat(this.senders.refusals()).as("answers that WeChat Pay repeats after").allMatch(Senders::isRepeated);
		assertNothingIsPlain();
	}

	private void killAnyTime(ClusterNode victim) {
		victim.awaitReady();
		victim.kill();
		victim.start();
	}

	/**
	 * After the answer the platform will not come again: all depends on what is stored.
	 */
	private void killBetweenAnswerAndHandler(ClusterNode victim) throws Exception {
		String order = this.cluster.newOrders(1).get(0);
		this.cluster.holds().set(order, Place.BEFORE_EFFECT);
		victim.awaitReady();
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.senders.sendOnce(order, victim), (status) -> status == 204);
		victim.kill();
		assertThat(this.cluster.payments(order)).isZero();
		this.cluster.holds().release(order, Place.BEFORE_EFFECT);
		victim.start();
	}

	/** The effect is written and not committed. */
	private void killWithinHandler(ClusterNode receiver) throws Exception {
		String order = this.cluster.newOrders(1).get(0);
		this.cluster.holds().set(order, Place.AFTER_EFFECT);
		this.senders.deliver(order, receiver);
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.cluster.holds().waiting(order, Place.AFTER_EFFECT).isPresent());
		long pid = this.cluster.holds().waiting(order, Place.AFTER_EFFECT).getAsLong();
		ClusterNode victim = this.cluster.nodes()
			.stream()
			.filter((node) -> node.pid() == pid)
			.findFirst()
			.orElseThrow();
		victim.kill();
		this.cluster.holds().release(order, Place.AFTER_EFFECT);
		victim.start();
	}

	@Test
	void refusesWhileTheServerIsAwayAndLosesNothing() throws Exception {
		this.cluster.nodes().forEach(ClusterNode::awaitReady);
		List<String> before = this.cluster.newOrders(40);
		List<String> meanwhile = this.cluster.newOrders(400);
		Senders.Round round = this.senders.start(before, List.of(), List.of(), new Random());
		round.awaitAnswers(before.size() / 2);
		takeServerAway();
		long since = System.nanoTime();
		List<Integer> answers = this.senders.insist(meanwhile,
				(refusals) -> System.nanoTime() - since < AWAY.toNanos() || refusals < LEAST_REFUSALS);
		bringServerBack();
		report("answers while the server was away", answers);
		assertThat(answers).as("answers while the server was away").allMatch((status) -> status >= 500);
		assertThat(this.cluster.nodes()).allMatch(ClusterNode::isAlive);
		round.awaitAllAnswers();
		this.senders.start(meanwhile, List.of(), List.of(), new Random()).awaitAllAnswers();
		assertEachIsPaidOnce();
		assertNothingIsPlain();
	}

	private void assertEachIsPaidOnce() {
		Awaitility.await("every order has its effect, and nothing is left to do")
			.atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(250))
			.until(() -> this.cluster.paidOrders() == this.cluster.knownOrders() && backlog() == 0);
		assertThat(this.cluster.wrongOrders()).as("orders that are not paid exactly once").isEmpty();
	}

	private void report(String what, List<Integer> statuses) {
		System.out.println(getClass().getSimpleName() + ": " + what + ": " + statuses.stream()
			.collect(Collectors.groupingBy((status) -> status, TreeMap::new, Collectors.counting())));
	}

	private void assertNothingIsPlain() {
		PlainText search = new PlainText(List.of(Platform.OPENID, Platform.AMOUNT));
		assertThat(search.found(Tables.contents(this.cluster.jdbc(), "payment"))).as("the search finds what is there")
			.contains(Platform.AMOUNT);
		List<byte[]> stored = stored();
		assertThat(stored).as("what is stored").hasSizeGreaterThan((int) this.cluster.knownOrders());
		assertThat(search.found(stored)).as("stored in plain").isEmpty();
		this.cluster.nodes()
			.forEach((node) -> assertThat(search.found(List.of(node.output().getBytes()))).as("in the log of %s", node)
				.isEmpty());
	}

	/**
	 * A way to kill a node, which starts again at once.
	 */
	private interface Kill {

		void kill(ClusterNode node) throws Exception;

	}

}
