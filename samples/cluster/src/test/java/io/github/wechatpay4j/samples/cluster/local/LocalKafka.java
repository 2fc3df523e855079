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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * Kafka from Maven artifacts: one broker in a process of its own, which can be killed and
 * comes back at the same port with the same data.
 */
public final class LocalKafka implements AutoCloseable {

	private static final List<String> OPTIONS = List.of("-Xmx320m", "-Dlogback.configurationFile=logback-server.xml");

	private static final int PATIENCE_SECONDS = 60;

	private final int port = Ports.free();

	private final JavaProcess broker;

	public LocalKafka(Path directory) {
		String configuration = configure(directory);
		JavaProcess format = new JavaProcess(directory, "kafka-format", "kafka.tools.StorageTool", OPTIONS,
				List.of("format", "-t", Uuid.randomUuid().toString(), "-c", configuration));
		if (format.start().await() != 0) {
			throw new IllegalStateException("The storage of Kafka cannot be prepared: " + format.output());
		}
		this.broker = new JavaProcess(directory, "kafka", "kafka.Kafka", OPTIONS, List.of(configuration));
		start();
	}

	private String configure(Path directory) {
		int controller = Ports.free();
		try {
			return Files
				.write(directory.resolve("kafka.properties"), List.of("process.roles=broker,controller", "node.id=1",
						"controller.quorum.voters=1@127.0.0.1:" + controller, "controller.listener.names=CONTROLLER",
						"listeners=PLAINTEXT://127.0.0.1:" + this.port + ",CONTROLLER://127.0.0.1:" + controller,
						"log.dirs=" + directory.resolve("kafka").toString().replace("\\", "/"),
						"offsets.topic.replication.factor=1", "offsets.topic.num.partitions=3",
						"transaction.state.log.replication.factor=1", "transaction.state.log.min.isr=1",
						"share.coordinator.state.topic.replication.factor=1", "share.coordinator.state.topic.min.isr=1",
						"group.initial.rebalance.delay.ms=0"))
				.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Starts it and waits until it answers. */
	public void start() {
		this.broker.start();
		try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers()))) {
			admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("Kafka does not answer: " + this.broker.output(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public void kill() {
		this.broker.kill();
	}

	public String servers() {
		return "127.0.0.1:" + this.port;
	}

	@Override
	public void close() {
		// What it would write on the way out is thrown away
		if (this.broker.isAlive()) {
			this.broker.kill();
		}
	}

}
