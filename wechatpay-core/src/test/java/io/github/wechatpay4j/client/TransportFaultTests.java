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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.crypto.Signer;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestMerchants;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Connections that fail, at every phase.
 */
class TransportFaultTests {

	private static final TransportSettings SETTINGS = TransportSettings.builder()
		.responseTimeout(Duration.ofSeconds(1))
		.build();

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform(Duration.ofMillis(300));

	private final WechatPayClient client = platform.client();

	@ParameterizedTest
	@EnumSource(Fault.class)
	void leavesTheOutcomeOpenWhenTheConnectionBreaks(Fault fault) {
		platform.answers(WireMock.aResponse().withFault(fault));
		fails(this.client, Calls.Prepay.of("x"), Phase.EXCHANGING, true);
		fails(this.client, new Calls.Query("1"), Phase.EXCHANGING, false);
		assertThat(platform.requests(2)).as("one request for each call, no hidden retry").hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	void repeatsNothingOnAConnectionFromThePool(Fault fault) {
		platform.answers(platform.signed(200, "{}"));
		this.client.execute(new Calls.Query("1"));
		platform.answers(WireMock.aResponse().withFault(fault));
		fails(this.client, Calls.Prepay.of("x"), Phase.EXCHANGING, true);
		assertThat(platform.requests(2)).hasSize(2);
	}

	/**
	 * What Linux says of a connection that the server reset: the failure that Reactor
	 * Netty retries by itself (by 1.3 only while no header was sent). NIO words it
	 * differently, so it is raised here.
	 */
	@Test
	void repeatsNothingWhenTheConnectionIsReset() {
		platform.answers(platform.signed(200, "{}"));
		try (Transport resetting = new Transport(SETTINGS, (httpClient) -> httpClient
			.doOnConnected((connection) -> connection.channel().pipeline().addFirst(new ChannelInboundHandlerAdapter() {

				@Override
				public void channelRead(ChannelHandlerContext context, Object message) {
					ReferenceCountUtil.release(message);
					context.fireExceptionCaught(new IOException("Connection reset by peer"));
				}

			})), (builder) -> {
			})) {
			fails(clientOf(resetting, platform.url(), TestMerchants.merchant()), Calls.Prepay.of("x"), Phase.EXCHANGING,
					true);
		}
		assertThat(platform.requests()).hasSize(1);
	}

	@Test
	void leavesTheOutcomeOpenWhenThePlatformIsSilent() {
		platform.answers(platform.signed(200, "{}").withFixedDelay(1500));
		fails(this.client, Calls.Prepay.of("x"), Phase.EXCHANGING, true);
		fails(this.client, new Calls.Query("1"), Phase.EXCHANGING, false);
		assertThat(platform.requests()).hasSize(2);
		assertThatExceptionOfType(TransportException.class).isThrownBy(() -> this.client.execute(new Calls.Query("1")))
			.withMessageContaining("no answer in time (ReadTimeoutException; see wechatpay.http)");
	}

	@Test
	void isPatientWithAReaderThatPausesDuringADownload() throws Exception {
		byte[] bill = "x".repeat(4 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);
		String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bill));
		platform.answers(WireMock.aResponse().withBody(bill));
		PausingStream target = new PausingStream();
		this.client.download(new Calls.Bill(platform.url() + "/v3/billdownload/file?token=a", "SHA1", hash), target);
		assertThat(target.size()).isEqualTo(bill.length);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void leavesTheOutcomeOpenWhenTheBodyIsCutShort(boolean hangs) {
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> response.header("Content-Length", "100")
				.sendString(Mono.just("{\"prepay_id\":\"wx"))
				.then(hangs ? Mono.never() : Mono.error(new IllegalStateException("cut"))))
			.bindNow();
		try {
			fails(clientOf("http://127.0.0.1:" + server.port(), TestMerchants.merchant()), Calls.Prepay.of("x"),
					Phase.EXCHANGING, true);
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void knowsThatNothingWasSentWhenNobodyListens() {
		DisposableServer gone = HttpServer.create().host("127.0.0.1").port(0).bindNow();
		int port = gone.port();
		gone.disposeNow();
		fails(clientOf("http://127.0.0.1:" + port, TestMerchants.merchant()), Calls.Prepay.of("x"), Phase.CONNECTING,
				false);
	}

	@Test
	void knowsThatNothingWasSentWhenTheHostIsUnknown() {
		fails(clientOf("http://no-such-host.invalid", TestMerchants.merchant()), Calls.Prepay.of("x"), Phase.CONNECTING,
				false);
	}

	@Test
	void doesNotTakeAFailingSignerForAFailingConnection() {
		Credentials credentials = TestMerchants.credentials();
		Signer kms = new Signer() {

			@Override
			public String serialNumber() {
				return TestMerchants.SERIAL;
			}

			@Override
			public byte[] sign(byte[] message) {
				throw new IllegalStateException("the KMS is down");
			}

		};
		Merchant merchant = Merchant
			.of(new Credentials(TestMerchants.MCHID, credentials.suite(), kms, credentials.decryptor(),
					credentials.aead()), PlatformSigner.trust())
			.appid(TestMerchants.APPID)
			.build();
		assertThatIllegalStateException().isThrownBy(() -> platform.client(merchant).execute(Calls.Prepay.of("x")))
			.withMessage("the KMS is down");
		assertThat(platform.requests()).isEmpty();
	}

	@Test
	void leavesTheOutcomeOpenWhenTheCallerIsInterrupted() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		DisposableServer server = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			arrived.countDown();
			return Mono.never();
		}).bindNow();
		try {
			WechatPayClient waiting = clientOf("http://127.0.0.1:" + server.port(), TestMerchants.merchant());
			AtomicReference<Throwable> thrown = new AtomicReference<>();
			AtomicReference<Boolean> interrupted = new AtomicReference<>();
			Thread caller = new Thread(() -> {
				thrown.set(catchThrowableOfType(Throwable.class, () -> waiting.execute(Calls.Prepay.of("x"))));
				interrupted.set(Thread.currentThread().isInterrupted());
			});
			caller.start();
			arrived.await();
			caller.interrupt();
			caller.join();
			assertThat(thrown.get()).isInstanceOfSatisfying(OutcomeUnknownException.class, (ex) -> {
				assertThat(ex.operation()).isEqualTo("Calls.prepay");
				assertThat(ex.businessNumber()).isEqualTo(Calls.Prepay.of("x").outTradeNo());
				assertThat(ex).hasCauseInstanceOf(TransportException.class);
			});
			assertThat(interrupted.get()).as("the thread still knows").isTrue();
		}
		finally {
			server.disposeNow();
		}
	}

	private static WechatPayClient clientOf(String url, Merchant merchant) {
		return clientOf(new Transport(SETTINGS, (builder) -> {
		}), url, merchant);
	}

	private static WechatPayClient clientOf(Transport transport, String url, Merchant merchant) {
		return WechatPayClients
			.of(new Exchange(transport, URI.create(url), platform.clock()),
					new InMemoryMerchantRegistry(List.of(merchant)), platform.clock())
			.blocking();
	}

	private static void fails(WechatPayClient client, WechatPayRequest<?> request, Phase phase, boolean unknown) {
		TransportException ex = Failures.failure(TransportException.class, unknown, () -> client.execute(request));
		assertThat(ex.phase()).isEqualTo(phase);
		assertThat(ex).hasMessageStartingWith(request.operation().name() + " failed ");
		assertThat(ex.status()).isZero();
		assertThat(ex.requestId()).isNull();
	}

	/** Pauses once, for longer than the platform may be silent between two requests. */
	private static final class PausingStream extends ByteArrayOutputStream {

		@Override
		public synchronized void write(byte[] bytes, int offset, int length) {
			if (size() == 0) {
				pause();
			}
			super.write(bytes, offset, length);
		}

		private static void pause() {
			try {
				assertThat(new CountDownLatch(1).await(1, TimeUnit.SECONDS)).isFalse();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
