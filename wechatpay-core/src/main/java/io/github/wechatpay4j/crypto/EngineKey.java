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
import java.security.Key;
import java.util.concurrent.CompletableFuture;

import io.github.wechatpay4j.crypto.provider.CryptoEngine;

/**
 * A key and the engine that works with it: its own form of it.
 *
 * @param engine the engine
 * @param key the key
 * @param <K> the type of key
 */
record EngineKey<K extends Key>(CryptoEngine engine, K key) {

	static <K extends Key> Prepared<EngineKey<K>> of(CompletableFuture<CryptoEngine> engine, K key, Class<K> type) {
		return Prepared.with(engine, (chosen) -> translate(chosen, key, type));
	}

	private static <K extends Key> EngineKey<K> translate(CryptoEngine engine, K key, Class<K> type) {
		try {
			return new EngineKey<>(engine, engine.translate(key, type));
		}
		catch (GeneralSecurityException | RuntimeException ex) {
			// A key that does not leave its HSM: the JVM finds the provider that holds it
			return new EngineKey<>(CryptoEngine.jdk(), key);
		}
	}

	/** Without the key, which may show itself. */
	@Override
	public String toString() {
		return "EngineKey[" + this.engine.name() + "]";
	}

}
