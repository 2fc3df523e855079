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
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A platform that breaks each connection at the same place of its way. Closer to the wire
 * than a fake with whole answers can be.
 */
public final class BreakingPlatform implements AutoCloseable {

	private final ServerSocket server;

	private final Phase phase;

	private final byte[] answer;

	private final AtomicInteger connections = new AtomicInteger();

	private final List<Received> received = new CopyOnWriteArrayList<>();

	public BreakingPlatform(Phase phase, String body) throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.phase = phase;
		this.answer = answer(body);
		Thread thread = new Thread(this::serve, "breaking-platform");
		thread.setDaemon(true);
		thread.start();
	}

	private static byte[] answer(String body) {
		StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
		PlatformSigner.publicKey()
			.headers(body.getBytes(StandardCharsets.UTF_8), TestClock.START)
			.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		head.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
		return head.toString().getBytes(StandardCharsets.UTF_8);
	}

	public int port() {
		return this.server.getLocalPort();
	}

	/** How many connections were begun. */
	public int connections() {
		return this.connections.get();
	}

	/** The requests that arrived as a whole. */
	public List<Received> received() {
		return this.received;
	}

	private void serve() {
		while (!this.server.isClosed()) {
			try (Socket client = this.server.accept()) {
				this.connections.incrementAndGet();
				serve(client);
			}
			catch (IOException ex) {
				// Closed by the test, or by the client in its turn
			}
		}
	}

	private void serve(Socket client) throws IOException {
		InputStream input = new BufferedInputStream(client.getInputStream());
		if (this.phase == Phase.WITHIN_THE_REQUEST) {
			input.read();
		}
		else {
			this.received.add(Received.read(input));
			OutputStream output = client.getOutputStream();
			output.write(this.answer, 0, this.phase.length(this.answer));
			output.flush();
		}
		if (this.phase != Phase.CUT_WITHIN_THE_BODY) {
			// A reset instead of an orderly end
			client.setSoLinger(true, 0);
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	/** Where a connection breaks. */
	public enum Phase {

		WITHIN_THE_REQUEST, BEFORE_THE_ANSWER, WITHIN_THE_STATUS_LINE, WITHIN_THE_HEADERS, BEFORE_THE_BODY,
		WITHIN_THE_BODY, CUT_WITHIN_THE_BODY;

		private int length(byte[] answer) {
			int body = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
			return switch (this) {
				case WITHIN_THE_REQUEST, BEFORE_THE_ANSWER -> 0;
				case WITHIN_THE_STATUS_LINE -> 10;
				case WITHIN_THE_HEADERS -> body / 2;
				case BEFORE_THE_BODY -> body;
				case WITHIN_THE_BODY, CUT_WITHIN_THE_BODY -> body + (answer.length - body) / 2;
			};
		}

	}

	/**
	 * A request.
	 *
	 * @param line its first line
	 * @param authorization how it is signed
	 * @param body its body
	 */
	public record Received(String line, String authorization, String body) {

		static Received read(InputStream input) throws IOException {
			String line = line(input);
			String authorization = "";
			int length = 0;
			for (String header = line(input); !header.isEmpty(); header = line(input)) {
				String value = header.substring(header.indexOf(':') + 1).trim();
				switch (header.substring(0, header.indexOf(':')).toLowerCase()) {
					case "authorization" -> authorization = value;
					case "content-length" -> length = Integer.parseInt(value);
					default -> {
					}
				}
			}
			return new Received(line, authorization, new String(input.readNBytes(length), StandardCharsets.UTF_8));
		}

		private static String line(InputStream input) throws IOException {
			ByteArrayOutputStream line = new ByteArrayOutputStream();
			for (int next = input.read(); next != '\n'; next = input.read()) {
				if (next < 0) {
					throw new IOException("the client has gone");
				}
				line.write(next);
			}
			return line.toString(StandardCharsets.ISO_8859_1).trim();
		}

	}

}
