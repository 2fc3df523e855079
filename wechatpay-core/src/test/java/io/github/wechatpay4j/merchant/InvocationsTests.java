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

package io.github.wechatpay4j.merchant;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InvocationsTests {

	private static final String PREPAY_ID = "wx201410272009395522657a690389285100";

	private static final String TIME = Long.toString(TestClock.START.getEpochSecond());

	private final Invocations invocations = new Invocations(TestMerchants.merchant(), new TestClock());

	@Test
	void signsForJsapiAndMiniPrograms() {
		JsapiInvocation jsapi = this.invocations.jsapi(PREPAY_ID);
		assertThat(jsapi.packageValue()).isEqualTo("prepay_id=" + PREPAY_ID);
		assertThat(jsapi.timeStamp()).isEqualTo(TIME);
		assertThat(jsapi.nonceStr()).matches("[0-9A-Z]{32}");
		assertThat(jsapi.signType()).isEqualTo("RSA");
		assertSigned(jsapi.paySign(),
				TestMerchants.APPID + "\n" + TIME + "\n" + jsapi.nonceStr() + "\nprepay_id=" + PREPAY_ID + "\n");
	}

	@Test
	void signsForApps() {
		AppInvocation app = this.invocations.app(PREPAY_ID, "wxOther");
		assertThat(app.partnerid()).isEqualTo(TestMerchants.MCHID);
		assertThat(app.packageValue()).isEqualTo("Sign=WXPay");
		assertSigned(app.sign(), "wxOther\n" + TIME + "\n" + app.noncestr() + "\n" + PREPAY_ID + "\n");
	}

	@Test
	void givesJsonUnderExactlyTheNamesThatDevicesExpect() {
		JsonMapper anyMapper = JsonMapper.builder().build();
		assertThat(anyMapper.valueToTree(this.invocations.jsapi(PREPAY_ID)).propertyNames())
			.containsExactlyInAnyOrder("appId", "timeStamp", "nonceStr", "package", "signType", "paySign");
		assertThat(anyMapper.valueToTree(this.invocations.app(PREPAY_ID)).propertyNames())
			.containsExactlyInAnyOrder("appid", "partnerid", "prepayid", "package", "noncestr", "timestamp", "sign");
	}

	@Test
	void usesAFreshNonceEachTime() {
		assertThat(this.invocations.jsapi(PREPAY_ID).nonceStr())
			.isNotEqualTo(this.invocations.jsapi(PREPAY_ID).nonceStr());
	}

	@Test
	void saysHowToSetTheAppid() {
		Merchant poor = Merchant.of(TestMerchants.credentials(), PlatformSigner.trust()).build();
		assertThatIllegalArgumentException().isThrownBy(() -> new Invocations(poor, new TestClock()).jsapi(PREPAY_ID))
			.withMessage("'appid' is required: pass it, or set it for the merchant (wechatpay.appid)");
	}

	private static void assertSigned(String signature, String message) {
		assertThat(CryptoSuite.rsa()
			.verifier(TestKeys.MERCHANT.getPublic())
			.verify(message.getBytes(StandardCharsets.UTF_8), Base64.getDecoder().decode(signature))).isTrue();
	}

}
