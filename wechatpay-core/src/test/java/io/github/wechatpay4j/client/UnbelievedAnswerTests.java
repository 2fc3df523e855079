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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.SignatureException.Reason;
import io.github.wechatpay4j.operation.RawRequest;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A success whose signature does not prove it never reaches the caller.
 */
class UnbelievedAnswerTests {

	private static final String BODY = "{\"prepay_id\":\"wxFORGED\",\"trade_state\":\"SUCCESS\"}";

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final WechatPayClient client = platform.client();

	static Stream<Arguments> forgeries() {
		return Stream.of(forgery("no headers", Reason.MALFORMED, Map::clear),
				forgery("no timestamp", Reason.MALFORMED, (headers) -> headers.remove("Wechatpay-Timestamp")),
				forgery("no nonce", Reason.MALFORMED, (headers) -> headers.remove("Wechatpay-Nonce")),
				forgery("no signature", Reason.MALFORMED, (headers) -> headers.remove("Wechatpay-Signature")),
				forgery("no serial", Reason.MALFORMED, (headers) -> headers.remove("Wechatpay-Serial")),
				forgery("empty signature", Reason.MALFORMED, (headers) -> headers.put("Wechatpay-Signature", "")),
				forgery("not Base64", Reason.MALFORMED, (headers) -> headers.put("Wechatpay-Signature", "%%%")),
				forgery("wrong signature", Reason.MISMATCH, (headers) -> headers.put("Wechatpay-Signature", "AAAA")),
				forgery("other body", Reason.MISMATCH,
						(headers) -> headers
							.putAll(PlatformSigner.publicKey().headers(utf8(BODY + " "), TestClock.START))),
				forgery("other key", Reason.MISMATCH,
						(headers) -> headers
							.putAll(new PlatformSigner(PlatformSigner.PUBLIC_KEY_ID, TestKeys.STRANGER.getPrivate())
								.headers(utf8(BODY), TestClock.START))),
				forgery("stale", Reason.STALE,
						(headers) -> headers.putAll(PlatformSigner.publicKey()
							.headers(utf8(BODY), TestClock.START.minus(Duration.ofMinutes(6))))),
				forgery("unknown serial", Reason.UNKNOWN_KEY,
						(headers) -> headers.put("Wechatpay-Serial", PlatformSigner.serial(1))),
				forgery("probe", Reason.PROBE,
						(headers) -> headers.put("Wechatpay-Signature", "WECHATPAY/SIGNTEST/" + "%".repeat(300))));
	}

	private static Arguments forgery(String name, Reason reason, Consumer<Map<String, String>> change) {
		Map<String, String> headers = PlatformSigner.publicKey().headers(utf8(BODY), TestClock.START);
		change.accept(headers);
		return Arguments.of(name, reason, headers);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("forgeries")
	void refusesASuccess(String name, Reason reason, Map<String, String> headers) {
		platform.answers(FakePlatform.with(200, BODY, headers));
		refuses(Calls.Prepay.of("x"), reason, "Calls.prepay", true);
		refuses(new Calls.Query("1"), reason, "Calls.query", false);
		refuses(new Calls.Close("1"), reason, "Calls.close", true);
		refuses(RawRequest.post("/v3/x", "{}"), reason, "RawRequest", true);
		refuses(RawRequest.get("/v3/x"), reason, "RawRequest", false);
		assertThat(platform.requests()).as("nothing was repeated").hasSize(5);
	}

	@Test
	void refusesAnUnsigned204() {
		platform.answers(FakePlatform.with(204, "", Map.of()));
		assertThat(Failures.failure(SignatureException.class, true, () -> this.client.execute(new Calls.Close("1")))
			.status()).isEqualTo(204);
	}

	private void refuses(WechatPayRequest<?> request, Reason reason, String name, boolean unknown) {
		SignatureException ex = Failures.failure(SignatureException.class, unknown, () -> this.client.execute(request));
		assertThat(ex).hasMessageStartingWith("The answer to " + name + " (200) is not believed: ")
			.hasMessageEndingWith(" [Request-ID " + FakePlatform.REQUEST_ID + "]");
		assertThat(ex.reason()).isEqualTo(reason);
		assertThat(ex.status()).isEqualTo(200);
		assertThat(ex.requestId()).isEqualTo(FakePlatform.REQUEST_ID);
		assertThat(ex.getMessage()).doesNotContain("FORGED");
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
