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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.github.wechatpay4j.samples.cluster.ClusterApplication;
import io.github.wechatpay4j.simulator.SimulatorMerchant;
import io.github.wechatpay4j.simulator.SimulatorSettings;
import io.github.wechatpay4j.simulator.WechatPaySimulator;

/**
 * Starts everything on this machine: the database (unless {@code CLUSTER_DATABASE_URL}
 * says where one is), Kafka in mode {@code kafka} (unless {@code CLUSTER_KAFKA_SERVERS}
 * does), WeChat Pay's simulator, two nodes, and a reverse proxy before them. Ctrl-C ends
 * what was started.
 */
public final class ClusterLauncher implements AutoCloseable {

	private static final int FIRST_NODE = 1;

	private static final int SECOND_NODE = 2;

	private static final int SIMULATOR = 10;

	private final Deque<AutoCloseable> started = new ArrayDeque<>();

	private ClusterLauncher() {
	}

	/**
	 * Starts the cluster.
	 * @param arguments {@code --mode=inbox|kafka} and {@code --port=8080}, the port of
	 * the proxy; the nodes are at the following two, the simulator ten further
	 */
	public static void main(String[] arguments) throws Exception {
		ClusterLauncher launcher = new ClusterLauncher();
		Runtime.getRuntime().addShutdownHook(new Thread(launcher::close, "cluster-stop"));
		launcher.run(argument(arguments, "mode", "inbox"), Integer.parseInt(argument(arguments, "port", "8080")));
		Thread.currentThread().join();
	}

	private static String argument(String[] arguments, String name, String otherwise) {
		for (String argument : arguments) {
			if (argument.startsWith("--" + name + "=")) {
				return argument.substring(name.length() + 3);
			}
		}
		return otherwise;
	}

	private void run(String mode, int port) throws IOException {
		Path directory = Files.createTempDirectory("wechatpay-cluster");
		List<String> properties = new ArrayList<>(List.of("server.address=127.0.0.1", "spring.profiles.active=" + mode,
				"wechatpay.notification.lease=10s", "wechatpay.notification.base-url=http://127.0.0.1:" + port));
		if (System.getenv("CLUSTER_DATABASE_URL") == null) {
			properties.add("spring.datasource.url=" + keep(new LocalPostgres(directory)).url());
		}
		if ("kafka".equals(mode) && System.getenv("CLUSTER_KAFKA_SERVERS") == null) {
			properties.add("spring.kafka.bootstrap-servers=" + keep(new LocalKafka(directory)).servers());
		}
		WechatPaySimulator simulator = keep(
				WechatPaySimulator.start(SimulatorSettings.defaults().withPort(port + SIMULATOR)));
		properties.addAll(merchant(simulator));
		List<URI> nodes = new ArrayList<>();
		for (int i : new int[] { FIRST_NODE, SECOND_NODE }) {
			keep(new RestartedNode("node-" + i, port + i, process(directory, "node-" + i, port + i, properties)));
			nodes.add(URI.create("http://127.0.0.1:" + (port + i)));
		}
		ReverseProxy proxy = keep(new ReverseProxy(port, nodes));
		System.out.printf("""
				The cluster starts in mode '%s':
				  application: %s/api/orders
				  nodes:       %s
				  WeChat Pay:  %s
				  logs:        %s
				""", mode, proxy.url(), nodes, simulator.url(), directory);
	}

	private static JavaProcess process(Path directory, String name, int port, List<String> properties) {
		List<String> arguments = new ArrayList<>(properties);
		arguments.addAll(List.of("server.port=" + port, "cluster.node=" + name));
		return new JavaProcess(directory, name, ClusterApplication.class.getName(), List.of("-Xmx256m"),
				arguments.stream().map((property) -> "--" + property).toList());
	}

	private static List<String> merchant(WechatPaySimulator simulator) {
		SimulatorMerchant merchant = simulator.merchants().get(0);
		return List.of("wechatpay.base-url=" + simulator.url(), "wechatpay.mchid=" + merchant.mchid(),
				"wechatpay.appid=" + merchant.appid(), "wechatpay.serial-number=" + merchant.serialNumber(),
				"wechatpay.private-key=" + inOneLine(merchant.privateKey()),
				"wechatpay.api-v3-key=" + merchant.apiV3Key(), "wechatpay.public-key-id=" + merchant.publicKeyId(),
				"wechatpay.public-key=" + inOneLine(merchant.publicKey()));
	}

	private static String inOneLine(String pem) {
		return pem.replaceAll("\\R", "");
	}

	private <T extends AutoCloseable> T keep(T resource) {
		synchronized (this.started) {
			this.started.push(resource);
		}
		return resource;
	}

	/** Ends what was started, the last first. */
	@Override
	public void close() {
		synchronized (this.started) {
			while (!this.started.isEmpty()) {
				try {
					this.started.pop().close();
				}
				catch (Exception ex) {
					System.err.println("Not ended: " + ex);
				}
			}
		}
	}

}
