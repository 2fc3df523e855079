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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.wechatpay4j.samples.cluster.local.JavaProcess;
import io.github.wechatpay4j.samples.cluster.local.Ports;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A node in a process of its own.
 */
final class ClusterNode implements AutoCloseable {

	private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private final URI url;

	private final JavaProcess process;

	ClusterNode(Path directory, String name, List<String> properties) {
		int port = Ports.free();
		this.url = URI.create("http://127.0.0.1:" + port);
		List<String> arguments = new ArrayList<>(properties);
		arguments.addAll(List.of("server.address=127.0.0.1", "server.port=" + port, "cluster.node=" + name));
		this.process = new JavaProcess(directory, name, ChaosNode.class.getName(), List.of("-Xmx192m"),
				arguments.stream().map((property) -> "--" + property).toList());
	}

	void start() {
		this.process.start();
	}

	/** {@code kill -9}. */
	void kill() {
		this.process.kill();
	}

	void awaitReady() {
		Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100)).until(() -> {
			assertThat(this.process.isAlive()).as("%s", this.process.output()).isTrue();
			return isReady();
		});
	}

	private boolean isReady() throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.url.resolve("/readyz"))
			.timeout(Duration.ofSeconds(5))
			.build();
		try {
			return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	URI url() {
		return this.url;
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	long pid() {
		return this.process.pid();
	}

	String output() {
		return this.process.output();
	}

	@Override
	public void close() {
		this.process.close();
	}

	@Override
	public String toString() {
		return this.process.toString();
	}

}
