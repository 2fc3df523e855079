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

package io.github.wechatpay4j;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.client.WechatPayClients;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.NotificationHandlers;
import io.github.wechatpay4j.notification.NotificationOutcome;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.operation.RawRequest;
import io.github.wechatpay4j.delivery.NotificationProcessor;
import io.github.wechatpay4j.testing.Pipelines;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing secret is logged, thrown or printed, even when everything is logged.
 */
class SecretsStayHiddenTests {

	private static final String PAYEE = "GeheimerName张三";

	private static final String ANSWERED = "GeheimeAntwort李四";

	private static final String RAW = "GeheimerRohtext";

	private static final String NOTIFIED = "oGeheimeOpenid";

	private static final List<String> SECRETS = secrets();

	private final List<Object> shown = new ArrayList<>();

	private final TestClock clock = new TestClock();

	private final InMemoryMerchantRegistry merchants = new InMemoryMerchantRegistry(List.of(merchant()));

	private HttpServer server;

	private volatile byte[] answer = {};

	private volatile boolean signed = true;

	private volatile int status = 200;

	private LogCapture log;

	private static List<String> secrets() {
		List<String> secrets = new ArrayList<>(
				List.of(TestMerchants.API_V3_KEY, PAYEE, "GeheimerName", ANSWERED, "GeheimeAntwort", RAW, NOTIFIED));
		RSAPrivateCrtKey key = (RSAPrivateCrtKey) TestKeys.privateKey("merchant-pkcs8.pem");
		String base64 = TestKeys.base64("merchant-pkcs8.pem");
		// The first characters are the same in every key
		secrets.add(base64.substring(100, 140));
		secrets.add(key.getPrivateExponent().toString());
		secrets.add(key.getPrivateExponent().toString(16));
		secrets.add(key.getPrimeP().toString());
		secrets.add(Arrays.toString(TestMerchants.API_V3_KEY.getBytes(StandardCharsets.UTF_8)));
		return secrets;
	}

	private static Merchant merchant() {
		MerchantKey key = MerchantKey.ofPem(TestKeys.text("merchant-pkcs8.pem"));
		return Merchant
			.of(Credentials.of(TestMerchants.MCHID, TestMerchants.SERIAL, key, TestMerchants.API_V3_KEY,
					CryptoSuite.rsa()), PlatformSigner.trust())
			.build();
	}

