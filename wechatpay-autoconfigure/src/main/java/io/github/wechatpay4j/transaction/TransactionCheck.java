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

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.CallNotPermittedException.Reason;
import io.github.wechatpay4j.client.CallDecorator;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.Idempotency;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds calls that are not queries and are made inside of a transaction of the caller's.
 * Where such a call fails, or its outcome is unknown, its exception rolls the transaction
 * back: the number with which the call must be repeated is gone, the refund under way.
 * <p>
 * Knows the transactions of Spring: those of the calling thread, and those of the Reactor
 * context. A call from a callback after the commit is left alone. Safe for use by many
 * threads.
 */
public final class TransactionCheck implements CallDecorator {

	private static final Logger logger = LoggerFactory.getLogger(TransactionCheck.class);

	/** Places are few; what grows beyond this is generated code. */
	private static final int MAX_PLACES = 256;

	private final Set<String> reported = ConcurrentHashMap.newKeySet();

	private final LongAdder warned = new LongAdder();

	private final LongAdder refused = new LongAdder();

	private final boolean refusing;

	/**
	 * Creates a check.
	 * @param refusing whether such calls are refused; otherwise a warning is logged once
	 * for each place
	 */
	public TransactionCheck(boolean refusing) {
		this.refusing = refusing;
	}

	@Override
	public <T> Mono<T> decorate(WechatPayRequest<T> request, Merchant merchant, Mono<T> call) {
		if (request.idempotency() == Idempotency.SAFE) {
			return call;
		}
		// Here, and not on subscription: only now is this the caller's thread for certain
		if (TransactionSynchronizationManager.isActualTransactionActive()
				&& TransactionSynchronizationManager.isSynchronizationActive()) {
			return within(request, call);
		}
		return isInReactiveTransaction().flatMap((active) -> active ? within(request, call) : call);
	}

	private static Mono<Boolean> isInReactiveTransaction() {
		return org.springframework.transaction.reactive.TransactionSynchronizationManager.forCurrentTransaction()
			.map((transaction) -> transaction.isActualTransactionActive() && transaction.isSynchronizationActive())
			.onErrorReturn(NoTransactionException.class, false)
			.defaultIfEmpty(false);
	}

	private <T> Mono<T> within(WechatPayRequest<T> request, Mono<T> call) {
		CallSite site = CallSite.find();
		if (site.afterCommit()) {
			return call;
		}
		String operation = request.operation().name();
		if (this.refusing) {
			this.refused.increment();
			return Mono
				.error(new CallNotPermittedException(operation, Reason.IN_TRANSACTION, "it is made" + explain(site)));
		}
		this.warned.increment();
		if (this.reported.size() < MAX_PLACES
				&& this.reported.add(Objects.requireNonNullElse(site.place(), operation))) {
			logger.warn("{} is called{} This place is reported once; wechatpay.client.in-transaction=refuse refuses"
					+ " such calls, allow ends this warning", operation, explain(site));
		}
		return call;
	}

	private static String explain(CallSite site) {
		String place = (site.place() != null) ? " at " + site.place() : "";
		if (site.inHandler()) {
			return " inside of a handler's transaction" + place
					+ ". Where the handler fails, a rollback takes back what"
					+ " it has recorded about the call, but not the call. Record the number and leave the call to"
					+ " something that runs after the commit, or give the handler no surrounding transaction"
					+ " (@WechatPayListener(transactional = false)), record the number, commit, then call.";
		}
		return " inside of a transaction" + place + ". Where the call fails or its outcome is unknown, a rollback takes"
				+ " back the number that it must be repeated with, but not the call. Record the number, commit, then"
				+ " call (see docs/errors.md).";
	}

	/**
	 * How many such calls were made.
	 * @return the number of calls, including those whose place had been reported before
	 */
	public long warned() {
		return this.warned.sum();
	}

	/**
	 * How many such calls were refused.
	 * @return the number of calls
	 */
	public long refused() {
		return this.refused.sum();
	}

}
