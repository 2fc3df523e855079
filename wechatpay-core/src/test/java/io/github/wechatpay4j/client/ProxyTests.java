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

package io.github.wechatpay4j.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.HostState;
import io.github.wechatpay4j.exchange.ProxySettings;
import io.github.wechatpay4j.exchange.TlsSettings;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.testing.TlsKeys;
import io.github.wechatpay4j.trust.TrustListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Through a proxy that knows every host as this machine.
 */
class ProxyTests {

	private static final String AUTHORIZATION = "Proxy-Authorization: basic "
			+ Base64.getEncoder().encodeToString("shop:geheim".getBytes(StandardCharsets.UTF_8));

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private ServerSocket proxy;

	/** Where the proxy connects to, if not to the platform. */
	private volatile int target;

	@BeforeEach
	void start() throws IOException {
		this.proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		daemon(() -> {
			while (true) {
				Socket client = this.proxy.accept();
				daemon(() -> serve(client));
			}
		});
	}

	@AfterEach
	void stop() throws IOException {
		this.proxy.close();
	}

	@Test
	void goesThroughTheProxy() {
		platform.answers(platform.signed(200, "{}"));
		try (Transport transport = transport("shop", "geheim", List.of())) {
			client(transport, "http://pay.example").execute(new Calls.Query("1"));
		}
		assertThat(platform.onlyRequest().getHost()).isEqualTo("pay.example");
		assertThat(this.asked).hasSize(1).first().asString().startsWith("CONNECT pay.example:80 ");
	}

	@Test
	void knowsThatNothingWasSentWhenTheProxyRefuses() {
		try (Transport transport = transport("shop", "falsch", List.of())) {
			TransportException ex = Failures.failure(TransportException.class, false,
					() -> client(transport, "http://pay.example").execute(new Calls.Close("1")));
			assertThat(ex.phase()).isEqualTo(Phase.CONNECTING);
			assertThat(ex).hasMessageContaining("407");
			assertThat(ex.toString()).doesNotContain("falsch");
		}
		assertThat(platform.requests()).isEmpty();
	}

	@Test
	void knowsThatNothingWasSentWhenNeitherTheProxyNorTheBackupCanBeReached() throws IOException {
		int closed;
		try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			closed = nobody.getLocalPort();
		}
		try (Transport transport = transport("shop", "falsch", List.of("127.0.0.1"))) {
			Exchange exchange = new Exchange(transport, URI.create("http://pay.example"),
					List.of(URI.create("http://127.0.0.1:" + closed)), platform.clock(), TrustListener.none());
			TransportException ex = Failures.failure(TransportException.class, false,
					() -> client(exchange).execute(new Calls.Close("1")));
			assertThat(ex.phase()).isEqualTo(Phase.CONNECTING);
			assertThat(exchange.hosts()).extracting(HostState::failures).containsExactly(1, 1);
		}
	}

	@Test
	void speaksTlsThroughTheProxyWithNobodyButWechatPay(@TempDir Path directory) throws Exception {
		TlsKeys host = TlsKeys.of(directory, "dns:pay.example");
		TlsKeys stranger = TlsKeys.of(directory, "dns:pay.example");
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(host.keys().getKeyManagers(), null, null);
		try (ServerSocket server = context.getServerSocketFactory()
			.createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			this.target = server.getLocalPort();
			daemon(() -> answerOnce(server));
			try (Transport transport = transport(TlsSettings.of(null, stranger.trust()))) {
				TransportException ex = Failures.failure(TransportException.class, false,
						() -> client(transport, "https://pay.example").execute(new Calls.Close("1")));
				assertThat(ex.phase()).isEqualTo(Phase.CONNECTING);
			}
			try (Transport transport = transport(TlsSettings.of(null, host.trust()))) {
				client(transport, "https://pay.example").execute(new Calls.Close("1"));
			}
		}
		assertThat(this.asked).hasSize(2).allMatch((line) -> line.startsWith("CONNECT pay.example:443 "));
	}

	@Test
	void goesAroundTheProxyWhereToldTo() {
		platform.answers(platform.signed(200, "{}"));
		try (Transport transport = transport("shop", "geheim", List.of("*.internal", "127.0.*"))) {
			client(transport, platform.url()).execute(new Calls.Query("1"));
		}
		assertThat(platform.requests()).hasSize(1);
		assertThat(this.asked).isEmpty();
	}

	@Test
	void doesNotShowThePassword() {
		assertThat(new ProxySettings(ProxySettings.Type.SOCKS5, "proxy", 1080, "shop", "geheim", List.of()))
			.hasToString("ProxySettings[SOCKS5 proxy:1080]");
	}

	/** Whoever asks over TLS; others fail before they have asked. */
	private static void answerOnce(ServerSocket server) throws IOException {
		String signed = PlatformSigner.publicKey()
			.headers(new byte[0], platform.clock().instant())
			.entrySet()
			.stream()
			.map((header) -> header.getKey() + ": " + header.getValue() + "\r\n")
			.collect(Collectors.joining());
		while (true) {
			try (Socket client = server.accept()) {
				if (client.getInputStream().read() >= 0) {
					write(client, "HTTP/1.1 204 No Content\r\n" + signed + "\r\n");
				}
			}
			catch (SSLException ex) {
				// The handshake failed, as it was meant to
			}
		}
	}

	private Transport transport(TlsSettings tls) {
		return new Transport(TransportSettings.builder()
			.proxy(new ProxySettings(ProxySettings.Type.HTTP, "127.0.0.1", this.proxy.getLocalPort(), "shop", "geheim",
					List.of()))
			.tls(tls)
			.build(), (builder) -> {
			});
	}

	private Transport transport(String user, String password, List<String> nonProxyHosts) {
		ProxySettings settings = new ProxySettings(ProxySettings.Type.HTTP, "127.0.0.1", this.proxy.getLocalPort(),
				user, password, nonProxyHosts);
		return new Transport(TransportSettings.builder().proxy(settings).build(), (builder) -> {
		});
	}

	private static WechatPayClient client(Transport transport, String url) {
		return client(new Exchange(transport, URI.create(url), platform.clock()));
	}

	private static WechatPayClient client(Exchange exchange) {
		return WechatPayClients
			.of(exchange, new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), platform.clock())
			.blocking();
	}

	private void serve(Socket client) throws IOException {
		try (client) {
			BufferedReader reader = new BufferedReader(
					new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
			String first = reader.readLine();
			boolean authorized = false;
			for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
				authorized |= line.equalsIgnoreCase(AUTHORIZATION);
			}
			this.asked.add(first);
			if (!authorized) {
				write(client, "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
				return;
			}
			try (Socket target = new Socket("127.0.0.1",
					(this.target > 0) ? this.target : URI.create(platform.url()).getPort())) {
				write(client, "HTTP/1.1 200 OK\r\n\r\n");
				daemon(() -> copy(target, client));
				copy(client, target);
			}
		}
	}

	private static void write(Socket client, String text) throws IOException {
		client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static void copy(Socket from, Socket to) throws IOException {
		InputStream input = from.getInputStream();
		byte[] piece = new byte[8192];
		for (int count = input.read(piece); count >= 0; count = input.read(piece)) {
			to.getOutputStream().write(piece, 0, count);
		}
	}

	private static void daemon(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// The test is over, or one side has closed
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	/** What a thread does. */
	private interface Work {

		void run() throws IOException;

	}

}
