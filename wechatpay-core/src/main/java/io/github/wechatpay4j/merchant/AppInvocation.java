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
 * What the Open SDK's {@code PayReq} takes, under the names that it expects. Hand it to
 * the app as JSON.
 *
 * @param appid the appid
 * @param partnerid the merchant's number
 * @param prepayid the answer to the order
 * @param packageValue always {@code Sign=WXPay}; named {@code package} in JSON
 * @param noncestr a random text
 * @param timestamp seconds since 1970
 * @param sign the signature
 */
public record AppInvocation(@JsonProperty("appid") String appid, @JsonProperty("partnerid") String partnerid,
		@JsonProperty("prepayid") String prepayid, @JsonProperty("package") String packageValue,
		@JsonProperty("noncestr") String noncestr, @JsonProperty("timestamp") String timestamp,
		@JsonProperty("sign") String sign) {
}
