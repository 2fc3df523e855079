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

import java.time.Clock;
import java.util.Base64;
import java.util.Objects;

import io.github.wechatpay4j.crypto.SigningMessage;

/**
 * Signs what the payer's device needs to open the payment (调起支付). Needs no network. Safe
 * for use by many threads.
 * <p>
 * Devices know RSA signatures only. For a merchant with an SM2 key every method throws an
 * {@link UnsupportedOperationException}: configure the merchant's RSA key as a further
 * merchant with the same mchid, and sign with that one.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012365341">Signing for the
 * payer's device</a>
 */
public final class Invocations {

	private final Merchant merchant;

	private final Clock clock;

	/**
	 * Creates a signer of invocations.
	 * @param merchant the merchant that made the order
	 * @param clock tells the time
	 */
	public Invocations(Merchant merchant, Clock clock) {
		this.merchant = Objects.requireNonNull(merchant, "merchant");
		this.clock = Objects.requireNonNull(clock, "clock");
	}

	/**
	 * Parameters for {@code WeixinJSBridge} or {@code wx.requestPayment}, with the
	 * configured appid.
	 * @param prepayId the answer to the order
	 * @return the parameters
	 * @throws IllegalArgumentException if no appid is configured
	 */
	public JsapiInvocation jsapi(String prepayId) {
		return jsapi(prepayId, configuredAppid());
	}

	/**
	 * Parameters for {@code WeixinJSBridge} or {@code wx.requestPayment}.
	 * @param prepayId the answer to the order
	 * @param appid the appid that the order was made with
	 * @return the parameters
	 */
	public JsapiInvocation jsapi(String prepayId, String appid) {
		String timeStamp = timestamp();
		String nonceStr = Nonce.next();
		String packageValue = "prepay_id=" + Objects.requireNonNull(prepayId, "prepayId");
		return new JsapiInvocation(appid, timeStamp, nonceStr, packageValue,
				this.merchant.credentials().suite().signType(), sign(appid, timeStamp, nonceStr, packageValue));
	}

	/**
	 * Parameters for the Open SDK in an app, with the configured appid.
	 * @param prepayId the answer to the order
	 * @return the parameters
	 * @throws IllegalArgumentException if no appid is configured
	 */
	public AppInvocation app(String prepayId) {
		return app(prepayId, configuredAppid());
	}

	/**
	 * Parameters for the Open SDK in an app.
	 * @param prepayId the answer to the order
	 * @param appid the appid that the order was made with
	 * @return the parameters
	 */
	public AppInvocation app(String prepayId, String appid) {
		String timestamp = timestamp();
		String noncestr = Nonce.next();
		Objects.requireNonNull(prepayId, "prepayId");
		// Not sent, but refuses suites whose signatures no device knows
		this.merchant.credentials().suite().signType();
		return new AppInvocation(appid, this.merchant.mchid(), prepayId, "Sign=WXPay", noncestr, timestamp,
				sign(appid, timestamp, noncestr, prepayId));
	}

	private String configuredAppid() {
		String appid = this.merchant.appid();
		if (appid == null) {
			throw new IllegalArgumentException(
					"'appid' is required: pass it, or set it for the merchant (wechatpay.appid)");
		}
		return appid;
	}

	private String timestamp() {
		return Long.toString(this.clock.instant().getEpochSecond());
	}

	private String sign(String... lines) {
		byte[] signature = this.merchant.credentials().signer().sign(SigningMessage.of(lines));
		return Base64.getEncoder().encodeToString(signature);
	}

}
