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

package io.github.wechatpay4j.crypto.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the engine.
 */
public final class EngineSelection {

	private static final Logger logger = LoggerFactory.getLogger(EngineSelection.class);

	private final List<Candidate> candidates;

	EngineSelection(List<Candidate> candidates) {
		this.candidates = List.copyOf(candidates);
	}

	/**
	 * The engine for a choice. For {@link CryptoProvider#AUTO} a daemon thread looks for
	 * it, because loading one takes half a second; for the others the answer is there at
	 * once.
	 * @param choice the choice
	 * @return the engine; never fails
	 * @throws CryptoProviderUnavailableException if the choice names a provider that
	 * cannot be used
	 */
	public static CompletableFuture<CryptoEngine> of(CryptoProvider choice) {
		ClassLoader classLoader = EngineSelection.class.getClassLoader();
		Candidate accp = new AccpCandidate(classLoader);
		Candidate conscrypt = new ConscryptCandidate(classLoader);
		return switch (choice) {
			case AUTO -> new EngineSelection(List.of(accp, conscrypt)).inBackground();
			case JDK -> CompletableFuture.completedFuture(CryptoEngine.jdk());
			case ACCP -> CompletableFuture.completedFuture(require(accp));
			case CONSCRYPT -> CompletableFuture.completedFuture(require(conscrypt));
		};
	}

	CompletableFuture<CryptoEngine> inBackground() {
		CompletableFuture<CryptoEngine> engine = new CompletableFuture<>();
		Thread thread = new Thread(() -> engine.complete(first()), "wechatpay-crypto-provider");
		thread.setDaemon(true);
		thread.start();
		return engine;
	}

	/** Whatever a provider does, the answer is an engine that works. */
	private CryptoEngine first() {
		List<String> reasons = new ArrayList<>();
		for (Candidate candidate : this.candidates) {
			try {
				CryptoEngine engine = load(candidate);
				logger.debug("Cryptography by {}", engine.name());
				return engine;
			}
			catch (UnusableProviderException ex) {
				reasons.add(candidate.title() + " " + ex.getMessage());
			}
		}
		logger.info("Cryptography by the JDK, because no faster provider can be used: {}", String.join("; ", reasons));
		return CryptoEngine.jdk();
	}

	static CryptoEngine require(Candidate candidate) {
		try {
			return load(candidate);
		}
		catch (UnusableProviderException ex) {
			throw new CryptoProviderUnavailableException(candidate.title() + " " + ex.getMessage() + ".",
					"Add " + candidate.artifact() + " to the class path, or choose another provider.");
		}
	}

	private static CryptoEngine load(Candidate candidate) throws UnusableProviderException {
		try {
			return CryptoEngine.checked(candidate.load());
		}
		catch (RuntimeException | LinkageError ex) {
			throw new UnusableProviderException("cannot be loaded", ex);
		}
	}

}
