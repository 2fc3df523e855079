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

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Surprise;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.RawPlatform;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever comes over a connection that is not exactly one answer to the request: it is
 * neither a "no" nor an answer, and the next call has another connection.
 */
class SurprisingConnectionTests {

	private static final String FIRST = RawPlatform.signed(200, "{\"refund_id\":\"FIRST\"}");

	private static final String OTHER = RawPlatform.signed(200, "{\"refund_id\":\"OTHER\"}");

	private static final String SECOND = RawPlatform.signed(200, "{\"refund_id\":\"SECOND\"}");

	private static final String HTML = "<html>blocked</html>";

	private volatile Runnable beforeSending = () -> {
	};

	private final List<Surprise> surprises = new CopyOnWriteArrayList<>();

	/** One connection, so that the next call waits for that of the last. */
	private final Transport transport = new Transport(TransportSettings.builder().maxConnections(1).build(),
			(client) -> client.doOnRequest((request, connection) -> this.beforeSending.run()), (builder) -> {
			}, this.surprises::add);

	@AfterEach
	void close() {
		this.transport.close();
	}

	static Stream<Arguments> surprises() {
		String body = "{\"refund_id\":\"FIRST\"}";
		String head = RawPlatform.head(200, body);
		String length = "Content-Length: " + body.length() + "\r\n";
		String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n";
		return Stream.of(Arguments.of("101", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n" + FIRST),
				Arguments.of("101 after 103",
						"HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"),
				Arguments.of("a second answer", FIRST + OTHER), Arguments.of("another answer first", OTHER + FIRST),
				Arguments.of("a second interim answer", FIRST + "HTTP/1.1 103 Early Hints\r\n\r\n"),
				Arguments.of("one byte more", FIRST + "x"), Arguments.of("a line more", FIRST + "\r\n"),
				Arguments.of("the beginning of another answer", FIRST + "HTTP/1.1 2"),
				Arguments.of("a known no and more", RawPlatform.unsigned(400, "{\"code\":\"PARAM_ERROR\"}") + "x"),
				Arguments.of("length and chunks",
						head + length + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n"),
				Arguments.of("two lengths", head + length + length + "\r\n" + body),
				Arguments.of("two different lengths", head + length + "Content-Length: 3\r\n\r\n" + body),
				Arguments.of("a length with a sign", head + "Content-Length: +" + body.length() + "\r\n\r\n" + body),
				Arguments.of("a negative length", head + "Content-Length: -1\r\n\r\n" + body),
				Arguments.of("a list of lengths",
						head + "Content-Length: " + body.length() + ", " + body.length() + "\r\n\r\n" + body),
				Arguments.of("a length of no use", head + "Content-Length: many\r\n\r\n" + body),
				Arguments.of("a huge length", head + "Content-Length: 99999999999\r\n\r\n" + body),
				Arguments.of("another coding", head + "Transfer-Encoding: gzip, chunked\r\n\r\n" + chunk + "0\r\n\r\n"),
				Arguments.of("chunked twice",
						head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk
								+ "0\r\n\r\n"),
				Arguments.of("chunks of HTTP/1.0",
						head.replace("HTTP/1.1", "HTTP/1.0") + "Transfer-Encoding: chunked\r\n\r\n" + chunk
								+ "0\r\n\r\n"),
				Arguments.of("a chunk size in another form",
						head + "Transfer-Encoding: chunked\r\n\r\n0x" + chunk + "0\r\n\r\n"),
				Arguments.of("a chunk without its end",
						head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.stripTrailing() + "0\r\n\r\n"),
				Arguments.of("an oversized chunk", head + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n" + body),
				Arguments.of("bytes after the last chunk",
						head + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n" + OTHER),
				Arguments.of("a 204 with a body", RawPlatform.head(204, "") + "Content-Length: 5\r\n\r\nhello"),
				Arguments.of("a 204 with chunks",
						RawPlatform.head(204, "") + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
				Arguments.of("a 204 followed by a body", RawPlatform.head(204, "") + "\r\nhello"),
				Arguments.of("an interim answer with a body",
						"HTTP/1.1 103 X\r\nContent-Length: 5\r\n\r\nhello" + FIRST),
				Arguments.of("bare line feeds", FIRST.replace("\r\n", "\n")),
				Arguments.of("a continued header", head + "A: b\r\n c\r\n" + length + "\r\n" + body),
				Arguments.of("a blank before the colon", head + "A : b\r\n" + length + "\r\n" + body),
				Arguments.of("a header without a colon", head + "A\r\n" + length + "\r\n" + body),
				Arguments.of("a control character", head + "A: \u0000\r\n" + length + "\r\n" + body),
				Arguments.of("endless headers",
						head + ("A: " + "a".repeat(1000) + "\r\n").repeat(20) + length + "\r\n"),
				Arguments.of("another protocol", FIRST.replace("HTTP/1.1", "HTTP/3.0")),
				Arguments.of("a status of two digits", FIRST.replace(" 200 ", " 20 ")),
				Arguments.of("no HTTP", "SSH-2.0-OpenSSH_9.6\r\n\r\n\r\n"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("surprises")
	void leaveTheOutcomeUnknownAndTheConnectionUnused(String name, String surprise) throws IOException {
		try (RawPlatform platform = new RawPlatform((connection) -> {
			connection.read();
			if (connection.number() == 1) {
				connection.write(surprise);
				connection.awaitClose();
			}
			connection.write(SECOND);
		})) {
			WechatPayClient client = client(platform);
			TransportException ex = Failures.failure(TransportException.class, true,
					() -> client.execute(new Calls.Refund("1")));
			assertThat(ex.phase()).isEqualTo(TransportException.Phase.EXCHANGING);
			assertThat(client.execute(new Calls.Refund("2")).refundId()).isEqualTo("SECOND");
			assertThat(platform.connections()).isEqualTo(2);
			assertThat(this.surprises).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", "HTTP/1.1 102 Processing\r\n\r\n",
			"HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 199 X\r\n\r\n", "HTTP/1.1 103\r\n\r\n",
			"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" })
	void waitThroughInterimAnswers(String interim) throws IOException {
		try (RawPlatform platform = new RawPlatform((connection) -> {
			for (int i = 0; i < 3; i++) {
				connection.read();
				connection.write(interim).pause((i == 0) ? 300 : 0).write((i == 0) ? FIRST : SECOND);
			}
			connection.awaitClose();
		})) {
			WechatPayClient client = client(platform);
			assertThat(client.execute(new Calls.Refund("1")).refundId()).isEqualTo("FIRST");
			assertThat(client.execute(new Calls.Refund("2")).refundId()).isEqualTo("SECOND");
			assertThat(platform.connections()).as("nothing was wrong with it").isOne();
		}
	}

	@Test
	void understandAnswersHoweverTheyAreCut() throws IOException {
		String body = "{\"refund_id\":\"SECOND\"}";
		String chunked = RawPlatform.head(200, body) + "Transfer-Encoding: chunked\r\n\r\n" + "5;x=y\r\n"
				+ body.substring(0, 5) + "\r\n" + Integer.toHexString(body.length() - 5) + "\r\n" + body.substring(5)
				+ "\r\n0\r\nTrailer: x\r\n\r\n";
		try (RawPlatform platform = new RawPlatform((connection) -> {
			for (String answer : List.of("HTTP/1.1 103 X\r\n\r\n" + FIRST, chunked)) {
				connection.read();
				for (char next : answer.toCharArray()) {
					connection.write(String.valueOf(next));
				}
			}
			connection.read();
			connection.write(RawPlatform.head(200, body) + "Connection: close\r\n\r\n" + body);
		})) {
			WechatPayClient client = client(platform);
			assertThat(client.execute(new Calls.Refund("1")).refundId()).isEqualTo("FIRST");
			assertThat(client.execute(new Calls.Refund("2")).refundId()).isEqualTo("SECOND");
			assertThat(client.execute(new Calls.Refund("3")).refundId()).isEqualTo("SECOND");
			assertThat(platform.connections()).isOne();
			assertThat(this.surprises).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "\r\n", "HTTP/1.1 103 X\r\n\r\n", "stray", "HTTP/1.1 408 Request Timeout\r\n\r\n" })
	void closeAConnectionThatSpeaksWhileNobodyListens(String stray) throws Exception {
		CountDownLatch answered = new CountDownLatch(1);
		CountDownLatch closed = new CountDownLatch(1);
		try (RawPlatform platform = new RawPlatform((connection) -> {
			connection.read();
			if (connection.number() > 1) {
				connection.write(SECOND);
				return;
			}
			connection.write(FIRST);
			await(answered);
			connection.write(stray.equals("stray") ? OTHER : stray).awaitClose();
			closed.countDown();
		})) {
			WechatPayClient client = client(platform);
			assertThat(client.execute(new Calls.Refund("1")).refundId()).isEqualTo("FIRST");
			answered.countDown();
			await(closed);
			assertThat(client.execute(new Calls.Refund("2")).refundId()).isEqualTo("SECOND");
			assertThat(platform.connections()).isEqualTo(2);
			assertThat(this.surprises).containsExactly(Surprise.IDLE);
		}
	}

	@Test
	void seeWhatWasThereBeforeTheRequestWasWritten() throws IOException {
		AtomicBoolean quiet = new AtomicBoolean(true);
		this.beforeSending = () -> {
			while (!quiet.get()) {
				Thread.onSpinWait();
			}
		};
		try (RawPlatform platform = new RawPlatform((connection) -> {
			while (true) {
				String number = connection.read().body().replaceAll("\\D", "");
				quiet.set(false);
				// Right behind each answer comes one that nobody has asked for
				connection.write(RawPlatform.signed(200, "{\"refund_id\":\"" + number + "\"}"));
				connection.write(OTHER);
				quiet.set(true);
			}
		})) {
			WechatPayClient client = client(platform);
			for (int i = 0; i < 300; i++) {
				String number = String.valueOf(i);
				try {
					assertThat(client.execute(new Calls.Refund(number)).refundId()).isEqualTo(number);
				}
				catch (OutcomeUnknownException ex) {
					// Both answers were there when the first one was looked at
				}
			}
			assertThat(platform.connections()).isGreaterThanOrEqualTo(300);
		}
	}

	@Test
	void sendNothingToAServerThatSpeaksFirst() throws IOException {
		Semaphore spoken = new Semaphore(0);
		this.beforeSending = spoken::acquireUninterruptibly;
		try (RawPlatform platform = new RawPlatform((connection) -> {
			connection.write(OTHER);
			spoken.release();
			connection.awaitClose();
		})) {
			TransportException ex = Failures.failure(TransportException.class, false,
					() -> client(platform).execute(new Calls.Refund("1")));
			assertThat(ex.phase()).isEqualTo(TransportException.Phase.CONNECTING);
			assertThat(platform.received()).isEmpty();
			assertThat(this.surprises).isNotEmpty().containsOnly(Surprise.EARLY);
		}
	}

	@Test
	void replaceAConnectionThatWasClosedInThePool() throws Exception {
		Semaphore closed = new Semaphore(0);
		Semaphore used = new Semaphore(0);
		try (RawPlatform platform = new RawPlatform((connection) -> {
			connection.read();
			connection.write((connection.number() == 1) ? FIRST : SECOND);
			used.acquireUninterruptibly();
			connection.close();
			closed.release();
		})) {
			WechatPayClient client = client(platform);
			assertThat(client.execute(new Calls.Refund("1")).refundId()).isEqualTo("FIRST");
			// Closed when the connection was chosen, and before anything was written to
			// it
			this.beforeSending = () -> {
				this.beforeSending = () -> {
				};
				used.release();
				closed.acquireUninterruptibly();
			};
			assertThat(client.execute(new Calls.Refund("2")).refundId()).isEqualTo("SECOND");
			assertThat(platform.connections()).isEqualTo(2);
			assertThat(this.surprises).isEmpty();
		}
	}

	static Stream<Arguments> refusedAnswers() {
		String forged = RawPlatform.signed(200, "{\"refund_id\":\"FORGED\"}").replace("FORGED", "CHANGE");
		return Stream.of(Arguments.of("a wrong signature", forged),
				Arguments.of("no signature", RawPlatform.unsigned(200, "{\"refund_id\":\"X\"}")),
				Arguments.of("no JSON", RawPlatform.signed(200, "[1")),
				Arguments.of("a firewall's page", RawPlatform.unsigned(403, HTML)),
				Arguments.of("a redirection", RawPlatform.unsigned(302, "")),
				Arguments.of("an empty 400", RawPlatform.unsigned(400, "")),
				Arguments.of("a code that is a number", RawPlatform.unsigned(400, "{\"code\":1}")),
				Arguments.of("a code that is null", RawPlatform.unsigned(400, "{\"code\":null}")),
				Arguments.of("an empty code", RawPlatform.unsigned(400, "{\"code\":\"\"}")),
				Arguments.of("a list", RawPlatform.unsigned(400, "[{\"code\":\"PARAM_ERROR\"}]")),
				Arguments.of("a text", RawPlatform.unsigned(400, "\"PARAM_ERROR\"")),
				Arguments.of("half an error", RawPlatform.unsigned(400, "{\"code\":\"PARAM_ERROR\"")),
				Arguments.of("an odd status", RawPlatform.unsigned(600, "{\"code\":\"PARAM_ERROR\"}")),
				Arguments.of("an error that was changed",
						RawPlatform.signed(400, "{\"code\":\"PARAM_ERROR\"}").replace("PARAM", "OTHER")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("refusedAnswers")
	void keepNoConnectionWhoseAnswerWasRefused(String name, String refused) throws IOException {
		try (RawPlatform platform = new RawPlatform((connection) -> {
			connection.read();
			connection.write((connection.number() == 1) ? refused : SECOND);
			connection.awaitClose();
		})) {
			WechatPayClient client = client(platform);
			Failures.failure(WechatPayException.class, true, () -> client.execute(new Calls.Refund("1")));
			assertThat(client.execute(new Calls.Refund("2")).refundId()).isEqualTo("SECOND");
			assertThat(platform.connections()).isEqualTo(2);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 409, 422, 499 })
	void keepTheConnectionOfAKnownNo(int status) throws IOException {
		try (RawPlatform platform = new RawPlatform((connection) -> {
			connection.read();
			connection.write(RawPlatform.unsigned(status, "{\"code\":\"PARAM_ERROR\"}"));
			connection.read();
			connection.write(RawPlatform.signed(status, "{\"code\":\"PARAM_ERROR\"}"));
			connection.awaitClose();
		})) {
			WechatPayClient client = client(platform);
			for (int i = 0; i < 2; i++) {
				ApiException no = Failures.failure(ApiException.class, false,
						() -> client.execute(new Calls.Refund("1")));
				assertThat(no.code()).isEqualTo("PARAM_ERROR");
				assertThat(no.isQueryNeeded()).as("the number is not free").isTrue();
				assertThat(no).hasMessageContaining("keep the business number");
			}
			assertThat(platform.connections()).isOne();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private WechatPayClient client(RawPlatform platform) {
		return WechatPayClients
			.of(new Exchange(this.transport, URI.create(platform.url()), new TestClock()),
					new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), new TestClock())
			.blocking();
	}

}
