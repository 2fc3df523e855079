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

package io.github.wechatpay4j.rabbit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.github.wechatpay4j.broker.StoredMessage;
import io.github.wechatpay4j.broker.TestBroker;
import org.junit.jupiter.api.Assumptions;

import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;

import static org.awaitility.Awaitility.await;

/**
 * RabbitMQ as it is installed on this machine, if it is: a node of its own, in a
 * directory and on ports of the loopback interface of its own.
 */
public final class LocalRabbit implements TestBroker {

	private static final String QUEUE = "wechatpay-notifications";

	private static final String DEAD_LETTERS = "wechatpay-notifications.dlq";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Path home;

	private final int port = freePort();

	private final Map<String, String> environment = new LinkedHashMap<>();

	private final Process portMapper;

	private Process server;

	public LocalRabbit() throws Exception {
		Path script = script();
		Path epmd = executable("epmd");
		Assumptions.assumeTrue(script != null && epmd != null,
				"Skipped: no rabbitmq-server on this machine (apt-get install rabbitmq-server)");
		this.home = Files.createTempDirectory("wechatpay-rabbit");
		int portMapperPort = freePort();
		String node = "wechatpay" + this.port + "@localhost";
		this.environment.putAll(Map.of("HOME", this.home.toString(), "ERL_EPMD_PORT", Integer.toString(portMapperPort),
				"ERL_EPMD_ADDRESS", "127.0.0.1", "RABBITMQ_NODENAME", node, "RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1",
				"RABBITMQ_NODE_PORT", Integer.toString(this.port), "RABBITMQ_DIST_PORT", Integer.toString(freePort()),
				"RABBITMQ_MNESIA_BASE", this.home.resolve("data").toString(), "RABBITMQ_LOG_BASE",
				this.home.resolve("log").toString()));
		this.environment.put("RABBITMQ_ENABLED_PLUGINS_FILE",
				Files.writeString(this.home.resolve("plugins"), "[].\n").toString());
		this.environment.put("RABBITMQ_PID_FILE", this.home.resolve("pid").toString());
		this.environment.put("RABBITMQ_CONFIG_FILE", this.home.resolve("rabbitmq").toString());
		Files.writeString(this.home.resolve("rabbitmq.conf"),
				"loopback_users.guest = true\ndisk_free_limit.absolute = 1MB\n");
		this.portMapper = process(epmd.toString(), "-port", Integer.toString(portMapperPort));
		start();
	}

	@Override
	public List<String> properties() {
		return List.of("wechatpay.notification.mode=rabbit", "spring.rabbitmq.host=127.0.0.1",
				"spring.rabbitmq.port=" + this.port);
	}

	@Override
	public void stop() throws Exception {
		this.server.destroy();
		if (!this.server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
			this.server.destroyForcibly().waitFor();
		}
	}

	@Override
	public void start() throws Exception {
		this.server = process(script().toString());
		await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
			if (!this.server.isAlive()) {
				throw new IllegalStateException("RabbitMQ ended: " + Files.readString(this.home.resolve("output")));
			}
			try (Connection connection = connect()) {
				return connection.isOpen();
			}
			catch (IOException ex) {
				return false;
			}
		});
	}

	@Override
	public void publish(StoredMessage message) {
		// A test may close all connections just now
		await().ignoreExceptions().until(() -> {
			send(message);
			return true;
		});
	}

	private void send(StoredMessage message) throws Exception {
		try (Connection connection = connect(); Channel channel = connection.createChannel()) {
			channel.confirmSelect();
			channel.basicPublish("", QUEUE,
					new AMQP.BasicProperties.Builder().deliveryMode(2)
						.headers(new LinkedHashMap<>(message.headers()))
						.build(),
					message.body());
			channel.waitForConfirmsOrDie(PATIENCE.toMillis());
		}
	}

	@Override
	public List<StoredMessage> messages() throws Exception {
		return browse(QUEUE);
	}

	@Override
	public List<StoredMessage> deadLetters() throws Exception {
		return browse(DEAD_LETTERS);
	}

	@Override
	public void replay(ApplicationContext application) {
		// What a test has looked at goes back to the queue in the broker's own time
		await().until(() -> application.getBean(RabbitDeadLetters.class).replay() > 0);
	}

	/** Runs rabbitmqctl. */
	public void control(String... command) throws Exception {
		List<String> all = new ArrayList<>(List.of(script().resolveSibling("rabbitmqctl").toString(), "-q"));
		all.addAll(List.of(command));
		Process process = process(all.toArray(String[]::new));
		if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
			throw new IllegalStateException("rabbitmqctl failed: " + Files.readString(this.home.resolve("output")));
		}
	}

	@Override
	public void close() throws Exception {
		try {
			stop();
		}
		finally {
			this.portMapper.destroy();
			this.portMapper.waitFor();
			FileSystemUtils.deleteRecursively(this.home);
		}
	}

	/** What is not acknowledged goes back when the channel is closed. */
	private List<StoredMessage> browse(String queue) throws Exception {
		List<StoredMessage> found = new ArrayList<>();
		try (Connection connection = connect(); Channel channel = connection.createChannel()) {
			for (GetResponse next = channel.basicGet(queue, false); next != null; next = channel.basicGet(queue,
					false)) {
				Map<String, String> headers = new LinkedHashMap<>();
				next.getProps().getHeaders().forEach((name, value) -> headers.put(name, String.valueOf(value)));
				found.add(new StoredMessage("", headers, next.getBody()));
			}
		}
		return found;
	}

	private Connection connect() throws Exception {
		ConnectionFactory factory = new ConnectionFactory();
		factory.setHost("127.0.0.1");
		factory.setPort(this.port);
		return factory.newConnection();
	}

	private Process process(String... command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.home.resolve("output").toFile()));
		builder.environment().putAll(this.environment);
		return builder.start();
	}

	/**
	 * The distribution's own script; what is on the path may be a wrapper that changes
	 * the user.
	 */
	private static Path script() {
		Path unwrapped = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");
		return Files.isExecutable(unwrapped) ? unwrapped : executable("rabbitmq-server");
	}

	private static Path executable(String name) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map((directory) -> Path.of(directory, name))
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(null);
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
