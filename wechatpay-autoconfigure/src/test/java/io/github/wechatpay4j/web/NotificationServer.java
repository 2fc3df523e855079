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

package io.github.wechatpay4j.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Assumptions;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application on a real server, and ways to talk to it that a polite client lacks.
 */
final class NotificationServer implements AutoCloseable {

	static final String PATH = "/wechatpay/notifications";

	private final HttpClient http = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private final URI origin;

	NotificationServer(WebApplicationType type, Class<?> application, String... properties) {
		SpringApplication boot = new SpringApplication(application);
		boot.setWebApplicationType(type);
		// Time enough for what is loaded on a busy machine, unless a test is about time
		String[] all = TestProperties.complete(
				Stream
					.concat(Stream.of("server.port=0", "server.address=127.0.0.1",
							"wechatpay.certificates.shared=false", "wechatpay.notification.answer-within=30s"),
							Stream.of(properties))
					.toArray(String[]::new));
		this.context = boot.run(Stream.of(all).map((each) -> "--" + each).toArray(String[]::new));
		this.origin = URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port"));
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	URI address(String path) {
		return this.origin.resolve(path);
	}

	HttpClient http() {
		return this.http;
	}

	HttpResponse<String> send(SignedNotification notification) throws IOException, InterruptedException {
		return send(PATH, notification);
	}

	HttpResponse<String> send(String path, SignedNotification notification) throws IOException, InterruptedException {
		return this.http.send(notification.to(address(path)), BodyHandlers.ofString());
	}

	/** Sends from another address of this machine, where it has one. */
	int sendFrom(String local, SignedNotification notification) throws IOException {
		return exchange(local, notification.raw(PATH));
	}

	/** Announces a body and sends none: only who does not read it can answer. */
	int announce(String local, String headers) throws IOException {
		return exchange(local, ("POST " + PATH + " HTTP/1.1\r\nHost: shop.example\r\n" + headers + "\r\n")
			.getBytes(StandardCharsets.UTF_8));
	}

	private int exchange(String local, byte[] request) throws IOException {
		try (Socket socket = new Socket()) {
			try {
				socket.bind(new InetSocketAddress(InetAddress.getByName(local), 0));
			}
			catch (BindException ex) {
				Assumptions.abort("this machine has no address " + local);
			}
			socket.setSoTimeout(30_000);
			socket.connect(new InetSocketAddress(this.origin.getHost(), this.origin.getPort()));
			socket.getOutputStream().write(request);
			String status = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
				.readLine();
			return Integer.parseInt(status.split(" ")[1]);
		}
	}

	/** How many notifications have been counted with these tags, whatever the others. */
	long counted(Map<String, String> tags) {
		return this.bean(MeterRegistry.class)
			.find("wechatpay.notification")
			.tags(tags.entrySet()
				.stream()
				.flatMap((tag) -> Stream.of(tag.getKey(), tag.getValue()))
				.toArray(String[]::new))
			.timers()
			.stream()
			.mapToLong(Timer::count)
			.sum();
	}

	long refused(String reason) {
		return counted(Map.of("result", "REJECTED", "reason", reason, "source", "http"));
	}

	@Override
	public void close() {
		this.context.close();
	}

}
