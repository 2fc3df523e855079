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

package io.github.wechatpay4j.notification;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.delivery.NotificationProcessor;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.Mutations;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random changes to a notification. The seed is fixed; a failure names the round.
 */
class NotificationMutationTests {

	private static final long SEED = 20261201L;

	private static final int ROUNDS = 10_000;

	private final Events events = new Events().onAnything("handler");

	private final NotificationProcessor processor = this.events.processor();

	@Test
	void refusesEveryMutationOfASignedNotification() {
		System.out.printf("NotificationMutationTests: %d mutations, seed %d%n", ROUNDS, SEED);
		Delivery original = Delivery.paid();
		Mutations mutations = new Mutations(new Random(SEED));
		for (int round = 0; round < ROUNDS; round++) {
			Delivery mutated = mutations.of(original);
			Throwable thrown = process(mutated);
			assertThat(thrown).as("round %d of seed %d: %s", round, SEED, mutated.headers())
				.isInstanceOfSatisfying(NotificationRejectedException.class,
						(ex) -> assertThat(ex.status()).isBetween(400, 499));
		}
		assertThat(this.events.handled).isEmpty();
		assertThat(process(original)).as("the original itself is fine").isNull();
	}

	@Test
	void refusesMutatedBodiesWith4xxEvenWhenThePlatformSignedThem() {
		byte[] body = Delivery.paid().body();
		Mutations mutations = new Mutations(new Random(SEED));
		for (int round = 0; round < 1000; round++) {
			Delivery mutated = Delivery.signed(mutations.of(body));
			Throwable thrown = process(mutated);
			if (thrown != null) {
				assertThat(thrown).as("round %d of seed %d", round, SEED)
					.isInstanceOfSatisfying(NotificationRejectedException.class,
							(ex) -> assertThat(ex.status()).isIn(400, 503));
			}
		}
	}

	@Test
	void survivesMutatedResourcesThatThePlatformEncryptedAndSigned() {
		byte[] plain = Delivery.PAID.getBytes(StandardCharsets.UTF_8);
		String template = Delivery.envelope("1", "TRANSACTION.SUCCESS", "transaction", "", TestMerchants.API_V3_KEY);
		Mutations mutations = new Mutations(new Random(SEED));
		for (int round = 0; round < 1000; round++) {
			String sealed = Delivery.seal(mutations.of(plain), TestMerchants.API_V3_KEY);
			Throwable thrown = process(Delivery
				.signed(template.replaceAll("\"ciphertext\":\"[^\"]*\"", "\"ciphertext\":\"" + sealed + "\"")));
			if (thrown != null) {
				assertThat(thrown).as("round %d of seed %d", round, SEED)
					.isInstanceOfSatisfying(NotificationRejectedException.class,
							(ex) -> assertThat(ex.status()).isIn(400, 403));
			}
		}
	}

	private Throwable process(Delivery delivery) {
		try {
			this.processor.process("default", delivery.received());
			return null;
		}
		catch (Throwable ex) {
			return ex;
		}
	}

	@Test
	void changesSomethingInEveryRound() {
		Delivery original = Delivery.paid();
		Mutations mutations = new Mutations(new Random(SEED));
		for (int round = 0; round < 1000; round++) {
			Delivery mutated = mutations.of(original);
			assertThat(Map.of("same headers", mutated.headers().equals(original.headers()), "same body",
					Arrays.equals(mutated.body(), original.body())))
				.containsValue(false);
		}
	}

}
