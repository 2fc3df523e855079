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

package io.github.wechatpay4j.claim.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.github.wechatpay4j.claim.Claim;
import io.github.wechatpay4j.claim.Claim.State;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A Redis in cluster mode refuses scripts that touch what their keys do not name.
 */
class RedisClusterClaimIntegrationTests {

	private static final int SLOTS = 16384;

	/** The bus of a cluster listens this far above. */
	private static final int BUS = 10000;

	@Test
	void claimsInACluster(@TempDir Path directory) throws IOException {
		int port = freePort();
		RedisServer server = RedisServer.newRedisServer()
			.bind("127.0.0.1")
			.port(port)
			.setting("save \"\"")
			.setting("cluster-enabled yes")
			.setting("cluster-config-file " + directory.resolve("nodes.conf"))
			.build();
		try {
			server.start();
		}
		catch (IOException | RuntimeException ex) {
			Assumptions.abort("Redis cannot be started as a cluster here: " + ex.getMessage());
		}
		try {
			takeAllSlots(port);
			LettuceConnectionFactory cluster = new LettuceConnectionFactory(
					new RedisClusterConfiguration(List.of("127.0.0.1:" + port)));
			cluster.start();
			try {
				claims(new RedisClaimStore(cluster));
			}
			finally {
				cluster.destroy();
			}
		}
		finally {
			server.stop();
		}
	}

	private static void claims(RedisClaimStore store) {
		for (int event = 0; event < 50; event++) {
			String key = "event" + event;
			Claim claim = store.claim(key, Duration.ofMinutes(1));
			assertThat(claim.state()).isEqualTo(State.ACQUIRED);
			store.release(claim);
			assertThat(store.complete(store.claim(key, Duration.ofMinutes(1)))).isTrue();
			assertThat(store.claim(key, Duration.ofMinutes(1)).state()).isEqualTo(State.DONE);
		}
	}

	private static void takeAllSlots(int port) {
		LettuceConnectionFactory node = RedisConnections.to(port);
		try (RedisConnection connection = node.getConnection()) {
			byte[][] all = IntStream.range(-1, SLOTS)
				.mapToObj((slot) -> ((slot < 0) ? "ADDSLOTS" : String.valueOf(slot)).getBytes(StandardCharsets.UTF_8))
				.toArray(byte[][]::new);
			connection.execute("CLUSTER", all);
			await().atMost(Duration.ofSeconds(30)).until(() -> {
				Object info = connection.execute("CLUSTER", "INFO".getBytes(StandardCharsets.UTF_8));
				return new String((byte[]) info, StandardCharsets.UTF_8).contains("cluster_state:ok");
			});
		}
		finally {
			node.destroy();
		}
	}

	private static int freePort() throws IOException {
		for (int port = 20000; port < 65535 - BUS; port += 7) {
			try (ServerSocket one = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
					ServerSocket bus = new ServerSocket(port + BUS, 1, InetAddress.getLoopbackAddress())) {
				assertThat(bus.isBound()).isTrue();
				return one.getLocalPort();
			}
			catch (IOException ex) {
				// Somebody has it
			}
		}
		throw new IOException("no port is free here");
	}

}
