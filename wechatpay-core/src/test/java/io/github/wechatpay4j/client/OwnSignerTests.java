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

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;

import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.FieldDecryptor;
import io.github.wechatpay4j.crypto.Signer;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.CertificateAnswers;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.testing.TestTrust;
import io.github.wechatpay4j.trust.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys behind a KMS, whose answers take their time: never on an event loop.
 */
class OwnSignerTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final Kms kms = new Kms(true);

	@Test
	void signsAndDecryptsWhereBlockingIsAllowed() throws Exception {
		String encrypted = CryptoSuite.rsa().encryptor(TestKeys.MERCHANT.getPublic()).encrypt("张三");
		platform.answers(platform.signed(200, "{\"user_name\":\"" + encrypted + "\"}"));
		ReactiveWechatPayClient client = platform.reactiveClient(merchant(this.kms, PlatformSigner.trust()));
		for (Mono<Calls.Payee> call : List.of(client.execute(new Calls.Transfer("1", "李四")),
				client.execute(new Calls.Transfer("2", "李四")).subscribeOn(Schedulers.parallel()))) {
			assertThat(call.block().userName()).isEqualTo("张三");
		}
		assertThat(this.kms.threads).hasSize(4).allSatisfy((loop) -> assertThat(loop).isFalse());
		Authorization.parse(platform.requests().get(0).getHeader("Authorization"))
			.signs(TestKeys.MERCHANT.getPublic(), "POST", platform.requests().get(0).getUrl(),
					platform.requests().get(0).getBody());
	}

	@Test
	void signsWhereBlockingIsAllowedAfterADownloadOfCertificates() {
		// The download answers on an event loop, and the call goes on from there
		CertificateAnswers.handOut(platform, 1);
		platform.answers(post(urlPathMatching("/v3/pay/.*")),
				platform.signed(200, "{\"prepay_id\":\"wx26\"}", PlatformSigner.certificate(1)));
		Credentials credentials = credentials(this.kms);
		Trust certificates = TestTrust.certificates(platform.exchange().certificateSource(credentials),
				CryptoSuite.rsa(), platform.clock());
		ReactiveWechatPayClient client = platform.reactiveClient(merchant(this.kms, certificates));
		assertThat(client.execute(Calls.Prepay.of("x")).block().prepayId()).isEqualTo("wx26");
		assertThat(this.kms.threads).as("the download and the call").hasSize(2).containsOnly(false);
	}

	@Test
	void staysWhereItIsWithASignerThatOnlyComputes() {
		Kms fast = new Kms(false);
		platform.answers(platform.signed(200, "{\"prepay_id\":\"wx26\"}"));
		ReactiveWechatPayClient client = platform.reactiveClient(merchant(fast, PlatformSigner.trust()));
		client.execute(Calls.Prepay.of("x")).subscribeOn(Schedulers.parallel()).block();
		assertThat(fast.threads).containsExactly(true);
	}

	@Test
	void takesSignersForBlockingUnlessTheySayOtherwise() {
		assertThat(new Signer() {

			@Override
			public String serialNumber() {
				return "1";
			}

			@Override
			public byte[] sign(byte[] message) {
				return message;
			}

		}.isBlocking()).isTrue();
		assertThat(TestMerchants.credentials().signer().isBlocking()).isFalse();
		assertThat(TestMerchants.credentials().decryptor().isBlocking()).isFalse();
	}

	@Test
	void signsDownloadsOfFilesWhereBlockingIsAllowed() throws IOException {
		platform.answers(FakePlatform.with(200, "bill", Map.of()));
		Calls.Bill bill = new Calls.Bill(platform.url() + "/v3/billdownload/file?token=x", "SHA1", "x");
		InputStream received = Mono
			.fromSupplier(() -> platform.exchange()
				.open(bill, merchant(this.kms, PlatformSigner.trust()), Duration.ofSeconds(10)))
			.subscribeOn(Schedulers.parallel())
			.blockOptional()
			.orElseThrow();
		try (received) {
			assertThat(received.readAllBytes()).asString().isEqualTo("bill");
		}
		assertThat(this.kms.threads).containsExactly(false);
	}

	@Test
	void leavesTheOutcomeOpenWhenNoThreadIsLeftForTheAnswer() {
		platform.answers(platform.signed(200, "{}"));
		Credentials local = TestMerchants.credentials();
		Merchant merchant = Merchant
			.of(new Credentials(TestMerchants.MCHID, local.suite(), local.signer(), this.kms, local.aead()),
					PlatformSigner.trust())
			.appid(TestMerchants.APPID)
			.build();
		// As a pool does that is full, or has been shut down
		Schedulers.onScheduleHook("full", (task) -> {
			if (Thread.currentThread().getName().startsWith("reactor-http")) {
				throw new RejectedExecutionException("no thread is left");
			}
			return task;
		});
		try {
			TransportException ex = Failures.failure(TransportException.class, true,
					() -> platform.client(merchant).execute(Calls.Prepay.of("x")));
			assertThat(ex.phase()).isEqualTo(TransportException.Phase.EXCHANGING);
		}
		finally {
			Schedulers.resetOnScheduleHook("full");
		}
		assertThat(platform.requests()).hasSize(1);
	}

	private static Merchant merchant(Kms kms, Trust trust) {
		return Merchant.of(credentials(kms), trust).appid(TestMerchants.APPID).build();
	}

	private static Credentials credentials(Kms kms) {
		return new Credentials(TestMerchants.MCHID, CryptoSuite.rsa(), kms, kms, TestMerchants.credentials().aead());
	}

	/** Remembers whether it was called on threads that must not block. */
	private static final class Kms implements Signer, FieldDecryptor {

		private final Credentials keys = TestMerchants.credentials();

		private final List<Boolean> threads = new CopyOnWriteArrayList<>();

		private final boolean blocking;

		private Kms(boolean blocking) {
			this.blocking = blocking;
		}

		@Override
		public String serialNumber() {
			return TestMerchants.SERIAL;
		}

		@Override
		public byte[] sign(byte[] message) {
			called();
			assertThat(new String(message, StandardCharsets.UTF_8)).contains("/v3/");
			return this.keys.signer().sign(message);
		}

		@Override
		public String decrypt(String cipherText) {
			called();
			return this.keys.decryptor().decrypt(cipherText);
		}

		@Override
		public boolean isBlocking() {
			return this.blocking;
		}

		private void called() {
			this.threads
				.add(Schedulers.isInNonBlockingThread() || Thread.currentThread().getName().startsWith("reactor-http"));
		}

	}

}
