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

package io.github.wechatpay4j.trust;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.ScriptedSource;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestTrust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateTrustConcurrencyTests {

	private static final int CALLERS = 1000;

	private final TestClock clock = new TestClock();

	private final ScriptedSource source = new ScriptedSource();

	private final Trust trust = TestTrust.certificates(this.source, CryptoSuite.rsa(), this.clock);

	private final ExecutorService threads = Executors.newFixedThreadPool(32);

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	@Test
	void sharesOneDownloadAmongAThousandCallers() throws Exception {
		Sinks.One<List<X509Certificate>> answer = Sinks.one();
		CountDownLatch waiting = new CountDownLatch(CALLERS);
		this.source.then(answer.asMono());
		List<CompletableFuture<PlatformKey>> found = new CopyOnWriteArrayList<>();
		for (int i = 0; i < CALLERS; i++) {
			this.threads.execute(() -> {
				found.add(this.trust.find(PlatformSigner.serial(1)).toFuture());
				waiting.countDown();
			});
		}
		assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.source.downloads()).isOne();
		answer.tryEmitValue(ScriptedSource.certificates(1).block()).orThrow();
		for (CompletableFuture<PlatformKey> key : found) {
			assertThat(key.get(10, TimeUnit.SECONDS).id()).isEqualTo(PlatformSigner.serial(1));
		}
		assertThat(this.source.downloads()).isOne();
	}

	@Test
	void downloadsOnceForAThousandUnknownSerialsAtOnce() throws Exception {
		this.source.then(1).then(1);
		assertThat(this.trust.find(PlatformSigner.serial(1)).block()).isNotNull();
		this.clock.advance(Duration.ofMinutes(2));
		List<Callable<PlatformKey>> strangers = new ArrayList<>();
		for (int i = 0; i < CALLERS; i++) {
			String serial = "STRANGER" + i;
			strangers.add(() -> this.trust.find(serial).block(Duration.ofSeconds(10)));
		}
		for (Future<PlatformKey> result : this.threads.invokeAll(strangers)) {
			assertThat(result.get()).isNull();
		}
		assertThat(this.source.downloads()).as("the first one and one for all strangers").isEqualTo(2);
	}

	@Test
	void finishesADownloadWhoseFirstCallerWentAway() {
		Sinks.One<List<X509Certificate>> answer = Sinks.one();
		this.source.then(answer.asMono());
		Disposable impatient = this.trust.find(PlatformSigner.serial(1)).subscribe();
		impatient.dispose();
		answer.tryEmitValue(ScriptedSource.certificates(1).block()).orThrow();
		assertThat(this.trust.find(PlatformSigner.serial(1)).block(Duration.ofSeconds(10))).isNotNull();
		assertThat(this.source.downloads()).isOne();
	}

	@Test
	void startsTheNextDownloadAsSoonAsTheLastOneHasAnswered() {
		// Asked from within the answer: the finished download must not be joined again
		this.source.then(1).then(1, 2);
		PlatformKey second = this.trust.find(PlatformSigner.serial(1)).flatMap((first) -> {
			this.clock.advance(Duration.ofMinutes(1));
			return this.trust.find(PlatformSigner.serial(2));
		}).block(Duration.ofSeconds(10));
		assertThat(second).isNotNull();
		assertThat(this.source.downloads()).isEqualTo(2);
	}

}
