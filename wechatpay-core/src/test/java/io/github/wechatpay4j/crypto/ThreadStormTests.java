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

package io.github.wechatpay4j.crypto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a suite makes is shared by all threads.
 */
class ThreadStormTests {

	private static final int THREADS = 16;

	private static final int ROUNDS = 40;

	private final CryptoSuite suite = CryptoSuite.rsa();

	private final Signer signer = this.suite.signer("1", TestKeys.MERCHANT.getPrivate());

	private final Verifier verifier = this.suite.verifier(TestKeys.MERCHANT.getPublic());

	private final FieldEncryptor encryptor = this.suite.encryptor(TestKeys.MERCHANT.getPublic());

	private final FieldDecryptor decryptor = this.suite.decryptor(TestKeys.MERCHANT.getPrivate());

	private final Aead aead = this.suite.aead("0123456789abcdef0123456789ABCDEF");

	@Test
	void survivesManyThreadsThatShareOneSuite() throws Exception {
		CyclicBarrier together = new CyclicBarrier(THREADS);
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Callable<Void>> tasks = new ArrayList<>();
			for (int thread = 0; thread < THREADS; thread++) {
				int number = thread;
				tasks.add(() -> {
					together.await();
					for (int round = 0; round < ROUNDS; round++) {
						use("thread " + number + " round " + round);
					}
					return null;
				});
			}
			for (Future<Void> result : threads.invokeAll(tasks)) {
				result.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void use(String text) {
		byte[] message = text.getBytes(StandardCharsets.UTF_8);
		byte[] signature = this.signer.sign(message);
		assertThat(this.verifier.verify(message, signature)).isTrue();
		signature[0] ^= 1;
		assertThat(this.verifier.verify(message, signature)).isFalse();
		assertThat(this.decryptor.decrypt(this.encryptor.encrypt(text))).isEqualTo(text);
		byte[] nonce = Arrays.copyOf(message, 12);
		assertThat(this.aead.decrypt(nonce, nonce, this.aead.encrypt(nonce, nonce, message))).isEqualTo(message);
	}

}
