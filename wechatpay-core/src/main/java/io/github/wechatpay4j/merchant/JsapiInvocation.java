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

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What {@code WeixinJSBridge.invoke('getBrandWCPayRequest', ...)} and
 * {@code wx.requestPayment} take, under the names that they expect. Hand it to the page
 * as JSON.
 *
 * @param appId the appid
 * @param timeStamp seconds since 1970
 * @param nonceStr a random text
 * @param packageValue {@code prepay_id=...}; named {@code package} in JSON
 * @param signType the kind of signature
 * @param paySign the signature
 */
public record JsapiInvocation(@JsonProperty("appId") String appId, @JsonProperty("timeStamp") String timeStamp,
		@JsonProperty("nonceStr") String nonceStr, @JsonProperty("package") String packageValue,
		@JsonProperty("signType") String signType, @JsonProperty("paySign") String paySign) {
}
