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

package io.github.wechatpay4j.samples.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;

/**
 * Notifies as WeChat Pay does. Each sending is encrypted and signed anew, under an id of
 * its own. Safe for use by many threads.
 */
final class Platform {

	/** Part of all payers' openids. */
	static final String OPENID = "oPayerWhoIsNobodysBusiness";

	/** Begins the digits of all amounts. */
	static final String AMOUNT = "73519264";

	/** No answer: nobody there, or gone meanwhile. */
	static final int UNREACHABLE = 0;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final PlatformSigner signer = PlatformSigner.publicKey();

	/** What a node needs to believe this platform. */
	static List<String> merchant() {
		return List.of("wechatpay.mchid=" + TestMerchants.MCHID, "wechatpay.appid=" + TestMerchants.APPID,
				"wechatpay.serial-number=" + TestMerchants.SERIAL,
				"wechatpay.private-key=" + pem("PRIVATE KEY", TestKeys.MERCHANT.getPrivate()),
				"wechatpay.api-v3-key=" + TestMerchants.API_V3_KEY,
				"wechatpay.public-key-id=" + PlatformSigner.PUBLIC_KEY_ID,
				"wechatpay.public-key=" + pem("PUBLIC KEY", TestKeys.PLATFORM.getPublic()));
	}

	private static String pem(String label, Key key) {
		return "-----BEGIN " + label + "-----" + Base64.getEncoder().encodeToString(key.getEncoded()) + "-----END "
				+ label + "-----";
	}

	/** The price of an order. */
	static long total(int number) {
		return Long.parseLong(AMOUNT) * 10_000 + number;
	}

	/**
	 * Tells once that an order was paid.
	 * @return the status of the answer
	 */
	int send(URI node, String orderId, long total) throws InterruptedException {
		byte[] body = Delivery
			.envelope("EV-" + UUID.randomUUID(), "TRANSACTION.SUCCESS", "transaction", transaction(orderId, total),
					TestMerchants.API_V3_KEY)
			.getBytes(StandardCharsets.UTF_8);
		HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve("/wechatpay/notifications"))
			.timeout(Duration.ofSeconds(10))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofByteArray(body));
		this.signer.headers(body, Instant.now()).forEach(request::header);
		try {
			return this.client.send(request.build(), BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return UNREACHABLE;
		}
	}

	private static String transaction(String orderId, long total) {
		return """
				{"mchid":"%s","appid":"%s","out_trade_no":"%s","transaction_id":"42%s","trade_type":"NATIVE",\
				"trade_state":"SUCCESS","trade_state_desc":"paid","bank_type":"OTHERS",\
				"success_time":"2026-11-23T10:34:56+08:00","payer":{"openid":"%s%s"},\
				"amount":{"total":%d,"payer_total":%d,"currency":"CNY","payer_currency":"CNY"}}"""
			.formatted(TestMerchants.MCHID, TestMerchants.APPID, orderId, orderId, OPENID, orderId, total, total);
	}

}
