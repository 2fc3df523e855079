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

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.notification.ReceivedNotification;
import io.github.wechatpay4j.notification.VerifiedNotification;
import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Receives notifications; answers 204 unless told otherwise.
 */
final class Receiver implements AutoCloseable {

	private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

	private final AtomicInteger failures = new AtomicInteger();

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request,
				response) -> request.receive().aggregate().asByteArray().defaultIfEmpty(new byte[0]).flatMap((body) -> {
					this.messages.add(new Message(request.requestHeaders().copy(), body));
					boolean fails = this.failures.getAndUpdate((left) -> Math.max(0, left - 1)) > 0;
					return response.status(fails ? 500 : 204).send().then(Mono.empty());
				}))
		.bindNow();

	String url() {
		return "http://127.0.0.1:" + this.server.port() + "/notifications";
	}

	void failNext(int times) {
		this.failures.set(times);
	}

	Message next() throws InterruptedException {
		Message message = this.messages.poll(10, TimeUnit.SECONDS);
		assertThat(message).as("a notification within ten seconds").isNotNull();
		return message;
	}

	List<Message> all() {
		return List.copyOf(this.messages);
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	record Message(HttpHeaders headers, byte[] body) {

		VerifiedNotification verify(Merchant merchant) {
			return verify(merchant, Clock.systemUTC());
		}

		VerifiedNotification verify(Merchant merchant, Clock clock) {
			return new NotificationVerifier(clock).verify(ReceivedNotification.of(this.headers::get, this.body),
					merchant);
		}

		JsonNode envelope() {
			return Caller.JSON.readTree(this.body);
		}

		JsonNode resource(Merchant merchant) {
			JsonNode sealed = envelope().path("resource");
			return Caller.JSON.readTree(merchant.credentials()
				.aead()
				.decrypt(sealed.path("nonce").stringValue().getBytes(StandardCharsets.UTF_8),
						sealed.path("associated_data").stringValue().getBytes(StandardCharsets.UTF_8),
						Base64.getDecoder().decode(sealed.path("ciphertext").stringValue())));
		}

	}

}
