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
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.ScriptedSource;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.testing.TestTrust;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NotificationPipelineTests {

	private final AtomicReference<Notification<Events.Paid>> seen = new AtomicReference<>();

	private final Events events = new Events().on(Events.Paid.class, this.seen::set);

	@Test
	void handsAVerifiedNotificationToItsHandler() {
		assertThat(this.events.process(Delivery.paid())).isEqualTo(NotificationOutcome.HANDLED);
		Notification<Events.Paid> paid = this.seen.get();
		assertThat(paid.payload())
			.isEqualTo(new Events.Paid("1217752501201407033233368018", "4200001", new Events.Amount(1800, "CNY")));
		assertThat(paid.id()).isEqualTo("EV-2018022511223320873");
		assertThat(paid.eventType()).isEqualTo("TRANSACTION.SUCCESS");
		assertThat(paid.originalType()).isEqualTo("transaction");
		assertThat(paid.summary()).isEqualTo("支付成功");
		assertThat(paid.createTime()).isEqualTo(OffsetDateTime.parse("2026-12-01T16:00:00+08:00"));
		assertThat(paid.merchant()).isEqualTo("default");
		assertThat(paid.mchid()).isEqualTo(TestMerchants.MCHID);
		assertThat(paid.rawJson()).isEqualTo(Delivery.PAID);
		assertThat(paid).hasToString("Notification[TRANSACTION.SUCCESS, EV-2018022511223320873, default]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"associated_data\":\"\",", "" })
	void takesAssociatedDataThatIsEmptyOrAbsent(String associatedData) {
		byte[] sealed = TestMerchants.credentials()
			.aead()
			.encrypt("fdasflkja484".getBytes(StandardCharsets.UTF_8), new byte[0],
					Delivery.PAID.getBytes(StandardCharsets.UTF_8));
		Delivery delivery = Delivery
			.signed(Delivery.envelope("1", "TRANSACTION.SUCCESS", "transaction", "", TestMerchants.API_V3_KEY)
				.replaceAll("\"ciphertext\":\"[^\"]*\",\"associated_data\":\"transaction\",",
						"\"ciphertext\":\"" + Base64.getEncoder().encodeToString(sealed) + "\"," + associatedData));
		assertThat(this.events.process(delivery)).isEqualTo(NotificationOutcome.HANDLED);
	}

	@ParameterizedTest
	@CsvSource({ "20261201160000, 2026-12-01T16:00:00+08:00", "2026-12-01T16:00:00+08:00, 2026-12-01T16:00:00+08:00",
			"2026-12-01 16:00:00,", "soon,", "''," })
	void takesTimesInEveryFormAndNoneForOneItCannotRead(String sent, OffsetDateTime read) {
		String body = new String(Delivery.paid().body(), StandardCharsets.UTF_8);
		assertThat(this.events.process(Delivery.signed(body.replace("2026-12-01T16:00:00+08:00", sent))))
			.isEqualTo(NotificationOutcome.HANDLED);
		assertThat(this.seen.get().createTime()).isEqualTo(read);
	}

	@Test
	void refusesANotificationForNobody() {
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> this.events.processor().process("nobody", Delivery.paid().received()))
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(Reason.UNKNOWN_MERCHANT);
				assertThat(ex.status()).isEqualTo(404);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "mchid", "sp_mchid", "combine_mchid", "mch_id" })
	void refusesANotificationAboutAnotherMerchant(String field) {
		refuses(Delivery.of("1", "TRANSACTION.SUCCESS", "transaction",
				"{\"" + field + "\":\"1900000002\",\"out_trade_no\":\"1\"}"), Reason.WRONG_MERCHANT, 403)
			.withMessage("it is about another merchant than 'default'");
	}

	@Test
	void refusesWhatWasEncryptedWithAnotherApiV3Key() {
		refuses(Delivery.signed(Delivery.envelope("1", "TRANSACTION.SUCCESS", "transaction", Delivery.PAID,
				"AnotherMerchantsApiV3KeyOf32Byte")), Reason.DECRYPTION, 400);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			"AEAD_AES_256_GCM"                       | "AEAD_SM4_GCM"              | MALFORMED
			"AEAD_AES_256_GCM"                       | "none"                      | MALFORMED
			"AEAD_AES_256_GCM"                       | null                        | MALFORMED
			"nonce":"fdasflkja484"                   | "nonce":"fdasflkja485"      | DECRYPTION
			"nonce":"fdasflkja484"                   | "nonce":"short"             | DECRYPTION
			"nonce":"fdasflkja484"                   | "nonce":""                  | MALFORMED
			"nonce":"fdasflkja484"                   | "x":1                       | MALFORMED
			"associated_data":"transaction"          | "associated_data":"t"       | DECRYPTION
			"ciphertext":"                           | "ciphertext":"A             | MALFORMED
			"ciphertext":"                           | "ciphertext":"*             | MALFORMED
			"ciphertext":"                           | "ciphertext":"","x":"       | MALFORMED
			"ciphertext":"                           | "ciphertext":"AAAA","x":"   | DECRYPTION
			"ciphertext":"                           | "ciphertext":"AAAA          | DECRYPTION
			"id":"                                   | "id":"","x":"               | MALFORMED
			"event_type":"                           | "event_type":null,"x":"     | MALFORMED
			"resource":{                             | "resource":null,"x":{       | MALFORMED
			"resource":{                             | "resource":[{               | MALFORMED
			""")
	void refusesASignedNotificationThatIsNotAsTheProtocolSays(String part, String replacement, Reason reason) {
		String whole = new String(Delivery.paid().body(), StandardCharsets.UTF_8);
		assertThat(whole).contains(part);
		refuses(Delivery.signed(whole.replace(part, replacement)), reason, 400)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("fdasflkja", "1217752"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "not JSON", "[]", "null", "{}", "\"x\"", "<xml><return_code>SUCCESS</return_code></xml>" })
	void refusesASignedBodyThatIsNoEnvelope(String body) {
		refuses(Delivery.signed(body), Reason.MALFORMED, 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not JSON", "[]", "null", "\"x\"" })
	void refusesAResourceThatIsNoObject(String resource) {
		refuses(Delivery.of("1", "TRANSACTION.SUCCESS", "transaction", resource), Reason.MALFORMED, 400);
	}

	@Test
	void refusesAProbeUnderItsOwnName() {
		Delivery probe = Delivery.paid();
		probe.headers().put("Wechatpay-Signature", "WECHATPAY/SIGNTEST/%%%");
		refuses(probe, Reason.PROBE, 401);
	}

	@Test
	void refusesAReplay() {
		byte[] body = Delivery.paid().body();
		refuses(Delivery.signed(body, TestClock.START.minus(Duration.ofMinutes(5)).minusSeconds(1)), Reason.SIGNATURE,
				401);
		refuses(Delivery.signed(body, TestClock.START.plus(Duration.ofMinutes(5)).plusSeconds(1)), Reason.SIGNATURE,
				401);
	}

	@Test
	void asksForAnotherDeliveryWhileKeysCannotBeHad() {
		ScriptedSource source = new ScriptedSource().then(
				Mono.error(new TransportException("Certificates.download", TransportException.Phase.CONNECTING, null)));
		Merchant merchant = TestMerchants.merchant(TestTrust.certificates(source, CryptoSuite.rsa(), new TestClock()));
		byte[] body = Delivery.paid().body();
		Delivery delivery = new Delivery(PlatformSigner.certificate(1).headers(body, TestClock.START), body);
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(NotificationRejectedException.class)
				.isThrownBy(() -> this.events.processor(merchant).process("default", delivery.received()))
				.satisfies((ex) -> {
					assertThat(ex.reason()).isEqualTo(Reason.KEYS_UNAVAILABLE);
					assertThat(ex.status()).isEqualTo(503);
				});
		}
		assertThat(source.downloads()).isOne();
	}

	private ThrowableAssertAlternative<NotificationRejectedException> refuses(Delivery delivery, Reason reason,
			int status) {
		return assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> this.events.process(delivery))
			.withNoCause()
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(reason);
				assertThat(ex.status()).isEqualTo(status);
				assertThat(this.seen).hasValue(null);
			});
	}

}
