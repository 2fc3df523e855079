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

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.github.wechatpay4j.crypto.provider.CryptoEngine;

/**
 * What was made for an engine: while the chosen one is still loading for the JDK's, then
 * once anew. Nobody ever waits.
 *
 * @param <T> what is made; safe for use by many threads
 */
final class Prepared<T> {

	private final CompletableFuture<T> chosen;

	private final T meanwhile;

	private Prepared(CompletableFuture<T> chosen, T meanwhile) {
		this.chosen = chosen;
		this.meanwhile = meanwhile;
	}

	/** The preparation must not fail: it runs in the thread that loads the engine. */
	static <T> Prepared<T> with(CompletableFuture<CryptoEngine> engine, Function<CryptoEngine, T> preparation) {
		CompletableFuture<T> chosen = engine.thenApply(preparation);
		return new Prepared<>(chosen, chosen.isDone() ? chosen.join() : preparation.apply(CryptoEngine.jdk()));
	}

	T get() {
		return this.chosen.getNow(this.meanwhile);
	}

}
