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

package io.github.wechatpay4j.broker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.delivery.DeadLetters;
import io.github.wechatpay4j.delivery.EventKeys;
import io.github.wechatpay4j.delivery.LeaseWatch;
import io.github.wechatpay4j.delivery.NotificationConsumer;
import io.github.wechatpay4j.delivery.NotificationDispatcher;
import io.github.wechatpay4j.delivery.UnitOfWork;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.notification.NotificationHandler;
import io.github.wechatpay4j.notification.NotificationHandlers;
import io.github.wechatpay4j.notification.NotificationObserver;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import tools.jackson.databind.JsonNode;

/**
 * A node that handles messages, without a broker: a message is a {@link Note}.
 */
final class HandlingNode implements AutoCloseable {

	private static final NotificationTypes TYPES = NotificationTypes.load(HandlingNode.class.getClassLoader());

	private final List<String> deadLetters = new CopyOnWriteArrayList<>();

	private final BrokerHealth health;

	private final MessageHandling handling;

	private final DeadLetterReplay replay;

	HandlingNode(ClaimStore claims, Redelivery redelivery, TestClock clock, Merchant merchant, String events,
			NotificationHandler<JsonNode> handler) {
		InMemoryMerchantRegistry merchants = new InMemoryMerchantRegistry(List.of(merchant));
		NotificationVerifier verifier = new NotificationVerifier(clock);
		EventKeys keys = new EventKeys(TYPES);
		NotificationDispatcher dispatcher = new NotificationDispatcher(handlers(events, handler), keys, claims,
				redelivery.lease(), new LeaseWatch(), UnitOfWork.none(), false);
		this.health = new BrokerHealth("test", System::nanoTime);
		EventClaims eventClaims = new EventClaims(claims, keys, dispatcher, redelivery, this.health);
		this.handling = new MessageHandling("test",
				new NotificationConsumer(merchants, verifier, dispatcher, NotificationObserver.none()), eventClaims,
				new DeadLetters(merchants, verifier,
						handlers("*", (notification) -> this.deadLetters.add(notification.payload().toString()))),
				redelivery, this.health, 2, clock);
		this.replay = new DeadLetterReplay(merchants, verifier, eventClaims);
	}

	static Merchant merchant() {
		return TestMerchants.merchant();
	}

	static Merchant merchantWithAnotherApiV3Key() {
		CryptoSuite suite = CryptoSuite.rsa();
		return Merchant
			.of(new Credentials(TestMerchants.MCHID, suite,
					suite.signer(TestMerchants.SERIAL, TestKeys.MERCHANT.getPrivate()),
					suite.decryptor(TestKeys.MERCHANT.getPrivate()), suite.aead("AnotherApiV3KeyOfTheMerchant3232")),
					PlatformSigner.trust())
			.build();
	}

	private static NotificationHandlers handlers(String events, NotificationHandler<JsonNode> handler) {
		return new NotificationHandlers(
				List.of(new NotificationSubscription<>(JsonNode.class, List.of(events), handler, "handler")), TYPES);
	}

	Verdict handle(Note note) throws InterruptedException {
		return this.handling.handle(note.headers()::get, note.body(), "1");
	}

	void parked(Verdict verdict, Note note) {
		this.handling.parked(verdict, note.headers()::get, note.body());
	}

	MessageHandling handling() {
		return this.handling;
	}

	DeadLetterReplay replay() {
		return this.replay;
	}

	BrokerHealth health() {
		return this.health;
	}

	List<String> findings() {
		List<String> messages = new ArrayList<>();
		this.health.findings().forEach((each) -> messages.add(each.message()));
		return messages;
	}

	List<String> deadLetters() {
		return this.deadLetters;
	}

	@Override
	public void close() {
		this.handling.close();
	}

	/**
	 * A message as a broker keeps it.
	 *
	 * @param headers its headers
	 * @param body its body
	 */
	record Note(Map<String, String> headers, byte[] body) {

		static Note paid(String order) {
			return of("TRANSACTION.SUCCESS", "transaction",
					Delivery.PAID.replace("1217752501201407033233368018", order));
		}

		static Note of(String event, String type, String resource) {
			Delivery delivery = Delivery.of("EV-1", event, type, resource);
			Map<String, String> headers = new HashMap<>(delivery.headers());
			headers.put(NotificationMessages.MERCHANT, "default");
			return new Note(headers, delivery.body());
		}

		/** What a broker delivers after a setback. */
		Note after(Verdict verdict) {
			Map<String, String> changed = new HashMap<>(this.headers);
			verdict.history().write(changed::put);
			return new Note(changed, this.body);
		}

		Note replayOf(String deadLetter) {
			Map<String, String> changed = new HashMap<>(this.headers);
			changed.put(NotificationMessages.REPLAY, deadLetter);
			return new Note(changed, this.body);
		}

		Note tampered() {
			byte[] changed = this.body.clone();
			changed[new String(changed, StandardCharsets.ISO_8859_1).indexOf("ciphertext") + 20] ^= 1;
			return new Note(this.headers, changed);
		}

	}

	static Redelivery redelivery(Duration lease) {
		return new Redelivery(3, Duration.ofMillis(100), 2, Duration.ofSeconds(1), lease);
	}

}
