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

package io.github.wechatpay4j.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Which paths are the endpoint's, and whose.
 */
class NotificationPathTests {

	private final NotificationPath path = new NotificationPath("/wechatpay/notifications");

	@ParameterizedTest
	@ValueSource(strings = { "default", "shop-b", "shop.b", "shop_b", "\u5546\u6237", "shop b", "a+b", "a&b=c", "~x" })
	void findsTheMerchantOfItsOwnAddress(String merchant) {
		if (merchant.contains(" ")) {
			// No merchant can be called so, and nobody is looked up
			assertThat(this.path.merchantOf(this.path.of(merchant))).isEmpty();
			return;
		}
		assertThat(this.path.merchantOf(this.path.of(merchant))).contains(merchant);
		assertThat(this.path.merchantOf(this.path.of(merchant) + "/")).contains(merchant);
		assertThat(this.path.of(merchant)).matches("[\\x21-\\x7e]+");
	}

	@Test
	void takesWhatAServerTakesForTheSamePath() {
		assertThat(this.path.merchantOf("/wechatpay/notif%69cations")).contains("default");
		assertThat(this.path.merchantOf("/wechatpay/notifications/shop%2Db")).contains("shop-b");
		assertThat(this.path.merchantOf("/wechatpay/notifications;v=1/shop-b;v=2")).contains("shop-b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "/wechatpay", "/wechatpay/notification", "/wechatpay/notificationsx",
			"/wechatpay/notifications//", "//wechatpay/notifications", "/wechatpay//notifications",
			"/wechatpay/notifications/a/b", "/wechatpay/notifications/%2F", "/wechatpay/notifications/%",
			"/wechatpay/notifications/%zz", "/wechatpay/notifications/a%0Ab", "/wechatpay/notifications/a%5Cb",
			"wechatpay/notifications", "/shop/wechatpay/notifications" })
	void leavesOtherPaths(String other) {
		assertThat(this.path.merchantOf(other)).isEmpty();
	}

	@Test
	void looksUpNoNameWithoutEnd() {
		assertThat(this.path.merchantOf("/wechatpay/notifications/" + "a".repeat(129))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "news", "/news/", "//news", "/news/{id}", "/news?a=b", "/news\u200b", "/ne ws" })
	void refusesWhatIsNoPlainPath(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> new NotificationPath(value));
	}

}
