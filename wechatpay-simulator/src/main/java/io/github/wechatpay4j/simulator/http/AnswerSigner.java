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

import java.time.Clock;
import java.util.Base64;

import io.github.wechatpay4j.crypto.SigningMessage;
import io.github.wechatpay4j.merchant.Nonce;
import io.github.wechatpay4j.simulator.identity.PlatformSecret;
import io.github.wechatpay4j.trust.SignedMessage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;

/**
 * Signs answers.
 */
final class AnswerSigner {

	/** Header that names the scheme. */
	static final String SIGNATURE_TYPE = "Wechatpay-Signature-Type";

	/** Header that tells a sample from what a model answers. */
	private static final String SIMULATOR = "X-Wechatpay-Simulator";

	private static final byte[] EMPTY = {};

	private final JsonMapper mapper = new JsonMapper();

	private final Clock clock;

	AnswerSigner(Clock clock) {
		this.clock = clock;
	}

	Reply reply(Answer answer, PlatformSecret key) {
		if (answer instanceof Answer.Sample sample) {
			Reply reply = reply(sample.answer(), key);
			reply.headers().set(SIMULATOR, "sample");
			return new Reply(sample.status(), reply.headers(), reply.body());
		}
		if (answer instanceof Answer.File file) {
			return Reply.of(200, file.contentType(), file.content());
		}
		ObjectNode json = answer.json();
		byte[] body = (json != null) ? this.mapper.writeValueAsBytes(json) : EMPTY;
		Reply reply = Reply.of((json != null) ? 200 : 204, MediaType.APPLICATION_JSON_VALUE, body);
		sign(reply, key);
		return reply;
	}

	private void sign(Reply reply, PlatformSecret key) {
		String timestamp = Long.toString(this.clock.instant().getEpochSecond());
		String nonce = Nonce.next();
		byte[] signature = key.signer().sign(SigningMessage.withBody(reply.body(), timestamp, nonce));
		reply.headers().set(SignedMessage.TIMESTAMP, timestamp);
		reply.headers().set(SignedMessage.NONCE, nonce);
		reply.headers().set(SignedMessage.SERIAL, key.id());
		reply.headers().set(SIGNATURE_TYPE, key.suite().scheme());
		reply.headers().set(SignedMessage.SIGNATURE, Base64.getEncoder().encodeToString(signature));
	}

}
