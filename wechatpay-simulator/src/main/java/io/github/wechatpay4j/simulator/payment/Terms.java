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

package io.github.wechatpay4j.simulator.payment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an order was placed with.
 *
 * @param party who asks
 * @param tradeType how the payment is opened
 * @param outTradeNo the merchant's number
 * @param description what is bought
 * @param attach what the merchant wants to get back
 * @param notifyUrl where to notify
 * @param total fen
 * @param expiresAt when it closes, if the merchant said so
 * @param payer who is to pay, if the merchant said so
 * @param deviceId the merchant's device
 * @param request the whole request, to recognise a repetition by
 */
public record Terms(Party party, TradeType tradeType, String outTradeNo, String description, String attach,
		String notifyUrl, long total, @Nullable Instant expiresAt, Payer payer, String deviceId, JsonNode request) {

	/**
	 * A user as the applications see it.
	 *
	 * @param openid as the caller's application sees it
	 * @param subOpenid as the sub-merchant's application sees it
	 */
	public record Payer(@Nullable String openid, @Nullable String subOpenid) {
	}

}
