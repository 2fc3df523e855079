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
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClientState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Time that runs out in the moment in which the connection stands.
 */
class LateConnectionTests {

	private final CountDownLatch told = new CountDownLatch(1);

	@Test
	void sendsNothingAnyMoreAfterSayingThatNothingWasSent() throws Exception {
		TransportSettings settings = TransportSettings.builder().totalTimeout(Duration.ofMillis(500)).build();
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				Transport transport = new Transport(settings,
						(httpClient) -> httpClient.observe((connection, state) -> hold(state)), (builder) -> {
						})) {
			CompletableFuture<Integer> received = CompletableFuture.supplyAsync(() -> received(server));
			TransportException ex = Failures.failure(TransportException.class, false,
					() -> client(transport, server.getLocalPort()).execute(Calls.Prepay.of("x")));
			assertThat(ex.phase()).isEqualTo(Phase.CONNECTING);
			this.told.countDown();
			assertThat(received.get()).as("bytes").isZero();
		}
	}

	private static WechatPayClient client(Transport transport, int port) {
		return WechatPayClients
			.of(new Exchange(transport, URI.create("http://127.0.0.1:" + port), new TestClock()),
					new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), new TestClock())
			.blocking();
	}

	/** The last moment before the request is written. */
	private void hold(Object state) {
		if (state == HttpClientState.REQUEST_PREPARED) {
			try {
				this.told.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	/** What arrives before the other side closes. */
	private static int received(ServerSocket server) {
		int count = 0;
		try (Socket client = server.accept()) {
			InputStream input = client.getInputStream();
			while (input.read() >= 0) {
				count++;
			}
		}
		catch (IOException ex) {
			// A reset says as well that nothing follows
		}
		return count;
	}

}
