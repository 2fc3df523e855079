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
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.FileSettings;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.RawPlatform;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Downloads that end before their end: nobody goes on waiting for them, no connection and
 * no file is left.
 */
class GivenUpDownloadTests {

	private static final String HEAD = "HTTP/1.1 200 X\r\nContent-Length: 1000000\r\n\r\n";

	@TempDir
	Path directory;

	private final CountDownLatch began = new CountDownLatch(1);

	private final CountDownLatch closed = new CountDownLatch(1);

	private final RawPlatform platform = new RawPlatform((connection) -> {
		if (connection.read().line().contains("/bill")) {
			connection.write(HEAD + "x".repeat(1000));
			this.began.countDown();
			connection.awaitClose();
			this.closed.countDown();
		}
		else {
			connection.write(RawPlatform.signed(200, "{\"out_trade_no\":\"1\"}"));
		}
	});

	private Transport transport = transport((settings) -> {
	});

	GivenUpDownloadTests() throws IOException {
	}

	@AfterEach
	void close() throws IOException {
		this.transport.close();
		this.platform.close();
	}

	@Test
	void endsWhenThePlatformFallsSilent() throws Exception {
		this.transport = transport((settings) -> settings.responseTimeout(Duration.ofMillis(200)));
		late(client());
	}

	@Test
	void endsWhenTheTimeIsOver() throws Exception {
		this.transport = transport((settings) -> settings.totalTimeout(Duration.ofMillis(200)));
		late(client());
	}

	@Test
	void endsWhenTheTimeOfFilesIsOver() throws Exception {
		this.transport = transport((settings) -> settings
			.files(new FileSettings(1, Duration.ofMillis(200), DataSize.ofMegabytes(1), DataSize.ofMegabytes(1))));
		late(client());
	}

	@Test
	void endsWhenTheTimeOfTheCallIsOver() throws Exception {
		late(client().with(CallOptions.totalTimeout(Duration.ofMillis(200))));
	}

	private void late(WechatPayClient client) throws Exception {
		assertThatExceptionOfType(TransportException.class)
			.isThrownBy(() -> client.download(bill(), this.directory.resolve("bill.csv")))
			.withMessageContaining("no answer in time");
		assertGone();
	}

	@Test
	void endsWhenItsThreadIsInterrupted() throws Exception {
		CompletableFuture<Throwable> ended = new CompletableFuture<>();
		Thread reader = new Thread(() -> {
			try {
				client().download(bill(), this.directory.resolve("bill.csv"));
			}
			catch (RuntimeException ex) {
				ended.complete(Thread.currentThread().isInterrupted() ? ex : null);
			}
		});
		reader.start();
		assertThat(this.began.await(30, TimeUnit.SECONDS)).isTrue();
		reader.interrupt();
		assertThat(ended.get(30, TimeUnit.SECONDS)).isInstanceOf(TransportException.class)
			.hasRootCauseInstanceOf(InterruptedException.class);
		reader.join(30_000);
		assertThat(reader.isAlive()).as("spins or waits").isFalse();
		assertGone();
	}

	@Test
	void endsWhenItIsCancelled() throws Exception {
		cancelled(reactive().download(bill(), this.directory.resolve("bill.csv")).subscribe());
	}

	@Test
	void endsWhenItsPiecesAreCancelled() throws Exception {
		cancelled(reactive().download(bill()).subscribe(DataBufferUtils::release));
	}

	private void cancelled(Disposable download) throws Exception {
		assertThat(this.began.await(30, TimeUnit.SECONDS)).isTrue();
		download.dispose();
		assertGone();
	}

	@Test
	void endsWhenItsTargetFails() throws Exception {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> client().download(bill(), new OutputStream() {

				@Override
				public void write(int one) {
					throw new IllegalStateException("mine");
				}

			}));
		assertGone();
	}

	@Test
	void keepsNoCallWaiting() throws Exception {
		this.transport = transport((settings) -> settings.maxConnections(1)
			.files(new FileSettings(1, null, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1))));
		Disposable download = reactive().download(bill()).subscribe(DataBufferUtils::release);
		assertThat(this.began.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(client().execute(new Calls.Query("1")).outTradeNo()).isEqualTo("1");
		cancelled(download);
	}

	@Test
	void refusesWhatIsTooLarge() throws Exception {
		ByteArrayOutputStream bomb = new ByteArrayOutputStream();
		try (GZIPOutputStream compressed = new GZIPOutputStream(bomb)) {
			compressed.write(new byte[1_000_000]);
		}
		this.transport = transport((settings) -> settings
			.files(new FileSettings(1, null, DataSize.ofBytes(20_000), DataSize.ofBytes(10_000))));
		byte[] content = bomb.toByteArray();
		try (RawPlatform large = new RawPlatform((connection) -> {
			boolean zipped = connection.read().line().contains("zip");
			byte[] body = zipped ? content : new byte[20_001];
			connection.write("HTTP/1.1 200 X\r\nContent-Length: " + body.length + "\r\n\r\n");
			connection.write(body);
		})) {
			refused(large, "/zip", "wechatpay.http.files.max-decompressed");
			this.transport = transport((settings) -> settings
				.files(new FileSettings(1, null, DataSize.ofBytes(20_000), DataSize.ofBytes(100_000))));
			refused(large, "/bill", "wechatpay.http.files.max-received");
		}
		assertThat(this.directory).isEmptyDirectory();
	}

	private void refused(RawPlatform large, String path, String property) {
		WechatPayClient client = WechatPayClients.of(exchange(large), merchants(), new TestClock()).blocking();
		assertThatExceptionOfType(UnreadableResponseException.class)
			.isThrownBy(() -> client.download(new Calls.Bill(large.url() + path, "SHA1", "00"),
					this.directory.resolve("bill.csv")))
			.withMessageContaining(property);
	}

	private void assertGone() throws InterruptedException {
		assertThat(this.closed.await(30, TimeUnit.SECONDS)).as("the connection is closed").isTrue();
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
		while (this.directory.toFile().list().length > 0 && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		assertThat(this.directory).isEmptyDirectory();
	}

	private Calls.Bill bill() {
		return new Calls.Bill(this.platform.url() + "/bill?token=secret", "SHA1", "00");
	}

	private WechatPayClient client() {
		return WechatPayClients.of(exchange(this.platform), merchants(), new TestClock()).blocking();
	}

	private ReactiveWechatPayClient reactive() {
		return WechatPayClients.of(exchange(this.platform), merchants(), new TestClock()).reactive();
	}

	private Exchange exchange(RawPlatform platform) {
		return new Exchange(this.transport, URI.create(platform.url()), new TestClock());
	}

	private static InMemoryMerchantRegistry merchants() {
		return new InMemoryMerchantRegistry(List.of(TestMerchants.merchant()));
	}

	private static Transport transport(Consumer<TransportSettings.Builder> change) {
		TransportSettings.Builder settings = TransportSettings.builder();
		change.accept(settings);
		return new Transport(settings.build(), (builder) -> {
		});
	}

}
