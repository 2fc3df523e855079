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

package io.github.wechatpay4j.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.CertificateAnswers;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.testing.TestTrust;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys that change in the middle of a thousand calls: not one of them fails.
 */
class RotationTests {

	private static final int CALLS = 1000;

	private static final String NEW_ID = "PUB_KEY_ID_0119000000012026120100000001";

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final ExecutorService threads = Executors.newFixedThreadPool(16);

	/** Shared by all calls under way. */
	private final ReadWriteLock underWay = new ReentrantReadWriteLock();

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	@Test
	void survivesANewPlatformCertificate() throws Exception {
		CertificateAnswers.handOut(platform, 1);
		ordersAreSigned(PlatformSigner.certificate(1));
		InMemoryMerchantRegistry merchants = new InMemoryMerchantRegistry(List.of(TestMerchants
			.merchant(TestTrust.certificates(platform.exchange().certificateSource(TestMerchants.credentials()),
					CryptoSuite.rsa(), platform.clock()))));
		callWhile(merchants, () -> {
			platform.clock().advance(Duration.ofMinutes(2));
			CertificateAnswers.handOut(platform, 2, 1);
			ordersAreSigned(PlatformSigner.certificate(2));
		});
		assertThat(CertificateAnswers.downloads(platform)).as("at the start, and one for all calls").isEqualTo(2);
	}

	@Test
	void survivesTheSwitchToThePublicKeyAndBack() throws Exception {
		CertificateAnswers.handOut(platform, 1);
		ordersAreSigned(PlatformSigner.certificate(1));
		Trust certificates = TestTrust.certificates(platform.exchange().certificateSource(TestMerchants.credentials()),
				CryptoSuite.rsa(), platform.clock());
		InMemoryMerchantRegistry merchants = new InMemoryMerchantRegistry(
				List.of(TestMerchants.merchant(Trust.either(PlatformSigner.trust(), certificates))));
		callWhile(merchants, () -> ordersAreSigned(PlatformSigner.publicKey()),
				() -> ordersAreSigned(PlatformSigner.certificate(1)),
				() -> ordersAreSigned(PlatformSigner.publicKey()));
		assertThat(CertificateAnswers.downloads(platform)).isOne();
	}

	@Test
	void survivesAPublicKeyThatIsReplacedThroughTheRegistry() throws Exception {
		ordersAreSigned(PlatformSigner.publicKey());
		Trust fresh = Trust
			.publicKey(PlatformKey.ofPublicKey(NEW_ID, TestKeys.STRANGER.getPublic(), CryptoSuite.rsa()));
		InMemoryMerchantRegistry merchants = new InMemoryMerchantRegistry(List.of(TestMerchants.merchant()));
		callWhile(merchants, () -> merchants.replace(Merchant.DEFAULT_NAME,
				(merchant) -> merchant.withTrust(Trust.either(merchant.trust(), fresh))), () -> {
					answered();
					ordersAreSigned(new PlatformSigner(NEW_ID, TestKeys.STRANGER.getPrivate()));
				}, () -> merchants.replace(Merchant.DEFAULT_NAME, (merchant) -> merchant.withTrust(fresh)));
		assertThat(merchants.primary().trust().keys()).extracting(PlatformKey::id).containsExactly(NEW_ID);
		assertThat(platform.requests().get(CALLS - 1).getHeader("Wechatpay-Serial")).isNotNull();
	}

	@Test
	void survivesANewMerchantKey() throws Exception {
		ordersAreSigned(PlatformSigner.publicKey());
		InMemoryMerchantRegistry merchants = new InMemoryMerchantRegistry(List.of(TestMerchants.merchant()));
		callWhile(merchants, () -> merchants.replace(Merchant.DEFAULT_NAME, (merchant) -> merchant
			.withCredentials(TestMerchants.credentials(TestMerchants.MCHID, TestKeys.STRANGER))));
		assertThat(merchants.primary().credentials()).isNotEqualTo(TestMerchants.credentials());
	}

	/** Each change happens between two calls, while others are under way. */
	private void callWhile(InMemoryMerchantRegistry merchants, Runnable... changes) throws Exception {
		WechatPayClient client = WechatPayClients.of(platform.exchange(), merchants, platform.clock()).blocking();
		client.execute(Calls.Prepay.of("the first one"));
		AtomicInteger begun = new AtomicInteger();
		int distance = CALLS / (changes.length + 1);
		List<Callable<Boolean>> calls = new ArrayList<>();
		for (int i = 0; i < CALLS; i++) {
			calls.add(() -> {
				int number = begun.incrementAndGet();
				if (number % distance == 0 && number / distance <= changes.length) {
					changes[number / distance - 1].run();
				}
				this.underWay.readLock().lock();
				try {
					return client.execute(Calls.Prepay.of("x")).prepayId().equals("wx26");
				}
				finally {
					this.underWay.readLock().unlock();
				}
			});
		}
		for (Future<Boolean> call : this.threads.invokeAll(calls, 120, TimeUnit.SECONDS)) {
			assertThat(call.get()).isTrue();
		}
	}

	/** What began with an old merchant is believed by its trust only. */
	private void answered() {
		this.underWay.writeLock().lock();
		this.underWay.writeLock().unlock();
	}

	private static void ordersAreSigned(PlatformSigner signer) {
		platform.answers(post(urlEqualTo("/v3/pay/transactions/jsapi")),
				platform.signed(200, "{\"prepay_id\":\"wx26\"}", signer));
	}

}
