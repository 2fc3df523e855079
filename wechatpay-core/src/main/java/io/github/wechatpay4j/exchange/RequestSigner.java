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

package io.github.wechatpay4j.exchange;

import java.time.Clock;

import io.github.wechatpay4j.crypto.SigningMessage;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Nonce;

/**
 * Makes the {@code Authorization} header, anew for every attempt: a repeated signature
 * would carry an old timestamp and a used nonce.
 */
final class RequestSigner {

	private final Clock clock;

	RequestSigner(Clock clock) {
		this.clock = clock;
	}

	String authorization(PreparedRequest request, Credentials credentials) {
		String timestamp = Long.toString(this.clock.instant().getEpochSecond());
		String nonce = Nonce.next();
		return credentials.authorization(timestamp, nonce, message(request, timestamp, nonce));
	}

	static byte[] message(PreparedRequest request, String timestamp, String nonce) {
		return SigningMessage.withBody(request.signedBody(), request.method().name(), request.target(), timestamp,
				nonce);
	}

}
