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

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.github.wechatpay4j.crypto.provider.CryptoEngine;
import io.github.wechatpay4j.crypto.provider.CryptoProvider;
import io.github.wechatpay4j.crypto.provider.CryptoProviderUnavailableException;
import io.github.wechatpay4j.crypto.provider.EngineSelection;
import io.github.wechatpay4j.testing.TestKeys;

/**
 * How long the operations of the RSA suite take with each provider, in microseconds. A
 * program and no test: {@code docs/crypto.md} says how to run it.
 */
public final class ProviderTimings {

	private static final byte[] NONCE = "fdasflkja484".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] DATA = new byte[11];

	private static final byte[] MESSAGE = new byte[700];

	private static final String KEY = "0123456789abcdef0123456789ABCDEF";

	private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(200);

	private ProviderTimings() {
	}

	public static void main(String[] arguments) {
		System.out.printf("%-12s%10s%10s%10s%10s%14s%n", "provider", "load ms", "sign", "verify", "AES-GCM",
				"AES-GCM anew");
		for (CryptoProvider provider : new CryptoProvider[] { CryptoProvider.JDK, CryptoProvider.ACCP,
				CryptoProvider.CONSCRYPT }) {
			try {
				measure(provider);
			}
			catch (CryptoProviderUnavailableException ex) {
				System.out.printf("%-12s%s%n", provider, ex.getMessage());
			}
		}
	}

	private static void measure(CryptoProvider provider) {
		long start = System.nanoTime();
		CryptoSuite suite = CryptoSuite.rsa(provider);
		long loaded = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
		CryptoEngine engine = EngineSelection.of(provider).join();
		Signer signer = suite.signer("1", TestKeys.MERCHANT.getPrivate());
		Verifier verifier = suite.verifier(TestKeys.MERCHANT.getPublic());
		Aead aead = suite.aead(KEY);
		byte[] signature = signer.sign(MESSAGE);
		byte[] sealed = aead.encrypt(NONCE, DATA, MESSAGE);
		System.out.printf(Locale.ROOT, "%-12s%10d%10.1f%10.1f%10.2f%14.2f%n", provider, loaded,
				time(() -> signer.sign(MESSAGE)), time(() -> verifier.verify(MESSAGE, signature)),
				time(() -> aead.decrypt(NONCE, DATA, sealed)), time(() -> anew(engine, sealed)));
	}

	/** As it would be without a pool. */
	private static byte[] anew(CryptoEngine engine, byte[] sealed) {
		try {
			Cipher cipher = engine.aesGcm();
			cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(KEY.getBytes(StandardCharsets.US_ASCII), "AES"),
					new GCMParameterSpec(128, NONCE));
			cipher.updateAAD(DATA);
			return cipher.doFinal(sealed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The best of several rounds, of processor time: what else the machine does is left
	 * out.
	 */
	private static double time(Supplier<Object> operation) {
		ThreadMXBean thread = ManagementFactory.getThreadMXBean();
		double best = Double.MAX_VALUE;
		int used = 0;
		for (int round = 0; round < 8; round++) {
			long start = thread.getCurrentThreadCpuTime();
			long now = start;
			int count = 0;
			while (now - start < ROUND) {
				for (int i = 0; i < 50; i++) {
					used += operation.get().hashCode() & 1;
				}
				count += 50;
				now = thread.getCurrentThreadCpuTime();
			}
			best = Math.min(best, (now - start) / 1000.0 / count);
		}
		return (used >= 0) ? best : 0;
	}

}
