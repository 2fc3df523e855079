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
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A body that a filter has read or rewritten is told apart from a forged one.
 */
class ChangedBodyTests {

	private final NotificationVerifier verifier = new NotificationVerifier(new TestClock());

	private final Delivery paid = Delivery.paid();

	private final byte[] body = this.paid.body();

	static Stream<Arguments> changes() {
		return Stream.of(Arguments.of("", "there are 0 bytes of the "), Arguments.of("{}", "there are 2 bytes of the "),
				Arguments.of("x".repeat(5000), "there are 5000 bytes of the "));
	}

	@ParameterizedTest
	@MethodSource("changes")
	void saysThatTheBodyIsNotTheOneThatWasAnnounced(String left, String found) {
		refused(left.getBytes(StandardCharsets.UTF_8), Integer.toString(this.body.length), Reason.BODY_CHANGED)
			.withMessageStartingWith("the signature does not belong to these bytes: " + found + this.body.length)
			.withMessageContaining("filter");
	}

	@Test
	void saysThatNothingIsLeftOfABodyOfUnknownLength() {
		refused(new byte[0], null, Reason.BODY_CHANGED).withMessageContaining("there is no body");
	}

	@Test
	void stillCallsAForgedBodyForged() {
		byte[] forged = this.body.clone();
		forged[forged.length - 3] ^= 1;
		refused(forged, Integer.toString(forged.length), Reason.SIGNATURE);
		refused(forged, null, Reason.SIGNATURE);
		refused(new byte[0], "0", Reason.SIGNATURE);
	}

	@Test
	void showsAnAnnouncementOnOneShortLine() {
		refused(new byte[0], "1\r\n2" + "3".repeat(5000), Reason.BODY_CHANGED).withMessageContaining("1\\u000d\\u000a2")
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(400).doesNotContain("\n", "\r"));
	}

	private ThrowableAssertAlternative<NotificationRejectedException> refused(byte[] left, @Nullable String announced,
			Reason reason) {
		Map<String, String> headers = new HashMap<>(this.paid.headers());
		if (announced != null) {
			headers.put("Content-Length", announced);
		}
		ReceivedNotification received = ReceivedNotification.of(headers::get, left);
		return assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> this.verifier.verify(received, TestMerchants.merchant()))
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(reason);
				assertThat(ex.status()).isEqualTo(401);
			});
	}

}
