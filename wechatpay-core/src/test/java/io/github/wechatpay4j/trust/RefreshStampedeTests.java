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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.testing.CertificateAnswers;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.testing.TestTrust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thousand threads that all meet the same unknown serial number at once, over HTTP.
 */
class RefreshStampedeTests {

	private static final int THREADS = 1000;

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final Trust trust = TestTrust.certificates(
			platform.exchange().certificateSource(TestMerchants.credentials()), CryptoSuite.rsa(), platform.clock());

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	@BeforeEach
	void downloadTheFirst() {
		CertificateAnswers.handOut(platform, 1);
		assertThat(this.trust.find(PlatformSigner.serial(1)).block()).isNotNull();
		platform.clock().advance(Duration.ofMinutes(2));
	}

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	@Test
	void downloadsOnceWhatAllOfThemAreMissing() throws Exception {
		CertificateAnswers.handOut(platform, 1, 2);
		assertThat(findAtOnce(PlatformSigner.serial(2))).hasSize(THREADS)
			.allSatisfy((key) -> assertThat(key.id()).isEqualTo(PlatformSigner.serial(2)));
		assertThat(CertificateAnswers.downloads(platform)).as("the first, and one for all threads").isEqualTo(2);
	}

	@Test
	void downloadsOnceThoughNobodyFindsWhatAStrangerMadeUp() throws Exception {
		CertificateAnswers.handOut(platform, 1);
		assertThat(findAtOnce("5A0A2B3C4D5E6F708192A3B4C5D6E7F80123456F")).hasSize(THREADS).containsOnlyNulls();
		assertThat(CertificateAnswers.downloads(platform)).as("the first, and one for all threads").isEqualTo(2);
	}

	private List<PlatformKey> findAtOnce(String serial) throws Exception {
		CountDownLatch ready = new CountDownLatch(THREADS);
		Callable<PlatformKey> find = () -> {
			ready.countDown();
			ready.await();
			return this.trust.find(serial).block();
		};
		List<Future<PlatformKey>> finding = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			finding.add(this.threads.submit(find));
		}
		List<PlatformKey> found = new ArrayList<>();
		for (Future<PlatformKey> each : finding) {
			found.add(each.get());
		}
		return found;
	}

}
