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
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;

import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.operation.RawRequest;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.testing.RawPlatform;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What stands in paths and queries (openids, plate numbers, tokens of downloads) is sent
 * as it was signed, and shown by nobody: neither in logs of any level, nor in stack
 * traces, nor in the checkpoints of Reactor.
 */
class HiddenTargetTests {

	private static final String SECRET = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1 101 X\r\n\r\n", "HTTP/1.1 403 X\r\nContent-Length: 0\r\n\r\n",
			"garbage\r\n\r\n", "HTTP/1.1 400 X\r\nContent-Length: 22\r\n\r\n{\"code\":\"PARAM_ERROR\"}",
			"HTTP/1.1 200 X\r\nContent-Length: 2\r\n\r\n{}", "HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\n{}" })
	void showsNoPathAndNoQuery(String answer) throws IOException {
		StringWriter traces = new StringWriter();
		try (LogCapture logs = new LogCapture(); RawPlatform platform = new RawPlatform((connection) -> {
			connection.read();
			connection.write(answer);
		}); Transport transport = new Transport(TransportSettings.defaults(), (builder) -> {
		})) {
			WechatPayClients clients = WechatPayClients
				.of(new Exchange(transport, URI.create(platform.url()), new TestClock()),
						new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), new TestClock())
				.retry(RetryPolicy.defaults().withMaxAttempts(2));
			Calls.Bill bill = new Calls.Bill(platform.url() + "/v3/file?token=" + SECRET, "SHA1", "00");
			fails(traces, () -> clients.blocking().execute(new Calls.Query(SECRET)));
			fails(traces, () -> clients.reactive().execute(new Calls.Query(SECRET)).checkpoint().block());
			fails(traces, () -> clients.blocking().execute(new Calls.Close(SECRET)));
			fails(traces, () -> clients.blocking().execute(RawRequest.get("/v3/users/" + SECRET + "?x=" + SECRET)));
			fails(traces, () -> clients.blocking().download(bill, new ByteArrayOutputStream()));
			fails(traces, () -> clients.reactive().download(bill).blockLast());
			assertThat(platform.received()).hasSizeGreaterThanOrEqualTo(6)
				.allSatisfy((request) -> assertThat(request.line()).contains(SECRET));
			assertThat(logs.text()).contains("reactor.netty", "out_trade_no").doesNotContain(SECRET);
		}
		assertThat(traces.toString()).contains("Calls.query").doesNotContain(SECRET);
	}

	/** With everything that hangs on it. */
	private static void fails(StringWriter traces, ThrowingCallable call) {
		Throwable thrown = catchThrowable(call);
		assertThat(thrown).isNotNull();
		thrown.printStackTrace(new PrintWriter(traces, true));
	}

}
