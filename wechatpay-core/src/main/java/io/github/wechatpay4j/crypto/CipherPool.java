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

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;

import javax.crypto.Cipher;

import io.github.wechatpay4j.crypto.provider.CryptoEngine;

/**
 * A few AES-GCM ciphers to use again, because looking one up takes several times as long
 * as decrypting a notification with it. Threads that meet at one place look up their own.
 */
final class CipherPool {

	private static final int SIZE = 16;

	private final AtomicReferenceArray<Cipher> ciphers = new AtomicReferenceArray<>(SIZE);

	private final CryptoEngine engine;

	CipherPool(CryptoEngine engine) {
		this.engine = engine;
	}

	/** Runs an operation. A cipher that failed at it is not used again. */
	byte[] run(Operation operation) throws GeneralSecurityException {
		int place = (int) (Thread.currentThread().getId() % SIZE);
		Cipher cipher = this.ciphers.getAndSet(place, null);
		if (cipher == null) {
			cipher = this.engine.aesGcm();
		}
		byte[] result = operation.run(cipher);
		this.ciphers.set(place, cipher);
		return result;
	}

	@FunctionalInterface
	interface Operation {

		byte[] run(Cipher cipher) throws GeneralSecurityException;

	}

}
