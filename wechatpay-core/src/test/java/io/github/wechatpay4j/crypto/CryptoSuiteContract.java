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
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.KeyMaterialException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every suite has to do, whatever its algorithms and providers.
 */
abstract class CryptoSuiteContract {

	private static final String API_V3_KEY = "0123456789abcdef0123456789ABCDEF";

	private static final byte[] NONCE = utf8("fdasflkja484");

	private static final byte[] DATA = utf8("transaction");

	private static final byte[] MESSAGE = utf8(
			"POST\n/v3/pay/transactions/jsapi\n1554208460\n593BEC0C\n{\"a\":\"中\"}\n");

	private static final int THREADS = 16;

	private static final int ROUNDS = 20;

	/** The suite, made anew or not. */
	abstract CryptoSuite suite();

	/** Keys that fit the suite, always the same. */
	abstract KeyPair keys();

	/** Other keys that fit. */
	abstract KeyPair strangersKeys();

	/** Keys that do not fit. */
	abstract KeyPair unfitKeys();

	/** How many bytes a sensitive field may have. */
	abstract int longestField();

	@Test
	void verifiesWhatItSigned() {
		Signer signer = suite().signer("5157F09EFDC096DE", keys().getPrivate());
		Verifier verifier = suite().verifier(keys().getPublic());
		for (byte[] message : new byte[][] { MESSAGE, {}, new byte[100_000] }) {
			assertThat(verifier.verify(message, signer.sign(message))).isTrue();
		}
		assertThat(signer.serialNumber()).isEqualTo("5157F09EFDC096DE");
		assertThat(signer.isBlocking()).as("needs nothing but the processor").isFalse();
	}

	@Test
	void rejectsEveryChangeOfASignature() {
		Verifier verifier = suite().verifier(keys().getPublic());
		byte[] signature = suite().signer("1", keys().getPrivate()).sign(MESSAGE);
		for (int bit = 0; bit < 8 * signature.length; bit++) {
			byte[] changed = signature.clone();
			changed[bit / 8] ^= (byte) (1 << (bit % 8));
			assertThat(verifier.verify(MESSAGE, changed)).as("bit %d", bit).isFalse();
		}
		for (int length = 0; length < signature.length; length++) {
			assertThat(verifier.verify(MESSAGE, Arrays.copyOf(signature, length))).as("%d bytes", length).isFalse();
		}
		assertThat(verifier.verify(MESSAGE, Arrays.copyOf(signature, signature.length + 1))).isFalse();
		assertThat(verifier.verify(MESSAGE, new byte[10_000])).isFalse();
	}

	@Test
	void rejectsOtherMessagesAndOtherKeys() {
		byte[] signature = suite().signer("1", keys().getPrivate()).sign(MESSAGE);
		assertThat(suite().verifier(strangersKeys().getPublic()).verify(MESSAGE, signature)).isFalse();
		Verifier verifier = suite().verifier(keys().getPublic());
		assertThat(verifier.verify(utf8(""), signature)).isFalse();
		for (int i = 0; i < MESSAGE.length; i++) {
			byte[] changed = MESSAGE.clone();
			changed[i] ^= 0x20;
			assertThat(verifier.verify(changed, signature)).as("byte %d", i).isFalse();
		}
	}

	@Test
	void opensWhatItSealed() {
		Aead aead = suite().aead(API_V3_KEY);
		for (byte[] data : new byte[][] { DATA, {} }) {
			for (byte[] plain : new byte[][] { MESSAGE, {}, new byte[70_000] }) {
				byte[] sealed = aead.encrypt(NONCE, data, plain);
				assertThat(sealed).hasSize(plain.length + 16);
				assertThat(aead.decrypt(NONCE, data, sealed)).isEqualTo(plain);
			}
		}
	}

	@Test
	void rejectsEveryChangeOfWhatWasSealed() {
		Aead aead = suite().aead(API_V3_KEY);
		byte[] sealed = aead.encrypt(NONCE, DATA, MESSAGE);
		for (int i = 0; i < sealed.length; i++) {
			byte[] changed = sealed.clone();
			changed[i] ^= 0x40;
			rejects(aead, NONCE, DATA, changed);
		}
		for (int length = 0; length < sealed.length; length++) {
			rejects(aead, NONCE, DATA, Arrays.copyOf(sealed, length));
		}
		rejects(aead, NONCE, DATA, Arrays.copyOf(sealed, sealed.length + 1));
		rejects(aead, utf8("fdasflkja485"), DATA, sealed);
		rejects(aead, NONCE, utf8("Transaction"), sealed);
		rejects(aead, NONCE, new byte[0], sealed);
		rejects(suite().aead("X123456789abcdef0123456789ABCDEF"), NONCE, DATA, sealed);
		for (int length : new int[] { 0, 1, 11, 13, 16 }) {
			rejects(aead, new byte[length], DATA, sealed);
		}
	}

