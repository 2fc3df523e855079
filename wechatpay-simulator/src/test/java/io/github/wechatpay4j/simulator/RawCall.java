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

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.wechatpay4j.crypto.SigningMessage;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.Nonce;
import tools.jackson.databind.JsonNode;

/**
 * A request written by hand onto a socket, so that anything about it can be wrong.
 */
final class RawCall {

	final Map<String, String> headers = new LinkedHashMap<>();

	String method = "POST";

	String target = "/v3/pay/transactions/native";

	String body = "{}";

	String signedBody;

	String signedTarget;

	String scheme = "WECHATPAY2-SHA256-RSA2048";

	String mchid;

	String serialNumber;

	String timestamp = Long.toString(Instant.now().getEpochSecond());

	String nonce = Nonce.next();

	String signature;

	private final Merchant merchant;

	RawCall(Merchant merchant) {
		this.merchant = merchant;
		this.mchid = merchant.mchid();
		this.serialNumber = merchant.credentials().signer().serialNumber();
		this.headers.put("Accept", "application/json");
		this.headers.put("User-Agent", "tests");
		this.headers.put("Content-Type", "application/json");
	}

	RawCall get(String target) {
		this.method = "GET";
		this.target = target;
		this.body = "";
		return this;
	}

	Answer send(URI url) throws IOException {
		if (!this.headers.containsKey("Authorization")) {
			this.headers.put("Authorization", authorization());
		}
		byte[] content = this.body.getBytes(StandardCharsets.UTF_8);
		StringBuilder head = new StringBuilder(this.method + " " + this.target + " HTTP/1.1\r\nHost: "
				+ url.getAuthority() + "\r\nConnection: close\r\nContent-Length: " + content.length + "\r\n");
		this.headers.forEach((name, value) -> {
			if (!value.isEmpty()) {
				head.append(name).append(": ").append(value).append("\r\n");
			}
		});
		try (Socket socket = new Socket(url.getHost(), url.getPort())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().write(content);
			socket.getOutputStream().flush();
			return Answer.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	private String authorization() {
		byte[] message = SigningMessage.withBody(
				((this.signedBody != null) ? this.signedBody : this.body).getBytes(StandardCharsets.UTF_8), this.method,
				(this.signedTarget != null) ? this.signedTarget : this.target, this.timestamp, this.nonce);
		String signed = (this.signature != null) ? this.signature
				: Base64.getEncoder().encodeToString(this.merchant.credentials().signer().sign(message));
		return "%s mchid=\"%s\",nonce_str=\"%s\",signature=\"%s\",timestamp=\"%s\",serial_no=\"%s\""
			.formatted(this.scheme, this.mchid, this.nonce, signed, this.timestamp, this.serialNumber);
	}

	record Answer(int status, Map<String, String> headers, String body) {

		static Answer parse(String text) {
			int end = text.indexOf("\r\n\r\n");
			String[] lines = text.substring(0, end).split("\r\n");
			Map<String, String> headers = new LinkedHashMap<>();
			for (int i = 1; i < lines.length; i++) {
				int colon = lines[i].indexOf(':');
				headers.put(lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
						lines[i].substring(colon + 1).trim());
			}
			return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
		}

		JsonNode json() {
			return Caller.JSON.readTree(this.body);
		}

		String code() {
			return json().path("code").stringValue();
		}

	}

}
