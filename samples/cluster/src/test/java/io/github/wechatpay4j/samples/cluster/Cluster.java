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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.wechatpay4j.samples.cluster.local.LocalPostgres;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two nodes with their database, and what the test knows about orders.
 */
final class Cluster implements AutoCloseable {

	private final List<ClusterNode> nodes = new ArrayList<>();

	private final List<String> orders = new ArrayList<>();

	private final LocalPostgres postgres;

	private final JdbcTemplate jdbc;

	private final Holds holds;

	Cluster(Path directory, LocalPostgres postgres, List<String> properties) throws IOException {
		this.postgres = postgres;
		this.jdbc = new JdbcTemplate(postgres.dataSource());
		this.holds = new Holds(Files.createDirectory(directory.resolve("holds")));
		List<String> all = new ArrayList<>(Platform.merchant());
		all.addAll(properties);
		all.addAll(List.of("spring.datasource.url=" + postgres.url(), "chaos.directory=" + this.holds.directory(),
				"wechatpay.notification.lease=5s", "wechatpay.notification.inbox.poll-interval=200ms",
				"wechatpay.notification.inbox.initial-backoff=200ms", "logging.level.io.github.wechatpay4j=DEBUG"));
		for (String name : List.of("node-1", "node-2")) {
			this.nodes.add(new ClusterNode(directory, name, all));
		}
		// Both at once: they create the schema together
		this.nodes.forEach(ClusterNode::start);
		this.nodes.forEach(ClusterNode::awaitReady);
	}

	List<ClusterNode> nodes() {
		return this.nodes;
	}

	ClusterNode other(ClusterNode node) {
		return this.nodes.get(1 - this.nodes.indexOf(node));
	}

	JdbcTemplate jdbc() {
		return this.jdbc;
	}

	LocalPostgres postgres() {
		return this.postgres;
	}

	Holds holds() {
		return this.holds;
	}

	/** New orders, which nobody has paid. */
	List<String> newOrders(int count) {
		List<String> created = IntStream.range(this.orders.size(), this.orders.size() + count)
			.mapToObj("2026112500%06d"::formatted)
			.toList();
		this.orders.addAll(created);
		this.jdbc.batchUpdate("insert into orders (id, description, total) values (?, 'Tea', ?)",
				created.stream().map((id) -> new Object[] { id, total(id) }).toList());
		return created;
	}

	long total(String orderId) {
		return Platform.total(this.orders.indexOf(orderId));
	}

	/** How many of all orders have their effect. */
	long paidOrders() {
		return count("select count(distinct order_id) from payment");
	}

	/** How many orders there are. */
	long knownOrders() {
		return this.orders.size();
	}

	/** Orders that are not paid exactly once, with the number of their payments. */
	List<String> wrongOrders() {
		return this.jdbc.queryForList("""
				select orders.id || ': ' || count(payment.order_id) from orders
				left join payment on payment.order_id = orders.id
				group by orders.id having count(payment.order_id) <> 1 order by orders.id""", String.class);
	}

	long payments(String orderId) {
		return count("select count(*) from payment where order_id = '" + orderId + "'");
	}

	long count(String query) {
		Long count = this.jdbc.queryForObject(query, Long.class);
		return (count != null) ? count : -1;
	}

	@Override
	public void close() {
		this.nodes.forEach(ClusterNode::close);
	}

}
