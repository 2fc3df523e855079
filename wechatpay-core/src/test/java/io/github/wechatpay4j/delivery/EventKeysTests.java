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

package io.github.wechatpay4j.delivery;

import java.util.List;

import io.github.wechatpay4j.notification.NotificationType;
import io.github.wechatpay4j.notification.NotificationTypes;
import io.github.wechatpay4j.notification.NotificationVerifier;
import io.github.wechatpay4j.notification.VerifiedNotification;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventKeysTests {

	private static final NotificationTypes TYPES = new NotificationTypes(
			List.of(NotificationType.of(EventKeysTests.class, "REFUND.SUCCESS", "REFUND.CLOSED")
				.businessNumber("out_refund_no")
				.build()));

	private static VerifiedNotification notification(String event, String resource) {
		return new NotificationVerifier(new TestClock()).verify(Delivery.of("EV-1", event, "x", resource).received(),
				TestMerchants.merchant());
	}

	@Test
	void nameMerchantEventSubMerchantAndNumber() {
		EventKeys keys = new EventKeys(TYPES);
		VerifiedNotification refund = notification("REFUND.SUCCESS",
				"{\"sub_mchid\":\"1900000109\",\"out_refund_no\":\"R=1\",\"mchid\":\"1900000001\"}");
		assertThat(keys.claimKey(refund)).isEqualTo("1900000001:REFUND.SUCCESS:1900000109:out_refund_no=R=1");
		assertThat(keys.businessNumber(refund)).isEqualTo("R=1");
	}

	@Test
	void fallBackToTheId() {
		EventKeys keys = new EventKeys(TYPES);
		VerifiedNotification unknown = notification("NEW.EVENT", "{\"out_refund_no\":\"R1\"}");
		assertThat(keys.claimKey(unknown)).isEqualTo("1900000001:NEW.EVENT::id=EV-1");
		assertThat(keys.businessNumber(unknown)).isEqualTo("EV-1");
	}

	@Test
	void goByTheApplicationsNumberWhereItTellsOne() {
		EventKeys keys = new EventKeys(TYPES, (notification) -> notification.payload().path("contract").asString(null));
		VerifiedNotification contract = notification("NEW.EVENT", "{\"contract\":\"C1\"}");
		assertThat(keys.claimKey(contract)).isEqualTo("1900000001:NEW.EVENT::own=C1");
		assertThat(keys.businessNumber(contract)).isEqualTo("C1");
		assertThat(keys.businessNumber(notification("REFUND.CLOSED", "{\"out_refund_no\":\"R1\"}"))).isEqualTo("R1");
	}

	@Test
	void beginWithTheNameOfTheApplication() {
		EventKeys keys = new EventKeys(TYPES, (notification) -> null, new ApplicationName("shop"));
		VerifiedNotification refund = notification("REFUND.SUCCESS", "{\"out_refund_no\":\"R1\"}");
		assertThat(keys.claimKey(refund)).isEqualTo("shop:1900000001:REFUND.SUCCESS::out_refund_no=R1");
		assertThat(keys.businessNumber(refund)).isEqualTo("R1");
	}

}
