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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

import io.github.wechatpay4j.crypto.SigningMessage;
import io.github.wechatpay4j.merchant.Nonce;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import io.github.wechatpay4j.simulator.identity.PlatformSecret;
import io.github.wechatpay4j.trust.SignedMessage;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Signs and sends a notification once, anew each time.
 */
final class NotificationSender implements AutoCloseable {

	/** What the platform waits for an answer. */
	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final ConnectionProvider connections = ConnectionProvider.builder("wechatpay-simulator-notifications")
		.maxConnections(50)
		.maxIdleTime(Duration.ofSeconds(5))
		.build();

	private final LoopResources threads = LoopResources.create("wechatpay-simulator-notifications", 1, true);

	private final HttpClient client = HttpClient.create(this.connections)
		.runOn(this.threads)
		.responseTimeout(TIMEOUT)
		.disableRetry(true);

	private static final String CIPHERTEXT = "\"ciphertext\":\"";

	private final Clock clock;

	NotificationSender(Clock clock) {
		this.clock = clock;
	}

	/** The receiver's status; an error if there is none. */
	Mono<Integer> send(URI url, byte[] body, PlatformSecret key, @Nullable FaultKind fault) {
		return Mono.defer(() -> this.client.headers((headers) -> sign(headers, body, key, fault))
			.post()
			.uri(url)
			.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(asSent(body, fault))))
			.responseSingle((response, content) -> content.then(Mono.just(response.status().code()))));
	}

	private void sign(HttpHeaders headers, byte[] body, PlatformSecret key, @Nullable FaultKind fault) {
		String timestamp = Long.toString(this.clock.instant().getEpochSecond());
		String nonce = Nonce.next();
		byte[] signature = key.signer().sign(SigningMessage.withBody(body, timestamp, nonce));
		String text = Base64.getEncoder().encodeToString(signature);
		headers.set("Content-Type", "application/json");
		headers.set("Accept", "*/*");
		headers.set("User-Agent", "Mozilla/4.0");
		headers.set("Request-ID", UUID.randomUUID().toString());
		headers.set(SignedMessage.TIMESTAMP, timestamp);
		headers.set(SignedMessage.NONCE, nonce);
		headers.set(SignedMessage.SERIAL, key.id());
		headers.set("Wechatpay-Signature-Type", key.suite().scheme());
		headers.set(SignedMessage.SIGNATURE,
				(fault == FaultKind.PROBE_NOTIFICATION) ? "WECHATPAY/SIGNTEST/" + text : text);
	}

	/** Another character in the ciphertext: only the signature can tell. */
	private static byte[] asSent(byte[] body, @Nullable FaultKind fault) {
		byte[] sent = body.clone();
		if (fault == FaultKind.TAMPERED_NOTIFICATION) {
			int position = new String(sent, StandardCharsets.ISO_8859_1).indexOf(CIPHERTEXT) + CIPHERTEXT.length();
			sent[position] = (byte) ((sent[position] == 'A') ? 'B' : 'A');
		}
		return sent;
	}

	@Override
	public void close() {
		this.connections.dispose();
		this.threads.disposeLater(Duration.ZERO, TIMEOUT).block(TIMEOUT);
	}

}
