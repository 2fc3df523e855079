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

package io.github.wechatpay4j.api.partner;

import org.jspecify.annotations.Nullable;

/**
 * Who paid a service provider's order (支付者).
 *
 * @param spOpenid the payer's openid under {@code sp_appid} (用户服务标识)
 * @param subOpenid the payer's openid under {@code sub_appid} (用户子标识)
 */
public record PartnerTransactionPayer(@Nullable String spOpenid, @Nullable String subOpenid) {

	@Override
	public String toString() {
		return "PartnerTransactionPayer[spOpenid=***, subOpenid=***]";
	}

}
