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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.client.WechatPayClients;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A platform behind real HTTP that answers what a test says, signed or not. Knows the
 * time of {@link #clock()}, and so do the clients that it makes.
 */
public final class FakePlatform implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

	public static final String REQUEST_ID = "08F7A5D1-REQUEST-ID";

	private final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort().containerThreads(40));

	private final TestClock clock = new TestClock();

	private final TransportSettings settings;

	private Transport transport;

	public FakePlatform() {
		this(Duration.ofSeconds(5));
	}

	public FakePlatform(Duration responseTimeout) {
		this.settings = TransportSettings.builder().responseTimeout(responseTimeout).maxConnections(20).build();
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		this.server.start();
		this.transport = new Transport(this.settings, (builder) -> {
		});
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.server.resetAll();
		this.clock.set(TestClock.START);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.transport.close();
		this.server.stop();
	}

	public TestClock clock() {
		return this.clock;
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.port();
	}

	public Transport transport() {
		return this.transport;
	}

	public Exchange exchange() {
		return new Exchange(this.transport, URI.create(url()), this.clock);
	}

	public WechatPayClient client(Merchant... merchants) {
		return WechatPayClients.of(exchange(), registry(merchants), this.clock).blocking();
	}

	public ReactiveWechatPayClient reactiveClient(Merchant... merchants) {
		return WechatPayClients.of(exchange(), registry(merchants), this.clock).reactive();
	}

	private static InMemoryMerchantRegistry registry(Merchant... merchants) {
		return new InMemoryMerchantRegistry(
				(merchants.length > 0) ? List.of(merchants) : List.of(TestMerchants.merchant()));
	}

	/** Answers every request the same. */
	public void answers(ResponseDefinitionBuilder answer) {
		answers(WireMock.any(WireMock.anyUrl()), answer);
	}

	public void answers(MappingBuilder request, ResponseDefinitionBuilder answer) {
		this.server.stubFor(request.willReturn(answer));
	}

	/** Answers one request after the other, and all further ones like the last. */
	public void answersInTurn(ResponseDefinitionBuilder... answers) {
		for (int i = 0; i < answers.length; i++) {
			this.server.stubFor(WireMock.any(WireMock.anyUrl())
				.inScenario("turns")
				.whenScenarioStateIs((i == 0) ? Scenario.STARTED : "turn " + i)
				.willSetStateTo("turn " + Math.min(i + 1, answers.length - 1))
				.willReturn(answers[i]));
		}
	}

	public ResponseDefinitionBuilder signed(int status, String body) {
		return signed(status, body, PlatformSigner.publicKey());
	}

	public ResponseDefinitionBuilder signed(int status, String body, PlatformSigner signer) {
		return with(status, body, signer.headers(body.getBytes(StandardCharsets.UTF_8), this.clock.instant()));
	}

	/** An answer with the given headers, a {@code Request-ID} and a JSON content type. */
	public static ResponseDefinitionBuilder with(int status, String body, Map<String, String> headers) {
		ResponseDefinitionBuilder answer = WireMock.aResponse()
			.withStatus(status)
			.withHeader("Request-ID", REQUEST_ID)
			.withHeader("Content-Type", headers.getOrDefault("Content-Type", "application/json; charset=utf-8"));
		headers.forEach((name, value) -> {
			if (!"Content-Type".equals(name)) {
				answer.withHeader(name, value);
			}
		});
		return body.isEmpty() ? answer : answer.withBody(body.getBytes(StandardCharsets.UTF_8));
	}

	public List<LoggedRequest> requests() {
		return this.server.findAll(WireMock.anyRequestedFor(WireMock.anyUrl()));
	}

	/**
	 * Requests, once there are so many: one whose connection breaks is noted after its
	 * sender has seen it break.
	 */
	public List<LoggedRequest> requests(int atLeast) {
		long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (requests().size() < atLeast && System.nanoTime() < deadline) {
			Thread.onSpinWait();
		}
		return requests();
	}

	public LoggedRequest onlyRequest() {
		List<LoggedRequest> requests = requests();
		if (requests.size() != 1) {
			throw new AssertionError("expected one request but there were " + requests.size());
		}
		return requests.get(0);
	}

}
