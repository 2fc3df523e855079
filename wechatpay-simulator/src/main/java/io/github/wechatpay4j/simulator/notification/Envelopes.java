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

package io.github.wechatpay4j.simulator.notification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import io.github.wechatpay4j.simulator.identity.MerchantIdentity;
import io.github.wechatpay4j.simulator.official.Notice;
import io.github.wechatpay4j.simulator.official.Numbers;
import io.github.wechatpay4j.simulator.official.OfficialTime;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts what a merchant is to be notified of into the official envelope, encrypted.
 */
final class Envelopes {

	private static final int NONCE_LENGTH = 12;

	private final JsonMapper mapper = new JsonMapper();

	private final Numbers numbers;

	Envelopes(Numbers numbers) {
		this.numbers = numbers;
	}

	byte[] seal(String id, Notice notice, MerchantIdentity merchant, Instant now) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("id", id);
		json.put("create_time", OfficialTime.rfc3339(now));
		json.put("resource_type", "encrypt-resource");
		json.put("event_type", notice.eventType());
		json.put("summary", notice.summary());
		String nonce = this.numbers.letters(NONCE_LENGTH);
		byte[] plainText = this.mapper.writeValueAsBytes(notice.resource());
		byte[] cipherText = merchant.aead().encrypt(bytes(nonce), bytes(notice.originalType()), plainText);
		json.putObject("resource")
			.put("original_type", notice.originalType())
			.put("algorithm", merchant.suite().aeadAlgorithm())
			.put("ciphertext", Base64.getEncoder().encodeToString(cipherText))
			.put("associated_data", notice.originalType())
			.put("nonce", nonce);
		return this.mapper.writeValueAsBytes(json);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
