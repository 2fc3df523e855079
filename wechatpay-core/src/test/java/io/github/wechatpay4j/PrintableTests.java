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

package io.github.wechatpay4j;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrintableTests {

	private static final String FORGED = "1\r\n2026-01-01 INFO refund done \u001b[31m\u202e\u2066\u200f\u2028\u2029\u0085\u200b\ufeff\ud83d";

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r", "\t", "\u0000", "\u001b", "\u007f", "\u0085", "\u009b", "\u200b", "\u200e",
			"\u200f", "\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067",
			"\u2068", "\u2069", "\ufeff", "\u061c" })
	void showsWhatCannotBeSeenAsItsCode(String harmful) {
		assertThat(Printable.text("a" + harmful + "b"))
			.isEqualTo("a\\u" + String.format("%04x", (int) harmful.charAt(0)) + "b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "order-1", "订单“一”，￥", "Grüße", "😀", "a\\u000ab" })
	void leavesTheRestAsItIs(String text) {
		assertThat(Printable.text(text)).isSameAs(text);
	}

	@Test
	void changesNothingTheSecondTime() {
		String once = Printable.text(FORGED);
		assertThat(Printable.text(once)).isSameAs(once);
		assertThat(Printable.text("\udb40\udc41\ud83d")).isEqualTo("\\udb40\\udc41\\ud83d");
	}

	@Test
	void limitsIdentifiers() {
		assertThat(Printable.id("x".repeat(5000))).hasSize(131).endsWith("...");
		assertThat(Printable.text("12345", 5)).isEqualTo("12345");
		assertThat(Printable.text(null)).isEqualTo("null");
	}

	static Stream<WechatPayException> exceptions() {
		return Stream.of(ApiException.of("Calls.refund", 400).error(FORGED, FORGED, FORGED).requestId(FORGED).build(),
				new OutcomeUnknownException("Calls.refund", "out_refund_no", FORGED, new IllegalStateException(FORGED)),
				new TransportException("Calls.refund", TransportException.Phase.EXCHANGING,
						new IllegalStateException(FORGED)),
				new SignatureException(SignatureException.Reason.MISMATCH, FORGED).inAnswerTo("a", 200, FORGED),
				new UnreadableResponseException("Calls.refund", FORGED, 200, FORGED, null),
				new NotificationRejectedException(NotificationRejectedException.Reason.MALFORMED, FORGED),
				new PlatformKeyUnavailableException(new IllegalStateException(FORGED)),
				new CallNotPermittedException("Calls.refund", CallNotPermittedException.Reason.OTHER, FORGED),
				new KeyMaterialException(FORGED, FORGED), new DecryptionException(FORGED));
	}

	@ParameterizedTest
	@MethodSource("exceptions")
	void everyExceptionIsOneLine(WechatPayException ex) {
		assertThat(ex.toString()).matches("[ -~“”订单“一”，￥]*").contains("\\u000d\\u000a", "\\u202e", "\\u001b");
	}

	@Test
	void accessorsReturnTextsAsTheyCame() {
		ApiException ex = ApiException.of("Calls.refund", 400).error(FORGED, FORGED, FORGED).requestId(FORGED).build();
		assertThat(ex.code()).isEqualTo(FORGED);
		assertThat(ex.description()).isEqualTo(FORGED);
		assertThat(ex.field()).isEqualTo(FORGED);
		assertThat(ex.requestId()).isEqualTo(FORGED);
		assertThat(new OutcomeUnknownException("a", "out_refund_no", FORGED, ex).businessNumber()).isEqualTo(FORGED);
	}

	@Test
	void boundsARequestId() {
		assertThat(ApiException.of("a", 400).requestId("9".repeat(100_000)).build().getMessage()).hasSizeLessThan(300);
	}

}
