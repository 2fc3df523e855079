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

package io.github.wechatpay4j.limit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.wechatpay4j.autoconfigure.TestProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Two processes whose calls are counted where they arrive. They ask for far more than the
 * limit, which they share through a real Redis.
 */
class SharedLimitIntegrationTests {

	private static final int RATE = 10;

	private static final Duration WARM_UP = Duration.ofSeconds(3);

	private static final Duration MEASURED = Duration.ofSeconds(20);

	private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

	private final ExecutorService threads = Executors.newFixedThreadPool(4);

	private final List<Process> nodes = new ArrayList<>();

	@TempDir
	private Path directory;

	private HttpServer platform;

	private LocalRedis redis;

	@BeforeEach
	void prepare() throws IOException {
		this.redis = new LocalRedis().start();
		this.platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.platform.createContext("/", this::answer);
		this.platform.setExecutor(this.threads);
		this.platform.start();
	}

	@AfterEach
	void end() throws Exception {
		for (Process node : this.nodes) {
			node.getOutputStream().close();
			if (!node.waitFor(20, TimeUnit.SECONDS)) {
				node.destroyForcibly();
			}
		}
		this.platform.stop(0);
		this.threads.shutdown();
		this.redis.close();
	}

	@Test
	void holdsTheTotalOfTwoNodes() throws Exception {
		Process first = start("first");
		Process second = start("second");
		awaitReady(first);
		awaitReady(second);
		go(first);
		go(second);
		List<Arrival> measured = measure();
		double expected = RATE * (double) MEASURED.toSeconds();
		assertThat((double) measured.size()).isCloseTo(expected, within(expected * 0.05));
		assertThat(measured).extracting(Arrival::node).contains("first", "second");
	}

	/** Time is the arrivals' own: nothing is slept through. */
	private List<Arrival> measure() throws InterruptedException {
		long from = next().nanoTime() + WARM_UP.toNanos();
		List<Arrival> measured = new ArrayList<>();
		for (Arrival arrival = next(); arrival.nanoTime() - from < MEASURED.toNanos(); arrival = next()) {
			if (arrival.nanoTime() - from >= 0) {
				measured.add(arrival);
			}
		}
		return measured;
	}

	private Arrival next() throws InterruptedException {
		Arrival arrival = this.arrivals.poll(1, TimeUnit.MINUTES);
		assertThat(arrival).as("a call arrives").isNotNull();
		return arrival;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		this.arrivals.add(new Arrival(path.substring(path.lastIndexOf('/') + 1), System.nanoTime()));
		byte[] body = "{\"code\":\"ORDER_NOT_EXIST\",\"message\":\"\"}".getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(404, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	private Process start(String name) throws IOException {
		Path arguments = Files.write(this.directory.resolve(name), arguments(name));
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"@" + arguments)
			.redirectErrorStream(true)
			.start();
		this.nodes.add(process);
		return process;
	}

	private static void awaitReady(Process node) throws IOException {
		List<String> seen = new ArrayList<>();
		BufferedReader output = node.inputReader();
		for (String line = output.readLine(); !LimitedNode.READY.equals(line); line = output.readLine()) {
			assertThat(line).as("%s", seen).isNotNull();
			seen.add(line);
		}
	}

	private static void go(Process node) throws IOException {
		OutputStream input = node.getOutputStream();
		input.write('\n');
		input.flush();
	}

	private List<String> arguments(String name) {
		List<String> arguments = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), LimitedNode.class.getName()));
		String[] properties = TestProperties.complete("node=" + name,
				"wechatpay.base-url=http://127.0.0.1:" + this.platform.getAddress().getPort(),
				"wechatpay.limits.shared=true", "wechatpay.limits.redis-timeout=5s",
				"wechatpay.limits.rules.test.products=Transactions", "wechatpay.limits.rules.test.permits=" + RATE,
				"wechatpay.limits.rules.test.max-wait=15s", "wechatpay.http.total-timeout=60s",
				"spring.data.redis.host=127.0.0.1", "spring.data.redis.port=" + this.redis.port());
		Stream.of(properties).map((property) -> "--" + property).forEach(arguments::add);
		return arguments.stream().map((argument) -> "\"" + argument.replace("\\", "\\\\") + "\"").toList();
	}

	/**
	 * A call.
	 *
	 * @param node who made it
	 * @param nanoTime when it arrived
	 */
	private record Arrival(String node, long nanoTime) {
	}

}
