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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.SignatureException.Reason;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SignatureVerifierTests {

	private static final byte[] BODY = "{\"prepay_id\":\"wx26112221580621e9b071c00d9e093b0000\",\"name\":\"咖啡\"}"
		.getBytes(StandardCharsets.UTF_8);

	private final TestClock clock = new TestClock();

	private final SignatureVerifier verifier = new SignatureVerifier(this.clock);

	private final PlatformSigner platform = PlatformSigner.publicKey();

	private final Trust trust = PlatformSigner.trust();

	private final Map<String, String> headers = this.platform.headers(BODY, TestClock.START);

	@Test
	void believesWhatThePlatformSigned() {
		assertThat(verify(BODY).id()).isEqualTo(PlatformSigner.PUBLIC_KEY_ID);
	}

	@Test
	void believesASignedEmptyBody() {
		byte[] empty = {};
		this.headers.putAll(this.platform.headers(empty, TestClock.START));
		assertThat(verify(empty).id()).isEqualTo(PlatformSigner.PUBLIC_KEY_ID);
		refuses(BODY, Reason.MISMATCH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature", "Wechatpay-Serial" })
	void refusesAMessageWithoutAHeader(String header) {
		this.headers.remove(header);
		refuses(BODY, Reason.MALFORMED).withMessage("the header " + header + " is missing");
		this.headers.put(header, "");
		refuses(BODY, Reason.MALFORMED).withMessage("the header " + header + " is missing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature", "Wechatpay-Serial" })
	void refusesAMessageWithAHeaderThatNoPlatformSends(String header) {
		for (String value : new String[] { "x".repeat(2049), "x\u0000", "x\n1", "x\u007f", "\u009b31mred", "中" }) {
			this.headers.put(header, value);
			refuses(BODY, Reason.MALFORMED).withMessage("the header " + header + " is malformed");
		}
	}

	@Test
	void checksOnlyTheGivenHeadersEvenWhenAllAreMissing() {
		this.headers.clear();
		refuses(BODY, Reason.MALFORMED);
	}

	@ParameterizedTest
	@ValueSource(ints = { -300, -299, 0, 299, 300 })
	void believesATimestampWithinFiveMinutes(int seconds) {
		this.clock.advance(Duration.ofSeconds(seconds));
		assertThat(verify(BODY)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { -86400, -301, 301, 86400 })
	void refusesAGoodSignatureThatIsTooOldOrTooNew(int seconds) {
		this.clock.advance(Duration.ofSeconds(seconds));
		refuses(BODY, Reason.STALE).withMessage("its timestamp is " + Math.abs(seconds)
				+ " seconds away from this machine's clock, more than five minutes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "now", "1.7e9", "0x65", "99999999999999999999", "-9223372036854775808",
			"9223372036854775807", "31556889864403200", " 1796112000", "1796112000 ", "2026-12-01T08:00:00Z" })
	void refusesATimestampThatIsNoNumberOfSeconds(String timestamp) {
		this.headers.put("Wechatpay-Timestamp", timestamp);
		this.headers.put("Wechatpay-Signature", this.platform.sign(timestamp, PlatformSigner.NONCE, BODY));
		refuses(BODY, Reason.MALFORMED).withMessage("the header Wechatpay-Timestamp is malformed");
	}

	@Test
	void refusesMillisecondsAsStale() {
		this.headers.put("Wechatpay-Timestamp", Long.toString(TestClock.START.toEpochMilli()));
		refuses(BODY, Reason.STALE);
	}

	@Test
	void refusesAKeyThatIsNotTrusted() {
		this.headers.put("Wechatpay-Serial", "PUB_KEY_ID_0000000000000000000000000000");
		refuses(BODY, Reason.UNKNOWN_KEY)
			.withMessage("it names a key that is not trusted, PUB_KEY_ID_0000000000000000000000000000");
		this.headers.put("Wechatpay-Serial", "5157F09EFDC096DE15EBE81A47057A7232F1B8E1");
		refuses(BODY, Reason.UNKNOWN_KEY).withMessageEndingWith("trusted, 5157F09EFDC096DE15EBE81A47057A7232F1B8E1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "paid: see http://evil.example", "PUB_KEY_ID_", "PUB_KEY_ID_12 34",
			"55555555555555555555555555555555555555555555555555555555555555555" })
	void repeatsNothingThatDoesNotLookLikeAnId(String serial) {
		this.headers.put("Wechatpay-Serial", serial);
		refuses(BODY, Reason.UNKNOWN_KEY).withMessage("it names a key that is not trusted, which has no known form");
	}

	@Test
	void refusesASignatureOfSomebodyElseUnderATrustedName() {
		PlatformSigner stranger = new PlatformSigner(PlatformSigner.PUBLIC_KEY_ID, TestKeys.STRANGER.getPrivate());
		this.headers.putAll(stranger.headers(BODY, TestClock.START));
		refuses(BODY, Reason.MISMATCH).withMessage("the signature does not belong to these bytes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "WECHATPAY/SIGNTEST/", "WECHATPAY/SIGNTEST/YSBwcm9iZQ==", "WECHATPAY/SIGNTEST/%%%!",
			"WECHATPAY/SIGNTEST/a" })
	void recognizesAProbeWhateverFollows(String signature) {
		this.headers.put("Wechatpay-Signature", signature);
		refuses(BODY, Reason.PROBE).withMessage("it is WeChat Pay's signature probe");
	}

	@ParameterizedTest
	@CsvSource({ "not Base64!, MALFORMED", "A, MALFORMED", "AAAA, MISMATCH", "wechatpay/signtest/abcd, MISMATCH" })
	void refusesASignatureThatIsNone(String signature, Reason reason) {
		this.headers.put("Wechatpay-Signature", signature);
		refuses(BODY, reason);
	}

	@Test
	void refusesABodyWithAnyByteChangedAddedOrRemoved() {
		for (int i = 0; i < BODY.length; i++) {
			byte[] changed = BODY.clone();
			changed[i] ^= 1;
			refuses(changed, Reason.MISMATCH);
		}
		refuses((new String(BODY, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8), Reason.MISMATCH);
		refuses(new String(BODY, StandardCharsets.UTF_8).replace(":", ": ").getBytes(StandardCharsets.UTF_8),
				Reason.MISMATCH);
		refuses(new byte[0], Reason.MISMATCH);
	}

	@Test
	void refusesAnotherNonceOrTimestampThanTheSignedOnes() {
		this.headers.put("Wechatpay-Nonce", "another");
		refuses(BODY, Reason.MISMATCH);
		this.headers.put("Wechatpay-Nonce", PlatformSigner.NONCE);
		this.headers.put("Wechatpay-Timestamp", Long.toString(Instant.now(this.clock).getEpochSecond() + 1));
		refuses(BODY, Reason.MISMATCH);
	}

	@Test
	void looksAtNothingBeforeSomebodySubscribes() {
		this.headers.clear();
		assertThat(this.verifier.verify(SignedMessage.of(this.headers::get, BODY), this.trust)).isNotNull();
	}

	private PlatformKey verify(byte[] body) {
		return this.verifier.verify(SignedMessage.of(this.headers::get, body), this.trust).block();
	}

	private ThrowableAssertAlternative<SignatureException> refuses(byte[] body, Reason reason) {
		return assertThatExceptionOfType(SignatureException.class).isThrownBy(() -> verify(body))
			.withNoCause()
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(reason);
				assertThat(ex.isOutcomeUnknown()).isFalse();
				assertThat(ex.status()).isZero();
			});
	}

}