	@BeforeEach
	void start() throws Exception {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			if (this.signed) {
				PlatformSigner.publicKey()
					.headers(this.answer, TestClock.START)
					.forEach(exchange.getResponseHeaders()::set);
			}
			exchange.sendResponseHeaders(this.status, this.answer.length);
			exchange.getResponseBody().write(this.answer);
			exchange.close();
		});
		this.server.start();
		this.log = new LogCapture();
	}

	@AfterEach
	void stop() {
		this.log.close();
		this.server.stop(0);
	}

	@Test
	void hidesThemInCalls() {
		try (Transport transport = new Transport(TransportSettings.defaults(), (builder) -> {
		})) {
			URI url = URI.create("http://localhost:" + this.server.getAddress().getPort());
			WechatPayClient client = WechatPayClients
				.of(new Exchange(transport, url, this.clock), this.merchants, this.clock)
				.blocking();
			this.answer = utf8("{\"user_name\":\"" + CryptoSuite.rsa()
				.encryptor(TestKeys.certificate("merchant-certificate.pem").getPublicKey())
				.encrypt(ANSWERED) + "\"}");
			Calls.Payee payee = client.execute(new Calls.Transfer("1", PAYEE));
			assertThat(payee.userName()).isEqualTo(ANSWERED);
			this.shown.addAll(List.of(payee, client, transport, client.invocations().jsapi("p", "a")));

			this.answer = utf8("{\"plain\":\"" + ANSWERED + "\"}");
			this.shown.add(client.execute(RawRequest.post("/v3/x", "{\"x\":\"" + RAW + "\"}")));
			this.answer = utf8("{\"user_name\":\"" + ANSWERED + "\"}");
			fails(() -> client.execute(new Calls.Transfer("1", PAYEE)));
			this.answer = utf8("[\"" + ANSWERED + "\"]");
			fails(() -> client.execute(new Calls.Transfer("1", PAYEE)));
			fails(() -> client.execute(new Calls.Transfer("1", PAYEE.repeat(100))));
			fails(() -> client.execute(RawRequest.post("/v3/x", "{\"x\":\"" + RAW + "😀\"}")));
			this.signed = false;
			fails(() -> client.execute(new Calls.Transfer("1", PAYEE)));
			this.status = 500;
			fails(() -> client.execute(new Calls.Transfer("1", PAYEE)));
			this.server.stop(0);
			fails(() -> client.execute(new Calls.Transfer("1", PAYEE)));
		}
		assertThat(this.log.text()).as("there is a log at all").contains("reactor", "localhost");
		assertNothingShows();
	}

	@Test
	void hidesThemInNotifications() {
		List<Notification<JsonNode>> seen = new ArrayList<>();
		NotificationSubscription<JsonNode> subscription = new NotificationSubscription<>(JsonNode.class, List.of("*"),
				(notification) -> {
					seen.add(notification);
					if (seen.size() > 1) {
						throw new IllegalStateException("the application's own words");
					}
				}, "handler");
		NotificationTypes types = new NotificationTypes(List.of());
		NotificationProcessor processor = new Pipelines(this.merchants, this.clock, types)
			.direct(new NotificationHandlers(List.of(subscription), types), new CaffeineClaimStore());
		Delivery first = delivery("EV-1", TestMerchants.API_V3_KEY);
		Delivery forged = delivery("EV-2", TestMerchants.API_V3_KEY);
		forged.headers().put("Wechatpay-Nonce", "other");
		this.shown.addAll(List.of(first.received(), processor, subscription));
		assertThat(processor.process("default", first.received()).outcome()).isEqualTo(NotificationOutcome.HANDLED);
		fails(() -> processor.process("default", delivery("EV-3", TestMerchants.API_V3_KEY).received()));
		fails(() -> processor.process("default", forged.received()));
		fails(() -> processor.process("default", delivery("EV-4", "AnotherMerchantsApiV3KeyOf32Byte").received()));
		fails(() -> processor.process("default", Delivery.signed("[\"" + NOTIFIED + "\"]").received()));
		fails(() -> processor.process("default", Delivery.of("EV-5", "A.B", "x", "not JSON " + NOTIFIED).received()));
		seen.forEach(this.shown::add);
		assertThat(this.log.text()).contains("handler failed on VerifiedNotification[A.B, EV-3, default]");
		assertNothingShows();
	}

	@Test
	void hidesThemInWhatHoldsThem() {
		Merchant merchant = merchant();
		Credentials credentials = merchant.credentials();
		this.shown.addAll(List.of(merchant, credentials, credentials.signer(), credentials.decryptor(),
				credentials.aead(), credentials.suite(), merchant.trust(), this.merchants,
				MerchantKey.ofPem(TestKeys.text("merchant-pkcs8.pem")),
				MerchantKey.ofPkcs12(TestKeys.bytes("merchant.p12"), "1900000001"), RawRequest.post("/v3/x", RAW),
				RawRequest.post("/v3/x", RAW).body(), new Calls.Transfer("1", PAYEE),
				new Calls.Transfer("1", PAYEE).body()));
		fails(() -> CryptoSuite.rsa().aead(TestMerchants.API_V3_KEY + "x"));
		fails(() -> MerchantKey.ofPem(TestKeys.text("merchant-pkcs8.pem").substring(0, 600)));
		assertNothingShows();
	}

	private Delivery delivery(String id, String apiV3Key) {
		return Delivery
			.signed(Delivery.envelope(id, "A.B", "x", "{\"payer\":{\"openid\":\"" + NOTIFIED + "\"}}", apiV3Key));
	}

	private void fails(Runnable call) {
		try {
			call.run();
		}
		catch (RuntimeException ex) {
			StringWriter trace = new StringWriter();
			ex.printStackTrace(new PrintWriter(trace));
			this.shown.add(trace);
			return;
		}
		throw new AssertionError("this should have failed");
	}

	private void assertNothingShows() {
		String text = this.log.text() + "\n" + this.shown;
		assertThat(text).isNotBlank();
		for (String secret : SECRETS) {
			assertThat(text.contains(secret)).as("'%s' shows in: %s", secret, around(text, secret)).isFalse();
			assertThat(text).doesNotContain(Base64.getEncoder().encodeToString(utf8(secret)));
		}
	}

	private static String around(String text, String secret) {
		int at = text.indexOf(secret);
		return (at < 0) ? "" : text.substring(Math.max(0, at - 300), Math.min(text.length(), at + 100));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
