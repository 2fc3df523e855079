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

package io.github.wechatpay4j.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.client.WechatPayClients;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.crypto.Pem;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.RawRequest;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A merchant's application: core's client, pointed at a simulator.
 */
final class Caller implements AutoCloseable {

	static final JsonMapper JSON = new JsonMapper();

	private final Transport transport;

	private final Exchange exchange;

	private final Merchant merchant;

	private final WechatPayClient client;

	private Caller(URI baseUrl, SimulatorMerchant described, Mode mode, Duration timeout, Duration total, Clock clock) {
		this.transport = new Transport(
				TransportSettings.builder().responseTimeout(timeout).totalTimeout(total).maxConnections(10).build(),
				(builder) -> {
				});
		this.exchange = new Exchange(this.transport, baseUrl, clock);
		CryptoSuite suite = "sm".equals(described.cryptoSuite()) ? CryptoSuite.sm() : CryptoSuite.rsa();
		Credentials credentials = Credentials.of(described.mchid(), described.serialNumber(),
				MerchantKey.ofPem(described.privateKey()), described.apiV3Key(), suite);
		Trust publicKey = Trust
			.publicKey(PlatformKey.ofPublicKey(described.publicKeyId(), Pem.publicKey(described.publicKey()), suite));
		Trust certificates = Trust.certificates(this.exchange.certificateSource(credentials), suite, clock);
		Trust trust = switch (mode) {
			case PUBLIC_KEY -> publicKey;
			case CERTIFICATE -> certificates;
			case BOTH -> Trust.either(publicKey, certificates);
		};
		this.merchant = Merchant.of(credentials, trust).appid(described.appid()).build();
		this.client = WechatPayClients.of(this.exchange, new InMemoryMerchantRegistry(List.of(this.merchant)), clock)
			.blocking();
	}

	static Caller of(WechatPaySimulator simulator) {
		return of(simulator, Mode.PUBLIC_KEY, Duration.ofSeconds(10), Clock.systemUTC());
	}

	static Caller of(WechatPaySimulator simulator, Mode mode, Duration timeout, Clock clock) {
		return of(simulator, mode, timeout, timeout, clock);
	}

	static Caller of(WechatPaySimulator simulator, Mode mode, Duration timeout, Duration total, Clock clock) {
		return new Caller(simulator.url(), simulator.merchants().get(0), mode, timeout, total, clock);
	}

	static Caller of(WechatPaySimulator simulator, SimulatorMerchant merchant) {
		return new Caller(simulator.url(), merchant, Mode.PUBLIC_KEY, Duration.ofSeconds(10), Duration.ofSeconds(10),
				Clock.systemUTC());
	}

	Merchant merchant() {
		return this.merchant;
	}

	WechatPayClient client() {
		return this.client;
	}

	Exchange exchange() {
		return this.exchange;
	}

	String mchid() {
		return this.merchant.mchid();
	}

	List<X509Certificate> certificates() {
		return List.copyOf(this.exchange.certificateSource(this.merchant.credentials()).download().block());
	}

	JsonNode post(String target, String json) {
		byte[] body = this.client.execute(RawRequest.post(target, json)).body();
		return JSON.readTree((body.length == 0) ? "{}".getBytes(StandardCharsets.UTF_8) : body);
	}

	JsonNode get(String target) {
		return JSON.readTree(this.client.execute(RawRequest.get(target)).body());
	}

	JsonNode transaction(String outTradeNo) {
		return get("/v3/pay/transactions/out-trade-no/" + outTradeNo + "?mchid=" + mchid());
	}

	String order(String outTradeNo, long total, String notifyUrl) {
		return """
				{"appid":"%s","mchid":"%s","description":"Coffee","out_trade_no":"%s","notify_url":"%s",
				"attach":"table 7","amount":{"total":%d,"currency":"CNY"},"payer":{"openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"}}"""
			.formatted(this.merchant.appid(), mchid(), outTradeNo, notifyUrl, total);
	}

	JsonNode prepay(String outTradeNo, long total, String notifyUrl) {
		return post("/v3/pay/transactions/jsapi", order(outTradeNo, total, notifyUrl));
	}

	static String refund(String outTradeNo, String outRefundNo, long amount, long total, String notifyUrl) {
		return """
				{"out_trade_no":"%s","out_refund_no":"%s","reason":"Cold","notify_url":"%s",
				"amount":{"refund":%d,"total":%d,"currency":"CNY"}}""".formatted(outTradeNo, outRefundNo, notifyUrl,
				amount, total);
	}

	@Override
	public void close() {
		this.transport.close();
	}

	/** What the application believes. */
	enum Mode {

		PUBLIC_KEY, CERTIFICATE, BOTH

	}

}