	@Test
	void hidesTheApiV3Key() {
		assertThat(suite().aead(API_V3_KEY).toString()).doesNotContain("456789").startsWith("Aead[");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0123456789abcdef0123456789ABCDE", "0123456789abcdef0123456789ABCDEF0",
			"0123456789abcdef 123456789ABCDEF", "0123456789abcdef0123456789ABC中",
			"0123456789abcdef0123456789ABCDEF\n" })
	void refusesWhatIsNoApiV3Key(String key) {
		assertThatExceptionOfType(KeyMaterialException.class).isThrownBy(() -> suite().aead(key)).satisfies((ex) -> {
			assertThat(ex.problem()).startsWith("The APIv3 key ");
			assertThat(ex.getMessage()).contains("not the APIv2 key").doesNotContain("456789");
		});
	}

	@Test
	void readsTheFieldsThatItEncrypted() {
		FieldEncryptor encryptor = suite().encryptor(keys().getPublic());
		FieldDecryptor decryptor = suite().decryptor(keys().getPrivate());
		for (String text : List.of("张三", "x", "+86 13800138000", "x".repeat(longestField()))) {
			String encrypted = encryptor.encrypt(text);
			assertThat(encrypted).matches("[A-Za-z0-9+/]+=*").isNotEqualTo(encryptor.encrypt(text));
			assertThat(decryptor.decrypt(encrypted)).isEqualTo(text);
		}
		assertThat(decryptor.isBlocking()).as("needs nothing but the processor").isFalse();
	}

	@Test
	void rejectsFieldsThatWereChangedOrAreForSomebodyElse() {
		String encrypted = suite().encryptor(keys().getPublic()).encrypt("13800138000");
		FieldDecryptor decryptor = suite().decryptor(keys().getPrivate());
		rejects(suite().decryptor(strangersKeys().getPrivate()), encrypted);
		byte[] bytes = Base64.getDecoder().decode(encrypted);
		for (int i = 0; i < bytes.length; i++) {
			byte[] changed = bytes.clone();
			changed[i] ^= 0x04;
			rejects(decryptor, Base64.getEncoder().encodeToString(changed));
			rejects(decryptor, Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, i)));
		}
		for (String text : List.of("", "A", "not Base64", "AAAA", "MAA=", "MIAA", "中")) {
			rejects(decryptor, text);
		}
	}

	@Test
	void refusesKeysOfAnotherKind() {
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> suite().signer("1", unfitKeys().getPrivate()));
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> suite().verifier(unfitKeys().getPublic()));
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> suite().encryptor(unfitKeys().getPublic()));
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> suite().decryptor(unfitKeys().getPrivate()));
	}

	@Test
	void showsNoKey() {
		String key = keys().getPrivate().toString();
		Signer signer = suite().signer("5157F09EFDC096DE", keys().getPrivate());
		assertThat(signer.toString()).contains("5157F09EFDC096DE").doesNotContain(key).hasSizeLessThan(60);
		assertThat(suite().toString()).doesNotContain(key);
	}

	@Test
	void isSharedByManyThreads() throws Exception {
		Signer signer = suite().signer("1", keys().getPrivate());
		Verifier verifier = suite().verifier(keys().getPublic());
		FieldEncryptor encryptor = suite().encryptor(keys().getPublic());
		FieldDecryptor decryptor = suite().decryptor(keys().getPrivate());
		Aead aead = suite().aead(API_V3_KEY);
		storm((text) -> {
			byte[] message = utf8(text);
			byte[] signature = signer.sign(message);
			assertThat(verifier.verify(message, signature)).isTrue();
			assertThat(verifier.verify(utf8("x" + text), signature)).isFalse();
			assertThat(decryptor.decrypt(encryptor.encrypt(text))).isEqualTo(text);
			byte[] nonce = Arrays.copyOf(message, 12);
			assertThat(aead.decrypt(nonce, nonce, aead.encrypt(nonce, nonce, message))).isEqualTo(message);
		});
	}

	private static void storm(Use use) throws Exception {
		CyclicBarrier together = new CyclicBarrier(THREADS);
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Callable<Void>> tasks = new ArrayList<>();
			for (int thread = 0; thread < THREADS; thread++) {
				int number = thread;
				tasks.add(() -> {
					together.await();
					for (int round = 0; round < ROUNDS; round++) {
						use.of("thread " + number + " round " + round);
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

	private static void rejects(Aead aead, byte[] nonce, byte[] data, byte[] sealed) {
		assertThatExceptionOfType(DecryptionException.class).isThrownBy(() -> aead.decrypt(nonce, data, sealed))
			.withNoCause();
	}

	private static void rejects(FieldDecryptor decryptor, String text) {
		assertThatExceptionOfType(DecryptionException.class).isThrownBy(() -> decryptor.decrypt(text)).withNoCause();
	}

	static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** What each thread does with what it shares. */
	private interface Use {

		void of(String text) throws Exception;

	}

}
