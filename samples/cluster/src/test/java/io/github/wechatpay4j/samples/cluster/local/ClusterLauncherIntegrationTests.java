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

package io.github.wechatpay4j.samples.cluster.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody does who tries the sample, with all servers.
 */
class ClusterLauncherIntegrationTests {

	private static final Pattern NODE = Pattern.compile("node-\\d is process (\\d+)");

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final int port = Ports.free(0, 1, 2, 10);

	private JavaProcess launcher;

	@AfterEach
	void end() {
		this.launcher.close();
	}

	@Test
	void startsAllServersAndEndsThem(@TempDir Path directory) {
		this.launcher = launcher(directory, "kafka").start();
		awaitPayment();
		List<Long> nodes = NODE.matcher(this.launcher.output())
			.results()
			.map((MatchResult found) -> Long.valueOf(found.group(1)))
			.toList();
		List<ProcessHandle> children = this.launcher.children();
		assertThat(children).extracting(ProcessHandle::pid).hasSizeGreaterThanOrEqualTo(3).containsAll(nodes);
		this.launcher.close();
		assertThat(children).noneMatch(ProcessHandle::isAlive);
	}

	@Test
	void takesADatabaseThatRuns(@TempDir Path directory) {
		try (LocalPostgres postgres = new LocalPostgres(directory)) {
			this.launcher = launcher(directory, "inbox").with("CLUSTER_DATABASE_URL", postgres.url()).start();
			awaitPayment();
			assertThat(
					new JdbcTemplate(postgres.dataSource()).queryForObject("select count(*) from payment", Long.class))
				.isOne();
			this.launcher.close();
		}
	}

	private JavaProcess launcher(Path directory, String mode) {
		return new JavaProcess(directory, "launcher", ClusterLauncher.class.getName(),
				List.of("-Xmx192m", "-Djava.io.tmpdir=" + directory, "-Dlogback.configurationFile=logback-server.xml"),
				List.of("--mode=" + mode, "--port=" + this.port));
	}

	/** Makes an order through the proxy, pays it at the simulator, and waits. */
	private void awaitPayment() {
		awaitReady(this.port + 1);
		awaitReady(this.port + 2);
		RestClient shop = RestClient.create("http://127.0.0.1:" + this.port + "/api/orders");
		String order = shop.post()
			.contentType(MediaType.APPLICATION_JSON)
			.body("{\"description\":\"Tea\",\"total\":1800}")
			.retrieve()
			.body(JsonNode.class)
			.path("id")
			.asString();
		RestClient.create("http://127.0.0.1:" + (this.port + 10))
			.post()
			.uri("/_simulator/orders/{id}/pay", order)
			.retrieve()
			.toBodilessEntity();
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> shop.get().uri("/{id}", order).retrieve().body(JsonNode.class).path("payments").asInt() == 1);
	}

	private void awaitReady(int node) {
		RestClient client = RestClient.create("http://127.0.0.1:" + node + "/readyz");
		Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
			assertThat(this.launcher.isAlive()).as("%s", this.launcher.output()).isTrue();
			return client.get().retrieve().toBodilessEntity().getStatusCode().is2xxSuccessful();
		});
	}

}
