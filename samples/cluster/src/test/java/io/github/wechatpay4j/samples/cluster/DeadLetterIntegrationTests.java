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

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.wechatpay4j.samples.cluster.local.LocalPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A payment that cannot be handled as long as its order is missing.
 */
class DeadLetterIntegrationTests {

	private static final String ORDER = "20261125000001";

	private static final int ATTEMPTS = 3;

	private final Platform platform = new Platform();

	private LocalPostgres postgres;

	private ConfigurableApplicationContext node;

	private JdbcTemplate jdbc;

	private URI url;

	private RestClient deadLetters;

	@BeforeEach
	void start(@TempDir Path directory) {
		this.postgres = new LocalPostgres(directory);
		this.jdbc = new JdbcTemplate(this.postgres.dataSource());
		List<String> properties = new ArrayList<>(Platform.merchant());
		properties.addAll(List.of("spring.profiles.active=inbox", "spring.datasource.url=" + this.postgres.url(),
				"server.address=127.0.0.1", "server.port=0", "wechatpay.notification.inbox.max-attempts=" + ATTEMPTS,
				"wechatpay.notification.inbox.initial-backoff=50ms",
				"wechatpay.notification.inbox.poll-interval=50ms"));
		this.node = new SpringApplicationBuilder(ClusterApplication.class)
			.run(properties.stream().map((property) -> "--" + property).toArray(String[]::new));
		this.url = URI.create("http://127.0.0.1:" + this.node.getEnvironment().getProperty("local.server.port"));
		this.deadLetters = RestClient.create(this.url + "/actuator/wechatpaydeadletters");
	}

	@AfterEach
	void end() {
		if (this.node != null) {
			this.node.close();
		}
		this.postgres.close();
	}

	@Test
	void replaysWhatFailedOnceItsCauseIsGone() throws InterruptedException {
		assertThat(this.platform.send(this.url, ORDER, 1800)).isEqualTo(204);
		awaitAlarm();
		JsonNode deadLetter = list().path("deadLetters").path(0);
		assertThat(deadLetter.path("attempts").asInt()).isEqualTo(ATTEMPTS);
		assertThat(deadLetter.path("eventType").asString()).isEqualTo("TRANSACTION.SUCCESS");
		assertThat(deadLetter.path("lastFailure").asString()).startsWith("HANDLER_FAILED");
		assertThat(deadLetter.toString()).doesNotContain(ORDER, Platform.OPENID);
		assertThat(count("payment")).isZero();

		this.jdbc.update("insert into orders (id, description, total) values (?, 'Tea', 1800)", ORDER);
		assertThat(replay(deadLetter.path("id").asLong()).value()).isEqualTo(204);

		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> count("payment") == 1);
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> list().path("inbox").path("pending").asInt() == 0);
		assertThat(list().path("deadLetters")).isEmpty();
		assertThat(count("payment")).isOne();
		assertThat(count("alarm")).isOne();
	}

	@Test
	void parksAgainWhatStillFails() throws InterruptedException {
		this.platform.send(this.url, ORDER, 1800);
		awaitAlarm();
		long id = list().path("deadLetters").path(0).path("id").asLong();
		assertThat(replay(id).value()).isEqualTo(204);
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> count("alarm") == 2);
		assertThat(list().path("deadLetters").path(0).path("attempts").asInt()).isEqualTo(ATTEMPTS);
	}

	@Test
	void answersNotFoundForWhatIsNoDeadLetter() {
		assertThat(replay(4711).value()).isEqualTo(404);
	}

	/** The method that is told of dead letters writes one. */
	private void awaitAlarm() {
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> count("alarm") == 1);
	}

	private JsonNode list() {
		return this.deadLetters.get().retrieve().body(JsonNode.class);
	}

	private HttpStatusCode replay(long id) {
		return this.deadLetters.post().uri("/{id}", id).exchange((request, response) -> response.getStatusCode());
	}

	private int count(String table) {
		Integer count = this.jdbc.queryForObject("select count(*) from " + table, Integer.class);
		return (count != null) ? count : -1;
	}

}
