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

package io.github.wechatpay4j.notification;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.crypto.Aead;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.ScriptedSource;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.testing.TestTrust;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is kept (in the inbox, on a broker, as a dead letter) while keys change: the
 * platform's, the merchant's, or both. Each time by a node that was started after the
 * change and knows the new keys only.
 */
class ChangeOfKeysTests {

	private static final String NEW_API_V3_KEY = "AnotherApiV3KeyOfTheMerchant0032";

	private static final KeyPair NEW_PLATFORM = TestKeys.generate(2048);

	private static final String NEW_PUBLIC_KEY_ID = "PUB_KEY_ID_0119000000012026120100000000";

	private final TestClock clock = new TestClock();

	private final NotificationVerifier verifier = new NotificationVerifier(this.clock);

	@Test
	void handlesWhatWasKeptSinceAFormerCertificate() {
		ScriptedSource before = new ScriptedSource().then(1);
		SealedNotification kept = keep(signedBy(PlatformSigner.certificate(1)),
				TestMerchants.merchant(TestTrust.certificates(before, CryptoSuite.rsa(), this.clock)));
		this.clock.set(TestKeys.certificate("platform1-certificate.pem").getNotAfter().toInstant());
		ScriptedSource after = new ScriptedSource().then(2);
		Trust restarted = TestTrust.certificates(after, CryptoSuite.rsa(), this.clock);
		assertThat(open(kept, TestMerchants.merchant(restarted))).contains("4200001");
		assertThat(after.downloads()).as("nobody need be asked for what was kept").isZero();
	}

	@Test
	void handlesWhatWasKeptUnderAnEndedCertificateThatIsStillKnown() {
		Trust certificates = TestTrust.certificates(new ScriptedSource().then(1), CryptoSuite.rsa(), this.clock);
		Delivery delivery = signedBy(PlatformSigner.certificate(1));
		this.verifier.verify(delivery.received(), TestMerchants.merchant(certificates));
		this.clock.set(TestKeys.certificate("platform1-certificate.pem").getNotAfter().toInstant());
		SealedNotification withoutKey = SealedNotification.of("default", delivery.headers()::get, delivery.body());
		assertThat(open(withoutKey, TestMerchants.merchant(certificates))).contains("4200001");
	}

	@Test
	void handlesWhatWasKeptBeforeTheChangeToThePublicKey() {
		SealedNotification kept = keep(signedBy(PlatformSigner.certificate(1)), TestMerchants
			.merchant(TestTrust.certificates(new ScriptedSource().then(1), CryptoSuite.rsa(), this.clock)));
		assertThat(open(kept, TestMerchants.merchant())).contains("4200001");
	}

	@Test
	void handlesWhatWasKeptSinceAFormerPublicKey() {
		SealedNotification kept = keep(Delivery.paid(), TestMerchants.merchant());
		this.clock.advance(Duration.ofDays(90));
		assertThat(open(kept, TestMerchants.merchant(newPublicKey()))).contains("4200001");
	}

	@Test
	void handlesWhatWasKeptBeforeTheApiV3KeyWasChanged() {
		SealedNotification kept = keep(Delivery.paid(), TestMerchants.merchant());
		assertThat(open(kept, changed(PlatformSigner.trust()))).contains("4200001");
	}

	@Test
	void handlesWhatWasKeptBeforeBothWereChanged() {
		SealedNotification kept = keep(Delivery.paid(), TestMerchants.merchant());
		Merchant changed = changed(newPublicKey());
		assertThat(open(kept, changed)).contains("4200001");
		SealedNotification keptAgain = this.verifier.verifyAgain(kept, changed, NotificationProgress.none()).sealed();
		assertThat(open(keptAgain, changed)).as("moved to another topic, for example").contains("4200001");
	}

	@Test
	void takesWhatIsUnderWayWhileTheApiV3KeyIsChanged() {
		Merchant changed = changed(PlatformSigner.trust());
		assertThat(this.verifier.verify(Delivery.paid().received(), changed).rawJson()).contains("4200001");
		Delivery fresh = Delivery
			.signed(Delivery.envelope("EV-1", "TRANSACTION.SUCCESS", "transaction", Delivery.PAID, NEW_API_V3_KEY));
		assertThat(this.verifier.verify(fresh.received(), changed).rawJson()).contains("4200001");
	}

