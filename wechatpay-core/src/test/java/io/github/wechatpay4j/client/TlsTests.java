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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.TlsSettings;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.testing.TlsKeys;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ClientAuth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * TLS, against a server that speaks it.
 */
class TlsTests {

	private static final String BODY = "{\"prepay_id\":\"wx26\"}";

	@TempDir
	static Path directory;

	private static TlsKeys local;

	private static TlsKeys elsewhere;

	private static TlsKeys merchant;

	private final List<String> seen = new CopyOnWriteArrayList<>();

	private DisposableServer server;

	private volatile boolean breaking;

	private volatile int interim;

	@BeforeAll
	static void makeKeys() throws Exception {
		local = TlsKeys.of(directory, "dns:localhost");
		elsewhere = TlsKeys.of(directory, "dns:pay.example");
		merchant = TlsKeys.of(directory, "dns:merchant");
	}

	@AfterEach
	void stop() {
		this.server.disposeNow(Duration.ofSeconds(1));
	}

	@Test
	void sendsNothingToAServerThatNobodyVouchesFor() throws Exception {
		start(local, ClientAuth.NONE, HttpProtocol.HTTP11);
		refused(TransportSettings.builder());
		refused(TransportSettings.builder().tls(TlsSettings.of(null, elsewhere.trust())));
		refused(TransportSettings.builder().http2(true).tls(TlsSettings.of(null, elsewhere.trust())));
	}

	@Test
	void sendsNothingToAServerWithTheCertificateOfAnotherHost() throws Exception {
		start(elsewhere, ClientAuth.NONE, HttpProtocol.HTTP11);
		refused(TransportSettings.builder().tls(TlsSettings.of(null, elsewhere.trust())));
		refused(TransportSettings.builder().http2(true).tls(TlsSettings.of(null, elsewhere.trust())));
	}

	@Test
	void showsItsCertificateToAServerThatAsksForIt() throws Exception {
		start(local, ClientAuth.REQUIRE, HttpProtocol.HTTP11);
		try (Transport transport = transport(
				TransportSettings.builder().tls(TlsSettings.of(merchant.keys(), local.trust())))) {
			assertThat(client(transport).execute(Calls.Prepay.of("x")).prepayId()).isEqualTo("wx26");
		}
	}

	@Test
	void sendsNothingToAServerThatMissesItsCertificate() throws Exception {
		start(local, ClientAuth.REQUIRE, HttpProtocol.HTTP11);
		// In TLS 1.3 the client has gone on by the time the server refuses it
		refused(TransportSettings.builder().tls(new TlsSettings(null, local.trust(), List.of("TLSv1.2"), List.of())));
		try (Transport transport = transport(
				TransportSettings.builder().tls(new TlsSettings(null, local.trust(), List.of("TLSv1.3"), List.of())))) {
			assertThatExceptionOfType(WechatPayException.class)
				.isThrownBy(() -> client(transport).execute(Calls.Prepay.of("x")));
		}
		assertThat(this.seen).isEmpty();
	}

	@Test
	void repeatsNothingByItselfOverHttp2() throws Exception {
		this.breaking = true;
		start(local, ClientAuth.NONE, HttpProtocol.H2, HttpProtocol.HTTP11);
		try (Transport transport = transport(
				TransportSettings.builder().http2(true).tls(TlsSettings.of(null, local.trust())))) {
			TransportException ex = Failures.failure(TransportException.class, true,
					() -> client(transport).execute(Calls.Prepay.of("x")));
			assertThat(ex.phase()).isEqualTo(Phase.EXCHANGING);
		}
		assertThat(this.seen).containsExactly("HTTP/2.0");
	}

	@ParameterizedTest
	@ValueSource(ints = { 100, 102, 103, 199 })
	void waitsThroughInterimAnswersOverHttp2(int status) throws Exception {
		this.interim = status;
		start(local, ClientAuth.NONE, HttpProtocol.H2, HttpProtocol.HTTP11);
		try (Transport transport = transport(
				TransportSettings.builder().http2(true).tls(TlsSettings.of(null, local.trust())))) {
			assertThat(client(transport).execute(Calls.Prepay.of("x")).prepayId()).isEqualTo("wx26");
		}
		assertThat(this.seen).containsExactly("HTTP/2.0");
	}

