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

package io.github.wechatpay4j.web;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestMerchants;

/**
 * A notification as WeChat Pay sends it.
 *
 * @param headers its headers, which may be changed
 * @param body its body
 */
record SignedNotification(Map<String, String> headers, byte[] body) {

	static SignedNotification paid(String outTradeNo) {
		return paid(outTradeNo, TestMerchants.MCHID);
	}

	static SignedNotification paid(String outTradeNo, String mchid) {
		return of("TRANSACTION.SUCCESS", "transaction", """
				{"mchid":"%s","appid":"wx","out_trade_no":"%s","transaction_id":"42%s","trade_type":"NATIVE",\
				"trade_state":"SUCCESS","trade_state_desc":"paid","bank_type":"OTHERS",\
				"success_time":"2026-11-23T10:34:56+08:00","payer":{"openid":"secret-openid"},\
				"amount":{"total":1800,"payer_total":1800,"currency":"CNY","payer_currency":"CNY"}}""".formatted(mchid,
				outTradeNo, outTradeNo));
	}

	static SignedNotification refunded(String outRefundNo) {
		return of("REFUND.SUCCESS", "refund", """
				{"mchid":"%s","out_trade_no":"1","transaction_id":"421","out_refund_no":"%s","refund_id":"501",\
				"refund_status":"SUCCESS","amount":{"total":1800,"refund":900,"payer_total":1800,"payer_refund":900}}"""
			.formatted(TestMerchants.MCHID, outRefundNo));
	}

	static SignedNotification of(String event, String originalType, String resource) {
		byte[] nonce = "abcdefghijkl".getBytes(StandardCharsets.UTF_8);
		byte[] cipherText = TestMerchants.credentials()
			.aead()
			.encrypt(nonce, originalType.getBytes(StandardCharsets.UTF_8), resource.getBytes(StandardCharsets.UTF_8));
		// Blanks and order that no serializer of ours would write: the raw bytes count
		return signed("""
				{ "id":"EV-1", "create_time":"2026-11-23T10:34:57+08:00","resource_type":"encrypt-resource" ,
				"event_type":"%s","summary":"\u652f\u4ed8\\u6210\\u529f","unknown":[1,{}],
				"resource":{"original_type":"%s","algorithm":"AEAD_AES_256_GCM","ciphertext":"%s",\
				"associated_data":"%s","nonce":"abcdefghijkl"}}"""
			.formatted(event, originalType, Base64.getEncoder().encodeToString(cipherText), originalType)
			.getBytes(StandardCharsets.UTF_8));
	}

	static SignedNotification signed(byte[] body) {
		return signed(body, Instant.now());
	}

	static SignedNotification signed(byte[] body, Instant time) {
		return new SignedNotification(PlatformSigner.publicKey().headers(body, time), body);
	}

	SignedNotification with(String header, String value) {
		this.headers.put(header, value);
		return this;
	}

	SignedNotification without(String header) {
		this.headers.remove(header);
		return this;
	}

	/** The request as bytes, for a sender that behaves badly. */
	byte[] raw(String path) {
		StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: shop.example\r\n");
		this.headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		head.append("Content-Type: application/json\r\nContent-Length: " + this.body.length + "\r\n\r\n");
		byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
		byte[] whole = Arrays.copyOf(start, start.length + this.body.length);
		System.arraycopy(this.body, 0, whole, start.length, this.body.length);
		return whole;
	}

	HttpRequest to(URI address) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(this.body));
		this.headers.forEach(request::header);
		return request.build();
	}

}
