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

import java.security.Provider;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.testing.SpoilableProvider;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EngineSelectionTests {

	private static final ClassLoader NOTHING = ClassLoader.getPlatformClassLoader();

	@Test
	void takesTheFirstThatWorksAndLoadsNoOther() throws Exception {
		assertThat(select(of("One", () -> new SpoilableProvider("One")), of("Two", () -> {
			throw new AssertionError("not needed");
		})).name()).isEqualTo("One");
	}

	@Test
	void fallsBackToTheJdkWithOneLineThatSaysWhy() throws Exception {
		try (LogCapture log = new LogCapture()) {
			assertThat(select(new AccpCandidate(NOTHING), new ConscryptCandidate(NOTHING)).name()).isEqualTo("JDK");
			assertThat(log.text().strip().lines()).singleElement()
				.asString()
				.contains("Cryptography by the JDK, because no faster provider can be used:"
						+ " Amazon Corretto Crypto Provider is not on the class path;"
						+ " Conscrypt is not on the class path");
		}
	}

	@Test
	void passesOverAProviderThatFailsTheSelfCheck() throws Exception {
		Provider wrong = new SpoilableProvider("Wrong").with("Signature", "SHA256withRSA", "SHA512withRSA");
		assertThat(select(of("Wrong", () -> wrong), of("Right", () -> new SpoilableProvider("Right"))).name())
			.isEqualTo("Right");
	}

	@Test
	void passesOverAProviderWhoseLibraryCannotBeLinked() throws Exception {
		try (LogCapture log = new LogCapture()) {
			assertThat(select(of("Musl", () -> {
				throw new UnsatisfiedLinkError("ld-linux-x86-64.so.2: no such file");
			})).name()).isEqualTo("JDK");
			assertThat(log.text())
				.contains("Musl cannot be loaded: java.lang.UnsatisfiedLinkError: ld-linux-x86-64.so.2: no such file");
		}
	}

	@Test
	void looksForAProviderInADaemonThread() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		AtomicReference<Thread> loader = new AtomicReference<>();
		CompletableFuture<CryptoEngine> engine = new EngineSelection(List.of(of("Slow", () -> {
			loader.set(Thread.currentThread());
			go.await();
			return new SpoilableProvider("Slow");
		}))).inBackground();
		assertThat(engine).isNotDone();
		go.countDown();
		assertThat(engine.get(1, TimeUnit.MINUTES).name()).isEqualTo("Slow");
		assertThat(loader.get().isDaemon()).isTrue();
		assertThat(loader.get()).isNotSameAs(Thread.currentThread());
	}

	@Test
	void failsForAnExplicitChoiceThatIsAbsent() {
		assertThatExceptionOfType(CryptoProviderUnavailableException.class)
			.isThrownBy(() -> EngineSelection.require(new ConscryptCandidate(NOTHING)))
			.satisfies((ex) -> {
				assertThat(ex.problem()).isEqualTo("Conscrypt is not on the class path.");
				assertThat(ex.remedy()).isEqualTo(
						"Add org.conscrypt:conscrypt-openjdk-uber to the class path, or choose another provider.");
			});
		assertThatExceptionOfType(CryptoProviderUnavailableException.class)
			.isThrownBy(() -> EngineSelection.require(new AccpCandidate(NOTHING)))
			.withMessageContaining("software.amazon.cryptools:AmazonCorrettoCryptoProvider with the classifier");
	}

	@Test
	void failsForAProviderOfTheUsersThatGivesWrongAnswers() {
		Provider wrong = new SpoilableProvider("Wrong").without("Cipher", "AES/GCM/NoPadding");
		assertThatExceptionOfType(CryptoProviderUnavailableException.class).isThrownBy(() -> CryptoEngine.of(wrong))
			.withMessageStartingWith("The security provider 'Wrong' fails the self-check");
	}

	private static CryptoEngine select(Candidate... candidates) throws Exception {
		return new EngineSelection(List.of(candidates)).inBackground().get(1, TimeUnit.MINUTES);
	}

	private static Candidate of(String title, Loading loading) {
		return new Candidate() {

			@Override
			public String title() {
				return title;
			}

			@Override
			public String artifact() {
				return title.toLowerCase(Locale.ROOT);
			}

			@Override
			public Provider load() {
				try {
					return loading.load();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			}

		};
	}

	@FunctionalInterface
	private interface Loading {

		Provider load() throws InterruptedException;

	}

}