	@Test
	void speaksOnlyTheVersionsThatAreAllowed() throws Exception {
		start(local, ClientAuth.NONE, HttpProtocol.HTTP11);
		try (Transport transport = transport(TransportSettings.builder()
			.tls(new TlsSettings(null, local.trust(), List.of("TLSv1.2"),
					List.of("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"))))) {
			client(transport).execute(new Calls.Query("1"));
		}
		refused(TransportSettings.builder()
			.tls(new TlsSettings(null, local.trust(), List.of("TLSv1.2"), List.of("TLS_RSA_WITH_AES_128_GCM_SHA256"))));
	}

	@ParameterizedTest
	@CsvSource({ "true, true, HTTP/2.0", "true, false, HTTP/1.1", "false, true, HTTP/1.1" })
	void speaksHttp2WhereBothWantTo(boolean wanted, boolean offered, String spoken) throws Exception {
		HttpProtocol[] protocols = offered ? new HttpProtocol[] { HttpProtocol.H2, HttpProtocol.HTTP11 }
				: new HttpProtocol[] { HttpProtocol.HTTP11 };
		start(local, ClientAuth.NONE, protocols);
		try (Transport transport = transport(
				TransportSettings.builder().http2(wanted).tls(TlsSettings.of(null, local.trust())))) {
			Flux.range(0, 100)
				.flatMap((call) -> clients(transport).reactive().execute(Calls.Prepay.of("x")), 20)
				.blockLast(Duration.ofMinutes(1));
		}
		assertThat(this.seen).hasSize(100).containsOnly(spoken);
	}

	@Test
	void speaksPlainHttpToASimulatorThoughHttp2IsWanted() {
		this.server = answering(HttpServer.create().host("localhost").port(0)).bindNow();
		try (Transport transport = transport(TransportSettings.builder().http2(true))) {
			clients(transport, "http").blocking().execute(Calls.Prepay.of("x"));
		}
		assertThat(this.seen).containsExactly("HTTP/1.1");
	}

	private void refused(TransportSettings.Builder settings) {
		int before = this.seen.size();
		try (Transport transport = transport(settings)) {
			TransportException ex = Failures.failure(TransportException.class, false,
					() -> client(transport).execute(Calls.Prepay.of("x")));
			assertThat(ex.phase()).isEqualTo(Phase.CONNECTING);
			assertThat(ex).hasStackTraceContaining("javax.net.ssl.SSL");
		}
		assertThat(this.seen).hasSize(before);
	}

	private void start(TlsKeys keys, ClientAuth clientAuth, HttpProtocol... protocols) throws Exception {
		boolean http2 = List.of(protocols).contains(HttpProtocol.H2);
		var key = keys.keys();
		var trust = merchant.trust();
		this.server = answering(HttpServer.create().host("localhost").port(0).protocol(protocols).secure((spec) -> {
			if (http2) {
				spec.sslContext(
						(reactor.netty.tcp.SslProvider.GenericSslContextSpec<?>) Http2SslContextSpec.forServer(key)
							.configure((context) -> context.clientAuth(clientAuth).trustManager(trust)));
			}
			else {
				spec.sslContext(
						(reactor.netty.tcp.SslProvider.GenericSslContextSpec<?>) Http11SslContextSpec.forServer(key)
							.configure((context) -> context.clientAuth(clientAuth).trustManager(trust)));
			}
		})).bindNow();
	}

	private HttpServer answering(HttpServer configured) {
		Map<String, String> headers = PlatformSigner.publicKey()
			.headers(BODY.getBytes(StandardCharsets.UTF_8), TestClock.START);
		return configured.handle((request, response) -> {
			this.seen.add(request.version().text());
			if (this.breaking) {
				response.withConnection(
						(stream) -> request.receive().subscribe(null, null, () -> stream.channel().parent().close()));
				return Mono.never();
			}
			if (this.interim != 0) {
				response.withConnection((stream) -> interim(stream.channel().pipeline(), this.interim));
			}
			headers.forEach(response::header);
			return request.receive().then().then(response.sendString(Mono.just(BODY)).then());
		});
	}

	private static void interim(ChannelPipeline stream, int status) {
		stream.context(Http2StreamFrameToHttpObjectCodec.class)
			.writeAndFlush(
					new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status(Integer.toString(status)), false));
	}

	private static Transport transport(TransportSettings.Builder settings) {
		return new Transport(settings.build(), (builder) -> {
		});
	}

	private WechatPayClient client(Transport transport) {
		return clients(transport).blocking();
	}

	private WechatPayClients clients(Transport transport) {
		return clients(transport, "https");
	}

	private WechatPayClients clients(Transport transport, String scheme) {
		return WechatPayClients.of(
				new Exchange(transport, URI.create(scheme + "://localhost:" + this.server.port()), new TestClock()),
				new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), new TestClock());
	}

}
