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

package io.github.wechatpay4j.api.waiting;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.api.refunds.Refund;
import io.github.wechatpay4j.api.refunds.Refunds;
import io.github.wechatpay4j.api.transfers.TransferBill;
import io.github.wechatpay4j.api.transfers.Transfers;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.operation.Idempotency;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.scheduler.Schedulers;

/**
 * Waits for a final state by asking again and again, at a {@link Pace}. When time is over
 * it gives back what it saw last, which {@link Outcome#isFinal()} tells from a final
 * state.
 * <p>
 * A failed query does not end the wait when it passes by itself: a lost connection, 5xx,
 * 429, a signature probe. A "not found" (404) does not in the first ten seconds, before
 * anything was seen, because what was made a moment ago may not be found yet. Everything
 * else ends it with its exception. Then, too, nothing is known about the money: a 404
 * after a creation whose outcome is unknown does not prove that it will never be done.
 * Repeat the creation with the same number.
 * <p>
 * Interrupting the thread ends the wait with what was seen; the thread stays interrupted.
 * Immutable and safe for use by many threads.
 *
 * <pre class="code">
 * Outcome&lt;Refund&gt; outcome = Waiting.of(wechatPay, Pace.atMost(Duration.ofMinutes(5))).refund(outRefundNo);
 * </pre>
 *
 * @see ReactiveWaiting
 */
public final class Waiting {

	private final WechatPayClient client;

	private final Pace pace;

	private final Timer timer;

	private final DoubleSupplier chance;

	Waiting(WechatPayClient client, Pace pace, Timer timer, DoubleSupplier chance) {
		this.client = Objects.requireNonNull(client, "client");
		this.pace = Objects.requireNonNull(pace, "pace");
		this.timer = timer;
		this.chance = chance;
	}

	/**
	 * Waits a minute at most: {@link Pace#DEFAULT}.
	 * @param client asks
	 * @return the waiting
	 */
	public static Waiting of(WechatPayClient client) {
		return of(client, Pace.DEFAULT);
	}

	/**
	 * Waits at a pace.
	 * @param client asks
	 * @param pace how often and for how long
	 * @return the waiting
	 */
	public static Waiting of(WechatPayClient client, Pace pace) {
		return new Waiting(client, pace, Timer.REAL, () -> ThreadLocalRandom.current().nextDouble());
	}

	/**
	 * Waits for a refund: {@link FinalStates#isFinal(Refund)}. For a sub-merchant's use
	 * {@link #until}.
	 * @param outRefundNo the refund's number at the merchant
	 * @return the outcome, final or not
	 * @throws io.github.wechatpay4j.WechatPayException if a query fails in a way that
	 * does not pass by itself
	 * @throws IllegalStateException on an event loop: use {@link ReactiveWaiting} there
	 */
	public Outcome<Refund> refund(String outRefundNo) {
		return until(Refunds.queryByOutRefundNo(outRefundNo), FinalStates::isFinal);
	}

	/**
	 * Waits for a transfer: {@link FinalStates#isFinal(TransferBill)}.
	 * @param outBillNo the transfer's number at the merchant
	 * @return the outcome, final or not
	 * @throws io.github.wechatpay4j.WechatPayException if a query fails in a way that
	 * does not pass by itself
	 * @throws IllegalStateException on an event loop: use {@link ReactiveWaiting} there
	 */
	public Outcome<TransferBill> transfer(String outBillNo) {
		return until(Transfers.queryByOutBillNo(outBillNo), FinalStates::isFinal);
	}

	/**
	 * Waits for whatever a query can see.
	 * @param query what to ask, again and again
	 * @param isFinal whether an answer will not change any more, such as
	 * {@code FinalStates::isFinal}; it has to answer {@code false} for states that it
	 * does not know
	 * @param <T> what the platform answers
	 * @return the outcome, final or not
	 * @throws IllegalArgumentException if the request is not a query
	 * @throws io.github.wechatpay4j.WechatPayException if a query fails in a way that
	 * does not pass by itself
	 * @throws IllegalStateException on an event loop: use {@link ReactiveWaiting} there
	 */
	public <T> Outcome<T> until(WechatPayRequest<T> query, Predicate<? super T> isFinal) {
		requireQuery(query);
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException("Waiting blocks and must not be used on the event loop thread '"
					+ Thread.currentThread().getName() + "': use ReactiveWaiting there");
		}
		Course<T> course = new Course<>(this.pace, isFinal, this.chance);
		long start = this.timer.nanoTime();
		while (true) {
			try {
				course.answered(this.client.execute(query));
			}
			catch (WechatPayException ex) {
				course.failed(ex, since(start));
			}
			if (course.isOver(since(start)) || !slept(course.pause(since(start)))) {
				return course.outcome();
			}
		}
	}

	private Duration since(long start) {
		return Duration.ofNanos(this.timer.nanoTime() - start);
	}

	private boolean slept(Duration pause) {
		try {
			this.timer.sleep(pause);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Asking again and again must not do anything again and again. */
	static void requireQuery(WechatPayRequest<?> query) {
		if (query.idempotency() != Idempotency.SAFE) {
			throw new IllegalArgumentException(query.operation().name() + " changes something: pass a query");
		}
	}

}
