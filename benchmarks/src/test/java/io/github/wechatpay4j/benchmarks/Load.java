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

package io.github.wechatpay4j.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.github.wechatpay4j.testing.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * Sends notifications, either at a fixed rate or as fast as a number of senders can.
 */
final class Load {

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI address;

	Load(URI address) {
		this.address = address;
	}

	/** Notifications that were never sent before, signed beforehand. */
	static List<Delivery> notifications(String prefix, int count) {
		return IntStream.range(0, count)
			.parallel()
			.mapToObj((i) -> Delivery
				.of("EV-" + prefix + i, "TRANSACTION.SUCCESS", "transaction",
						Delivery.PAID.replace("1217752501201407033233368018", prefix + i))
				.signedAt(Instant.now()))
			.toList();
	}

	/**
	 * Sends at a fixed rate, whether or not answers keep up. A sample counts from the
	 * moment at which it should have been sent.
	 */
	Result atRate(List<Delivery> notifications, int perSecond) throws InterruptedException {
		long[] nanos = new long[notifications.size()];
		AtomicInteger refused = new AtomicInteger();
		Semaphore open = new Semaphore(0);
		long start = System.nanoTime();
		for (int i = 0; i < nanos.length; i++) {
			long due = start + i * 1_000_000_000L / perSecond;
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			int index = i;
			send(notifications.get(i)).whenComplete((status, failure) -> {
				nanos[index] = System.nanoTime() - due;
				count(status, failure, refused);
				open.release();
			});
		}
		open.acquire(nanos.length);
		return new Result(nanos, refused.get(), System.nanoTime() - start);
	}

	/** Sends as fast as answers come. */
	Result withSenders(List<Delivery> notifications, int senders) throws InterruptedException {
		long[] nanos = new long[notifications.size()];
		AtomicInteger refused = new AtomicInteger();
		Semaphore free = new Semaphore(senders);
		long start = System.nanoTime();
		for (int i = 0; i < nanos.length; i++) {
			free.acquire();
			int index = i;
			long sent = System.nanoTime();
			send(notifications.get(i)).whenComplete((status, failure) -> {
				nanos[index] = System.nanoTime() - sent;
				count(status, failure, refused);
				free.release();
			});
		}
		free.acquire(senders);
		return new Result(nanos, refused.get(), System.nanoTime() - start);
	}

	private CompletableFuture<Integer> send(Delivery notification) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.address)
			.POST(BodyPublishers.ofByteArray(notification.body()));
		notification.headers().forEach(request::header);
		return this.http.sendAsync(request.build(), BodyHandlers.discarding())
			.thenApply((answer) -> answer.statusCode());
	}

	private static void count(@Nullable Integer status, @Nullable Throwable failure, AtomicInteger refused) {
		if (failure != null || status == null || status != 204) {
			refused.incrementAndGet();
		}
	}

	/**
	 * What was measured.
	 *
	 * @param nanos how long each answer took
	 * @param refused how many were not acknowledged
	 * @param elapsed how long all took together, in nanoseconds
	 */
	record Result(long[] nanos, int refused, long elapsed) {

		double millis(double quantile) {
			long[] sorted = this.nanos.clone();
			Arrays.sort(sorted);
			return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] / 1e6;
		}

		double perSecond() {
			return this.nanos.length / (this.elapsed / 1e9);
		}

	}

}
