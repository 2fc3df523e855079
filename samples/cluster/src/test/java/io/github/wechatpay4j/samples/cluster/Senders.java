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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Threads of the platform. Each notification is repeated until it is acknowledged; a load
 * balancer brings a repetition to the other node.
 */
final class Senders implements AutoCloseable {

	private static final Duration REPETITION = Duration.ofMillis(200);

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Platform platform = new Platform();

	private final ExecutorService threads = Executors.newFixedThreadPool(8);

	private final ExecutorService pairs = Executors.newCachedThreadPool();

	private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();

	private final Cluster cluster;

	Senders(Cluster cluster) {
		this.cluster = cluster;
	}

	/**
	 * Begins to tell of orders, in any order and to any node.
	 * @param orders what is told once
	 * @param twice which of them are told to both nodes at a time
	 * @param again what is told that has been acknowledged already
	 */
	Round start(List<String> orders, List<String> twice, List<String> again, Random random) {
		List<Sending> sendings = new ArrayList<>();
		HashSet<String> concurrent = new HashSet<>(twice);
		orders.forEach(
				(order) -> sendings.add(concurrent.contains(order) ? () -> deliverTwice(order) : one(order, random)));
		again.forEach((order) -> sendings.add(one(order, random)));
		Collections.shuffle(sendings, random);
		return new Round(sendings);
	}

	private Sending one(String order, Random random) {
		ClusterNode node = this.cluster.nodes().get(random.nextInt(2));
		return () -> deliver(order, node);
	}

	private void deliverTwice(String order) throws Exception {
		CyclicBarrier together = new CyclicBarrier(2);
		Future<?> other = this.pairs.submit(() -> {
			together.await();
			deliver(order, this.cluster.nodes().get(1));
			return order;
		});
		together.await();
		deliver(order, this.cluster.nodes().get(0));
		other.get();
	}

	/** Tells of an order until that is acknowledged. */
	void deliver(String order, ClusterNode first) throws InterruptedException {
		long start = System.nanoTime();
		ClusterNode node = first;
		int status = sendOnce(order, node);
		while (status / 100 != 2) {
			this.refusals.add(status);
			assertThat(System.nanoTime() - start).as("time until %s is acknowledged", order)
				.isLessThan(PATIENCE.toNanos());
			TimeUnit.MILLISECONDS.sleep(REPETITION.toMillis());
			node = this.cluster.other(node);
			status = sendOnce(order, node);
		}
	}

	int sendOnce(String order, ClusterNode node) throws InterruptedException {
		return this.platform.send(node.url(), order, this.cluster.total(order));
	}

	/**
	 * Tells of orders again and again, whatever is answered.
	 * @param goOn is asked with the number of answers so far
	 * @return the answers
	 */
	List<Integer> insist(List<String> orders, IntPredicate goOn) throws Exception {
		Queue<Integer> answers = new ConcurrentLinkedQueue<>();
		AtomicInteger next = new AtomicInteger();
		List<Callable<Integer>> loops = Collections.nCopies(8, () -> {
			while (goOn.test(answers.size())) {
				int number = next.getAndIncrement();
				answers.add(sendOnce(orders.get(number % orders.size()), this.cluster.nodes().get(number % 2)));
			}
			return answers.size();
		});
		for (Future<Integer> loop : this.pairs.invokeAll(loops)) {
			loop.get();
		}
		return List.copyOf(answers);
	}

	/** All answers so far that were no acknowledgement. */
	List<Integer> refusals() {
		return List.copyOf(this.refusals);
	}

	static boolean isRepeated(int status) {
		return status == Platform.UNREACHABLE || status >= 500;
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
		this.pairs.shutdownNow();
	}

	private interface Sending {

		void send() throws Exception;

	}

	/**
	 * Notifications that are under way.
	 */
	final class Round {

		private final List<Future<?>> answers = new ArrayList<>();

		private final List<CountDownLatch> counts = new ArrayList<>();

		private Round(List<Sending> sendings) {
			CountDownLatch[] reached = new CountDownLatch[sendings.size()];
			for (int i = 0; i < reached.length; i++) {
				reached[i] = new CountDownLatch(i + 1);
				this.counts.add(reached[i]);
			}
			for (Sending sending : sendings) {
				this.answers.add(Senders.this.threads.submit(() -> {
					sending.send();
					this.counts.forEach(CountDownLatch::countDown);
					return sending;
				}));
			}
		}

		/** Waits until so many have been acknowledged. */
		void awaitAnswers(int count) throws InterruptedException {
			if (count > 0) {
				assertThat(this.counts.get(count - 1).await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
			}
		}

		/** Waits until all have been acknowledged. */
		void awaitAllAnswers() throws Exception {
			for (Future<?> answer : this.answers) {
				answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			}
		}

	}

}
