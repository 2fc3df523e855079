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

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Payments in the database: the effect that each notification must have once. Nothing
 * here prevents a second row for an order, so that one would be seen. It is the starter
 * that lets the row and the mark that the notification is done commit together.
 */
@Repository
class PaymentStore {

	private final JdbcClient jdbc;

	private final String node;

	PaymentStore(JdbcClient jdbc, @Value("${cluster.node}") String node) {
		this.jdbc = jdbc;
		this.node = node;
	}

	void record(String orderId, String transactionId, long total) {
		this.jdbc.sql("insert into payment (order_id, transaction_id, total, node) values (?, ?, ?, ?)")
			.params(orderId, transactionId, total, this.node)
			.update();
	}

	/** Somebody has to look at this payment. */
	void alarm(String orderId, String transactionId) {
		this.jdbc.sql("insert into alarm (order_id, transaction_id) values (?, ?)")
			.params(orderId, transactionId)
			.update();
	}

}
