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

package io.github.wechatpay4j.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.wechatpay4j.testing.BreakingPlatform.Received;

/**
 * A platform that writes what a test says, byte by byte: also what no HTTP server would
 * write.
 */
public final class RawPlatform implements AutoCloseable {

	private final ServerSocket server;

	private final Script script;

	private final AtomicInteger connections = new AtomicInteger();

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	public RawPlatform(Script script) throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.script = script;
		Thread thread = new Thread(this::accept, "raw-platform");
		thread.setDaemon(true);
		thread.start();
	}

	/** An answer with this body, signed, as one would expect it. */
	public static String signed(int status, String body) {
		return head(status, body) + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n"
				+ body;
	}

	/** The head of a signed answer, without what says where its body ends. */
	public static String head(int status, String body) {
		StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\n");
		PlatformSigner.publicKey()
			.headers(body.getBytes(StandardCharsets.UTF_8), TestClock.START)
			.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		return head.toString();
	}

	/** An answer with this body, not signed. */
	public static String unsigned(int status, String body) {
		return "HTTP/1.1 " + status + " X\r\nRequest-ID: R-1\r\nContent-Length: "
				+ body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.getLocalPort();
	}

	/** How many connections were begun. */
	public int connections() {
		return this.connections.get();
	}

	/** The requests that arrived as a whole. */
	public List<Received> received() {
		return this.received;
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				socket.setTcpNoDelay(true);
				int number = this.connections.incrementAndGet();
				Thread thread = new Thread(() -> serve(socket, number), "raw-platform-" + number);
				thread.setDaemon(true);
				thread.start();
			}
			catch (IOException ex) {
				// Closed by the test
			}
		}
	}

	private void serve(Socket socket, int number) {
		this.open.add(socket);
		try (socket) {
			this.script.serve(new Connection(number, socket, new BufferedInputStream(socket.getInputStream())));
		}
		catch (IOException ex) {
			// Closed by the client, or by the test
		}
		finally {
			this.open.remove(socket);
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		for (Socket socket : this.open) {
			socket.close();
		}
	}

	/** What happens on one connection. It is closed at the end. */
	@FunctionalInterface
	public interface Script {

		void serve(Connection connection) throws IOException;

	}

	/**
	 * A connection of the client.
	 */
	public final class Connection {

		private final int number;

		private final Socket socket;

		private final InputStream input;

		private Connection(int number, Socket socket, InputStream input) {
			this.number = number;
			this.socket = socket;
			this.input = input;
		}

		/** The first one is 1. */
		public int number() {
			return this.number;
		}

		public Received read() throws IOException {
			Received request = Received.read(this.input);
			RawPlatform.this.received.add(request);
			return request;
		}

		public Connection write(String text) throws IOException {
			return write(text.getBytes(StandardCharsets.UTF_8));
		}

		public Connection write(byte[] bytes) throws IOException {
			this.socket.getOutputStream().write(bytes);
			this.socket.getOutputStream().flush();
			return this;
		}

		public void close() throws IOException {
			this.socket.close();
		}

		/** Lets some time pass, as a network does. */
		public Connection pause(long millis) {
			try {
				Thread.sleep(millis);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return this;
		}

		/** Waits until the client closes the connection, and says whether it did. */
		public boolean awaitClose() throws IOException {
			ByteArrayOutputStream rest = new ByteArrayOutputStream();
			this.input.transferTo(rest);
			return rest.size() == 0;
		}

	}

}
