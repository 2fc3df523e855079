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

package io.github.wechatpay4j.samples.shop;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refunds in the database. A refund is written down before WeChat Pay hears of it: its
 * number is what makes a repetition the same refund.
 */
@Repository
class RefundStore {

	private final JdbcClient jdbc;

	RefundStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Writes a refund down if the order is paid and enough of it is left. */
	@Transactional
	boolean reserve(String outRefundNo, String orderId, long amount, String reason) {
		Optional<Long> total = this.jdbc
			.sql("select total from orders where id = ? and status in ('PAID', 'REFUNDING', 'REFUNDED') for update")
			.param(orderId)
			.query(Long.class)
			.optional();
		long refunded = this.jdbc
			.sql("select coalesce(sum(amount), 0) from refunds where order_id = ? and status <> 'FAILED'")
			.param(orderId)
			.query(Long.class)
			.single();
		if (total.isEmpty() || amount > total.get() - refunded) {
			return false;
		}
		this.jdbc.sql(
				"insert into refunds (id, order_id, amount, reason, status, created_at) values (?, ?, ?, ?, 'PROCESSING', ?)")
			.params(outRefundNo, orderId, amount, reason, Timestamp.from(Instant.now()))
			.update();
		updateOrder(orderId);
		return true;
	}

	/** Ends a refund. That it arrived counts whatever was known before. */
	@Transactional
	void finish(String outRefundNo, Outcome outcome) {
		String from = (outcome == Outcome.SUCCESS) ? "status <> 'SUCCESS'" : "status = 'PROCESSING'";
		this.jdbc.sql("update refunds set status = ? where id = ? and " + from)
			.params(outcome.name(), outRefundNo)
			.update();
		this.jdbc.sql("select order_id from refunds where id = ?")
			.param(outRefundNo)
			.query(String.class)
			.optional()
			.ifPresent(this::updateOrder);
	}

	/** The order's state follows from its refunds. */
	private void updateOrder(String orderId) {
		this.jdbc
			.sql("""
					update orders set status = case
						when exists (select 1 from refunds where order_id = orders.id and status in ('PROCESSING', 'ABNORMAL')) then 'REFUNDING'
						when exists (select 1 from refunds where order_id = orders.id and status = 'SUCCESS') then 'REFUNDED'
						else 'PAID' end
					where id = ? and status in ('PAID', 'REFUNDING', 'REFUNDED')""")
			.param(orderId)
			.update();
	}

	Optional<Refund> find(String outRefundNo) {
		return this.jdbc.sql("select id, order_id, amount, reason from refunds where id = ?")
			.param(outRefundNo)
			.query(Refund.class)
			.optional();
	}

	List<Refund> processingFor(Duration age) {
		return this.jdbc
			.sql("select id, order_id, amount, reason from refunds where status = 'PROCESSING' and created_at < ?")
			.param(Timestamp.from(Instant.now().minus(age)))
			.query(Refund.class)
			.list();
	}

	/**
	 * How a refund can end.
	 */
	enum Outcome {

		/** The money has arrived. */
		SUCCESS,

		/** WeChat Pay did not do it. */
		FAILED,

		/** WeChat Pay accepted it, and somebody has to see to it. */
		ABNORMAL

	}

	/**
	 * A refund.
	 *
	 * @param id its number, which is also WeChat Pay's {@code out_refund_no}
	 * @param orderId the order
	 * @param amount the amount in fen
	 * @param reason why
	 */
	record Refund(String id, String orderId, long amount, String reason) {
	}

}
