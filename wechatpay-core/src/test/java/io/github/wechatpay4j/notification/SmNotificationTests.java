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
import java.util.Map;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.SmPlatform;
import io.github.wechatpay4j.testing.TestClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Notifications of a merchant with an SM2 key, signed and sealed by Kona.
 */
class SmNotificationTests {

	private final NotificationVerifier verifier = new NotificationVerifier(new TestClock());

	private final Merchant merchant = SmPlatform.merchant(SmPlatform.trust());

	@Test
	void verifiesAndOpensWhatThePlatformSends() {
		VerifiedNotification notification = this.verifier.verify(received(envelope("AEAD_SM4_GCM")), this.merchant);
		assertThat(notification.merchant()).isEqualTo(this.merchant);
		assertThat(notification.rawJson()).isEqualTo(Delivery.PAID);
	}

	@Test
	void rejectsWhatWasChangedOnTheWay() {
		String sent = envelope("AEAD_SM4_GCM");
		String changed = sent.replace("transaction", "transactioN");
		Map<String, String> headers = SmPlatform.headers(sent.getBytes(StandardCharsets.UTF_8), TestClock.START);
		rejects(ReceivedNotification.of(headers::get, changed.getBytes(StandardCharsets.UTF_8)), Reason.SIGNATURE);
	}

	@Test
	void rejectsAnEnvelopeThatNamesAnotherAlgorithm() {
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> this.verifier.verify(received(envelope("AEAD_AES_256_GCM")), this.merchant));
	}

	@Test
	void rejectsWhatIsSignedForAnRsaMerchant() {
		rejects(Delivery.paid().received(), Reason.SIGNATURE);
	}

	private void rejects(ReceivedNotification received, Reason reason) {
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> this.verifier.verify(received, this.merchant))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	private static ReceivedNotification received(String body) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return ReceivedNotification.of(SmPlatform.headers(bytes, TestClock.START)::get, bytes);
	}

	private static String envelope(String algorithm) {
		return "{\"id\":\"EV-1\",\"create_time\":\"2026-12-01T16:00:00+08:00\",\"resource_type\":\"encrypt-resource\","
				+ "\"event_type\":\"TRANSACTION.SUCCESS\",\"summary\":\"支付成功\",\"resource\":{"
				+ "\"original_type\":\"transaction\","
				+ SmPlatform.sealed(Delivery.PAID, "transaction").replace("AEAD_SM4_GCM", algorithm) + "}}";
	}

}
