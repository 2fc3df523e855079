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

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Orders in the database.
 */
@Repository
class OrderStore {

	private final JdbcClient jdbc;

	OrderStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void create(String id, String description, long total) {
		this.jdbc.sql("insert into orders (id, description, total) values (?, ?, ?)")
			.params(id, description, total)
			.update();
	}

	void setCodeUrl(String id, String codeUrl) {
		this.jdbc.sql("update orders set code_url = ? where id = ?").params(codeUrl, id).update();
	}

	Optional<Order> find(String id) {
		return this.jdbc
			.sql("select id, description, total, code_url,"
					+ " (select count(*) from payment where order_id = orders.id) as payments from orders where id = ?")
			.param(id)
			.query(Order.class)
			.optional();
	}

}
