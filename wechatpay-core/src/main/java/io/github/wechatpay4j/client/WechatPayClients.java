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

package io.github.wechatpay4j.client;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.merchant.MerchantRegistry;

/**
 * Builds clients for the primary merchant of a registry. Not safe for use by many
 * threads; the clients are.
 */
public final class WechatPayClients {

	private final Exchange exchange;

	private final MerchantRegistry merchants;

	private final Clock clock;

	private final List<CallDecorator> decorators = new ArrayList<>();

	private LongSupplier nanoTime = System::nanoTime;

	private WechatPayClients(Exchange exchange, MerchantRegistry merchants, Clock clock) {
		this.exchange = Objects.requireNonNull(exchange, "exchange");
		this.merchants = Objects.requireNonNull(merchants, "merchants");
		this.clock = Objects.requireNonNull(clock, "clock");
	}

	/**
	 * Starts building.
	 * @param exchange performs the calls
	 * @param merchants the merchants
	 * @param clock tells the time
	 * @return a builder of clients
	 */
	public static WechatPayClients of(Exchange exchange, MerchantRegistry merchants, Clock clock) {
		return new WechatPayClients(exchange, merchants, clock);
	}

	/**
	 * Surrounds every call. The first decorator is the innermost one.
	 * @param decorator surrounds calls
	 * @return this builder
	 */
	public WechatPayClients decorate(CallDecorator decorator) {
		this.decorators.add(Objects.requireNonNull(decorator, "decorator"));
		return this;
	}

	/**
	 * Tries again what may be tried again, around the decorators that were added before
	 * and inside of those that are added after it. Without this nothing is tried again
	 * unless {@link CallOptions} say so.
	 * @param policy how often and when
	 * @return this builder
	 */
	public WechatPayClients retry(RetryPolicy policy) {
		return retry(new Retry(policy));
	}

	WechatPayClients retry(Retry retry) {
		this.decorators.removeIf(Retry.class::isInstance);
		return decorate(retry);
	}

	/** Measures time otherwise than by this machine. */
	WechatPayClients nanoTime(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		return this;
	}

	/**
	 * A client that waits for answers.
	 * @return the client
	 */
	public WechatPayClient blocking() {
		return new DefaultWechatPayClient(calls());
	}

	/**
	 * A client that does not block.
	 * @return the client
	 */
	public ReactiveWechatPayClient reactive() {
		return new DefaultReactiveWechatPayClient(calls());
	}

	private Calls calls() {
		List<CallDecorator> all = new ArrayList<>(this.decorators);
		if (all.stream().noneMatch(Retry.class::isInstance)) {
			all.add(new Retry(RetryPolicy.none()));
		}
		return new Calls(this.exchange, this.merchants, this.clock, this.nanoTime, List.copyOf(all), null,
				CallOptions.none());
	}

}
