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

package io.github.wechatpay4j.simulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;

import io.github.wechatpay4j.crypto.SigningMessage;
import io.github.wechatpay4j.simulator.identity.Identities;
import io.github.wechatpay4j.simulator.identity.MerchantIdentity;
import io.github.wechatpay4j.simulator.official.Refusal;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verifies who calls, over the exact bytes, as strictly as the platform does.
 */
final class RequestVerifier {

	private static final long TOLERANCE_SECONDS = 300;

	private static final int SHOWN = 64;

	private final Identities identities;

	private final Clock clock;

	private final ReplayGuard replayGuard;

	RequestVerifier(Identities identities, Clock clock) {
		this.identities = identities;
		this.clock = clock;
		this.replayGuard = new ReplayGuard(clock);
	}

	MerchantIdentity verify(Received request, byte[] signedBody) {
		if (request.header("Accept") == null || request.header("User-Agent") == null) {
			throw Refusal.of(400, "PARAM_ERROR", "Http头缺少Accept或User-Agent");
		}
		Authorization authorization = Authorization.parse(request.header("Authorization"));
		MerchantIdentity merchant = this.identities.find(authorization.mchid())
			.orElseThrow(() -> Authorization.refuse("商户号不存在，请检查Authorization中的mchid"));
		if (!merchant.suite().scheme().equals(authorization.scheme())) {
			throw Authorization.wrongScheme();
		}
		if (!merchant.serialNumber().equals(authorization.serialNumber())) {
			throw Authorization.refuse("商户证书序列号有误，请检查Authorization中的serial_no");
		}
		checkFreshness(authorization.timestamp());
		checkSignature(request, signedBody, authorization, merchant);
		if (!this.replayGuard.isFirstUse(authorization)) {
			throw Authorization.refuse("Authorization中的nonce_str已被使用，请重新生成签名");
		}
		return merchant;
	}

	private void checkFreshness(String timestamp) {
		long seconds;
		try {
			seconds = Long.parseLong(timestamp);
		}
		catch (NumberFormatException ex) {
			throw Authorization.refuse("Authorization中的timestamp不是数字");
		}
		if (Math.abs(this.clock.instant().getEpochSecond() - seconds) > TOLERANCE_SECONDS) {
			throw Authorization.refuse("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟");
		}
	}

	private static void checkSignature(Received request, byte[] signedBody, Authorization authorization,
			MerchantIdentity merchant) {
		byte[] message = SigningMessage.withBody(signedBody, request.method(), request.target(),
				authorization.timestamp(), authorization.nonce());
		byte[] signature;
		try {
			signature = Base64.getDecoder().decode(authorization.signature());
		}
		catch (IllegalArgumentException ex) {
			throw mismatch(request, message);
		}
		if (!merchant.verifier().verify(message, signature)) {
			throw mismatch(request, message);
		}
	}

	private static Refusal mismatch(Received request, byte[] message) {
		String text = new String(message, StandardCharsets.UTF_8);
		ObjectNode detail = JsonNodeFactory.instance.objectNode();
		detail.put("field", "signature");
		detail.put("location", "authorization");
		detail.putObject("detail").put("issue", "sign not match");
		detail.putObject("sign_information")
			.put("method", request.method())
			.put("url", request.target())
			.put("truncated_sign_message", (text.length() > SHOWN) ? text.substring(0, SHOWN) : text)
			.put("sign_message_length", message.length);
		return Refusal.detailed(401, "SIGN_ERROR", "签名错误，请检查后再试", detail);
	}

}
