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

import io.github.wechatpay4j.samples.shop.Order.Status;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Orders in the database. Every change names the states that it starts from, so that
 * notifications may arrive twice, late or in the wrong order.
 */
@Repository
class OrderStore {

	private final JdbcClient jdbc;

	OrderStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void create(String id, String description, long total) {
		this.jdbc.sql("insert into orders (id, description, total, status, created_at) values (?, ?, ?, 'PENDING', ?)")
			.params(id, description, total, Timestamp.from(Instant.now()))
			.update();
	}

	void setCodeUrl(String id, String codeUrl) {
		this.jdbc.sql("update orders set code_url = ? where id = ?").params(codeUrl, id).update();
	}

	Optional<Order> find(String id) {
		return this.jdbc.sql("select id, description, total, status, code_url, transaction_id from orders where id = ?")
			.param(id)
			.query(Order.class)
			.optional();
	}

	/** Money that arrives counts, also for an order that was being closed meanwhile. */
	void markPaid(String id, String transactionId) {
		this.jdbc.sql(
				"update orders set status = 'PAID', transaction_id = ? where id = ? and status in ('PENDING', 'CLOSED')")
			.params(transactionId, id)
			.update();
	}

	void markClosed(String id) {
		move(id, Status.PENDING, Status.CLOSED);
	}

	boolean move(String id, Status from, Status to) {
		return this.jdbc.sql("update orders set status = ? where id = ? and status = ?")
			.params(to.name(), id, from.name())
			.update() > 0;
	}

	List<Order> pendingFor(Duration age) {
		return this.jdbc
			.sql("select id, description, total, status, code_url, transaction_id from orders"
					+ " where status = 'PENDING' and created_at < ?")
			.param(Timestamp.from(Instant.now().minus(age)))
			.query(Order.class)
			.list();
	}

}
