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

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;

/**
 * A node in a JVM of its own.
 */
final class NodeProcess implements AutoCloseable {

	private final Process process;

	private final URI address;

	private NodeProcess(Process process, URI address) {
		this.process = process;
		this.address = address;
	}

	/** Starts a node, and returns once it answers. */
	static NodeProcess start(String heap, List<String> properties) throws IOException, InterruptedException {
		int port = freePort();
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap, "-cp",
				System.getProperty("java.class.path"), BenchmarkNode.class.getName(), "--server.port=" + port,
				"--server.address=127.0.0.1", "--spring.main.banner-mode=off", "--logging.level.root=WARN",
				"--management.endpoints.web.exposure.include=metrics", "--wechatpay.mchid=" + TestMerchants.MCHID,
				"--wechatpay.appid=" + TestMerchants.APPID, "--wechatpay.serial-number=" + TestMerchants.SERIAL,
				"--wechatpay.private-key=" + pem("PRIVATE KEY", TestKeys.MERCHANT.getPrivate().getEncoded()),
				"--wechatpay.api-v3-key=" + TestMerchants.API_V3_KEY,
				"--wechatpay.public-key-id=" + PlatformSigner.PUBLIC_KEY_ID,
				"--wechatpay.public-key=" + pem("PUBLIC KEY", TestKeys.PLATFORM.getPublic().getEncoded())));
		properties.forEach((property) -> command.add("--" + property));
		Process process = new ProcessBuilder(command).inheritIO().start();
		URI address = URI.create("http://127.0.0.1:" + port);
		NodeProcess node = new NodeProcess(process, address);
		node.awaitStart();
		return node;
	}

	private static String pem(String label, byte[] content) {
		return "-----BEGIN " + label + "-----" + Base64.getEncoder().encodeToString(content) + "-----END " + label
				+ "-----";
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	URI notifications() {
		return this.address.resolve("/wechatpay/notifications");
	}

	/** The heap in use just now, in MiB. */
	long heap() throws IOException, InterruptedException {
		String answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(this.address.resolve("/actuator/metrics/jvm.memory.used?tag=area:heap"))
				.build(), BodyHandlers.ofString())
			.body();
		String value = answer.replaceAll("(?s).*\"value\":([0-9.E]+).*", "$1");
		return (long) (Double.parseDouble(value) / (1024 * 1024));
	}

	private void awaitStart() throws InterruptedException {
		HttpClient http = HttpClient.newHttpClient();
		while (true) {
			try {
				http.send(HttpRequest.newBuilder(this.address.resolve("/actuator/metrics")).build(),
						BodyHandlers.discarding());
				return;
			}
			catch (IOException ex) {
				if (this.process.waitFor(200, TimeUnit.MILLISECONDS)) {
					throw new IllegalStateException("The node ended with " + this.process.exitValue());
				}
			}
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			this.process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