	@Test
	void refusesWhatNoKeyOpens() {
		Delivery stranger = Delivery.signed(Delivery.envelope("EV-1", "TRANSACTION.SUCCESS", "transaction",
				Delivery.PAID, "ApiV3KeyOfSomebodyElse0000000032"));
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> this.verifier.verify(stranger.received(), changed(PlatformSigner.trust())))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.DECRYPTION));
		SealedNotification kept = keep(Delivery.paid(), TestMerchants.merchant());
		Merchant forgetful = Merchant.of(credentials(NEW_API_V3_KEY), PlatformSigner.trust()).build();
		assertThat(refusal(kept, forgetful)).as("without the previous key").isEqualTo(Reason.DECRYPTION);
	}

	@Test
	void neverTrustsAKeyThatCameAlong() {
		// A stranger sends a key of their own with a fresh notification
		PlatformSigner stranger = new PlatformSigner(NEW_PUBLIC_KEY_ID, TestKeys.STRANGER.getPrivate());
		Delivery forged = signedBy(stranger);
		forged.headers()
			.put(SealedNotification.PLATFORM_KEY, KeptPlatformKey.seal(
					PlatformKey.ofPublicKey(NEW_PUBLIC_KEY_ID, TestKeys.STRANGER.getPublic(), CryptoSuite.rsa()),
					TestMerchants.credentials()));
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> this.verifier.verify(forged.received(), TestMerchants.merchant()))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.SIGNATURE));
	}

	@Test
	void believesNoKeyThatWasPutWhereNotificationsAreKept() {
		PlatformSigner stranger = new PlatformSigner(NEW_PUBLIC_KEY_ID, TestKeys.STRANGER.getPrivate());
		PlatformKey own = PlatformKey.ofPublicKey(NEW_PUBLIC_KEY_ID, TestKeys.STRANGER.getPublic(), CryptoSuite.rsa());
		String realKey = keep(Delivery.paid(), TestMerchants.merchant()).header(SealedNotification.PLATFORM_KEY);
		String underAnotherKey = KeptPlatformKey.seal(own, credentials("ApiV3KeyOfSomebodyElse0000000032"));
		String ofAnotherMerchant = KeptPlatformKey.seal(own,
				TestMerchants.credentials("1900000109", TestKeys.MERCHANT));
		String plain = Base64.getEncoder().encodeToString(TestKeys.STRANGER.getPublic().getEncoded());
		for (String put : new String[] { realKey, underAnotherKey, ofAnotherMerchant, plain, "", "AAAA", "no Base64!",
				null }) {
			Map<String, String> headers = new HashMap<>(signedBy(stranger).headers());
			headers.put(SealedNotification.PLATFORM_KEY, put);
			SealedNotification forged = SealedNotification.of("default", headers::get, signedBy(stranger).body());
			assertThat(refusal(forged, TestMerchants.merchant())).as(put).isEqualTo(Reason.KEYS_UNAVAILABLE);
		}
		Map<String, String> headers = new HashMap<>(Delivery.paid().headers());
		headers.put(SealedNotification.PLATFORM_KEY, realKey);
		SealedNotification changed = SealedNotification.of("default", headers::get,
				"{}".getBytes(StandardCharsets.UTF_8));
		assertThat(refusal(changed, TestMerchants.merchant(newPublicKey())))
			.as("the signature is verified all the same")
			.isEqualTo(Reason.SIGNATURE);
	}

	@Test
	void keepsWithoutTheKeyWhereTheApiV3KeyEncryptsNothing() {
		Credentials known = TestMerchants.credentials();
		Aead decryptsOnly = new Aead() {

			@Override
			public byte[] decrypt(byte[] nonce, byte[] associatedData, byte[] cipherText) throws DecryptionException {
				return known.aead().decrypt(nonce, associatedData, cipherText);
			}

			@Override
			public byte[] encrypt(byte[] nonce, byte[] associatedData, byte[] plainText) {
				throw new UnsupportedOperationException("a KMS that only decrypts");
			}

		};
		Merchant merchant = Merchant
			.of(new Credentials(known.mchid(), known.suite(), known.signer(), known.decryptor(), decryptsOnly),
					PlatformSigner.trust())
			.build();
		SealedNotification kept = keep(Delivery.paid(), merchant);
		assertThat(kept.header(SealedNotification.PLATFORM_KEY)).isNull();
		assertThat(open(kept, merchant)).contains("4200001");
	}

	@Test
	void keepsTheKeyUnderTheApiV3KeyOnly() {
		String sealed = keep(Delivery.paid(), TestMerchants.merchant()).header(SealedNotification.PLATFORM_KEY);
		assertThat(sealed).isBase64().hasSizeLessThan(1000);
		assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1)).doesNotContain(
				new String(TestKeys.PLATFORM.getPublic().getEncoded(), StandardCharsets.ISO_8859_1).substring(40, 80));
		assertThat(Base64.getDecoder().decode(sealed)[0]).as("no nonce of the platform's, which are ASCII")
			.isNegative();
	}

	private SealedNotification keep(Delivery delivery, Merchant merchant) {
		SealedNotification sealed = this.verifier.verify(delivery.received(), merchant).sealed();
		Map<String, String> headers = new HashMap<>();
		SealedNotification.HEADERS.forEach((name) -> headers.put(name, sealed.header(name)));
		return SealedNotification.of(sealed.merchant(), headers::get, sealed.body());
	}

	private String open(SealedNotification kept, Merchant merchant) {
		return this.verifier.verifyAgain(kept, merchant, NotificationProgress.none()).rawJson();
	}

	private Reason refusal(SealedNotification kept, Merchant merchant) {
		try {
			open(kept, merchant);
		}
		catch (NotificationRejectedException ex) {
			return ex.reason();
		}
		throw new AssertionError("it was accepted");
	}

	private static Delivery signedBy(PlatformSigner signer) {
		byte[] body = Delivery.paid().body();
		return new Delivery(signer.headers(body, TestClock.START), body);
	}

	private static Trust newPublicKey() {
		return Trust.publicKey(PlatformKey.ofPublicKey(NEW_PUBLIC_KEY_ID, NEW_PLATFORM.getPublic(), CryptoSuite.rsa()));
	}

	private static Merchant changed(Trust trust) {
		return Merchant.of(credentials(NEW_API_V3_KEY).withPreviousApiV3Key(TestMerchants.API_V3_KEY), trust).build();
	}

	private static Credentials credentials(String apiV3Key) {
		Credentials known = TestMerchants.credentials();
		return new Credentials(known.mchid(), known.suite(), known.signer(), known.decryptor(),
				known.suite().aead(apiV3Key));
	}

}
