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

package io.github.wechatpay4j.api.payments.transaction;

import org.jspecify.annotations.Nullable;

/**
 * Who paid (支付者).
 *
 * @param openid the payer's openid under the order's appid (用户标识)
 */
public record TransactionPayer(@Nullable String openid) {

	@Override
	public String toString() {
		return "TransactionPayer[openid=***]";
	}

}
