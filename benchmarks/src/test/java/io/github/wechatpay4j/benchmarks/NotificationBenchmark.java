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

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * How many notifications a node takes in each mode, and how long its answers take, with
 * database, broker and sender on the same machine.
 */
final class NotificationBenchmark {

	private static final int RATE = 200;

	private static final PrintStream out = System.out;

	private NotificationBenchmark() {
	}

	/** Measures the modes that are named, or all, and a burst into the inbox. */
	public static void main(String[] args) throws Exception {
		List<String> modes = (args.length > 0) ? List.of(args) : List.of("direct", "inbox", "kafka", "burst");
		try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
			JdbcTemplate jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
			jdbc.execute("CREATE TABLE paid (out_trade_no VARCHAR(64), total BIGINT)");
			String url = postgres.getJdbcUrl("postgres", "postgres");
			for (String mode : modes) {
				if ("burst".equals(mode)) {
					burst(url, jdbc);
				}
				else {
					measure(mode, url, jdbc);
				}
			}
		}
	}

	private static void measure(String mode, String url, JdbcTemplate jdbc) throws Exception {
		EmbeddedKafkaKraftBroker broker = null;
		List<String> properties = new ArrayList<>(database(url));
		properties.add("wechatpay.notification.mode=" + mode);
		if ("kafka".equals(mode)) {
			broker = new EmbeddedKafkaKraftBroker(1, 4);
			broker.afterPropertiesSet();
			properties.add("spring.kafka.bootstrap-servers=" + broker.getBrokersAsString());
			properties.add("wechatpay.notification.store=jdbc");
		}
		else if ("inbox".equals(mode)) {
			properties.add("wechatpay.notification.store=jdbc");
		}
		try (NodeProcess node = NodeProcess.start("256m", properties)) {
			Load load = new Load(node.notifications());
			int before = handled(jdbc);
			load.withSenders(Load.notifications(mode + "w", 3000), 16);
			Load.Result steady = load.atRate(Load.notifications(mode + "s", 30 * RATE), RATE);
			Load.Result full = load.withSenders(Load.notifications(mode + "f", 10_000), 32);
			out.printf("%-6s at %d/s: median %.1f ms, 99th percentile %.1f ms, refused %d%n", mode, RATE,
					steady.millis(0.5), steady.millis(0.99), steady.refused());
			out.printf("%-6s 32 senders: %.0f/s, median %.1f ms, 99th percentile %.1f ms, refused %d%n", mode,
					full.perSecond(), full.millis(0.5), full.millis(0.99), full.refused());
			awaitHandled(jdbc, before + 3000 + 30 * RATE + 10_000 - steady.refused() - full.refused());
			out.printf("%-6s all handled%n", mode);
		}
		finally {
			if (broker != null) {
				broker.destroy();
			}
		}
	}

	/** Fifty thousand notifications as fast as they are taken, with a heap of 256 MiB. */
	private static void burst(String url, JdbcTemplate jdbc) throws Exception {
		List<String> properties = new ArrayList<>(database(url));
		properties.add("wechatpay.notification.store=jdbc");
		try (NodeProcess node = NodeProcess.start("256m", properties)) {
			int before = handled(jdbc);
			Load load = new Load(node.notifications());
			int refused = 0;
			long heap = 0;
			long start = System.nanoTime();
			for (int part = 0; part < 10; part++) {
				refused += load.withSenders(Load.notifications("burst" + part + "-", 5000), 64).refused();
				heap = Math.max(heap, node.heap());
			}
			out.printf("burst  50,000 in %.0f s, refused %d, heap in use at most %d MiB of 256%n",
					(System.nanoTime() - start) / 1e9, refused, heap);
			awaitHandled(jdbc, before + 50_000 - refused);
			out.printf("burst  all handled, heap in use %d MiB%n", node.heap());
		}
	}

	private static List<String> database(String url) {
		return List.of("spring.datasource.url=" + url, "spring.datasource.username=postgres",
				"spring.datasource.password=", "spring.datasource.hikari.maximum-pool-size=24",
				"wechatpay.jdbc.initialize-schema=always");
	}

	private static int handled(JdbcTemplate jdbc) {
		return jdbc.queryForObject("SELECT COUNT(*) FROM paid", Integer.class);
	}

	private static void awaitHandled(JdbcTemplate jdbc, int expected) throws InterruptedException {
		for (int i = 0; handled(jdbc) < expected; i++) {
			if (i > 600) {
				throw new IllegalStateException("handled " + handled(jdbc) + " of " + expected);
			}
			Thread.sleep(200);
		}
	}

}
