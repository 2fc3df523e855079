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

package io.github.wechatpay4j.simulator.payment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A refund and its state. Safe for use by many threads.
 */
public final class Refund {

	private final String refundId;

	private final RefundTerms terms;

	private final Order order;

	private final Instant createdAt;

	private @Nullable Instant successAt;

	Refund(String refundId, RefundTerms terms, Order order, Instant now) {
		this.refundId = refundId;
		this.terms = terms;
		this.order = order;
		this.createdAt = now;
	}

	/**
	 * The platform's number.
	 * @return the number
	 */
	public String refundId() {
		return this.refundId;
	}

	/**
	 * What was asked for.
	 * @return the terms
	 */
	public RefundTerms terms() {
		return this.terms;
	}

	/**
	 * The order that is refunded.
	 * @return the order
	 */
	public Order order() {
		return this.order;
	}

	/**
	 * When the refund was asked for.
	 * @return the time
	 */
	public Instant createdAt() {
		return this.createdAt;
	}

	/**
	 * When the money arrived.
	 * @return the time, or {@code null}
	 */
	public synchronized @Nullable Instant successAt() {
		return this.successAt;
	}

	/**
	 * The state.
	 * @return {@code PROCESSING} or {@code SUCCESS}
	 */
	public synchronized String status() {
		return (this.successAt != null) ? "SUCCESS" : "PROCESSING";
	}

	synchronized void succeed(Instant now) {
		this.successAt = now;
	}

	/**
	 * What a refund was asked for with.
	 *
	 * @param outRefundNo the merchant's number
	 * @param amount fen to be refunded
	 * @param total fen of the order
	 * @param reason what the payer is told
	 * @param notifyUrl where to notify
	 * @param request the whole request, to recognise a repetition by
	 */
	public record RefundTerms(String outRefundNo, long amount, long total, String reason, @Nullable String notifyUrl,
			JsonNode request) {
	}

}
