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

import io.github.wechatpay4j.simulator.official.OfficialTime;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Orders as queries and notifications show them.
 */
public final class TransactionJson {

	private static final String CURRENCY = "CNY";

	private TransactionJson() {
	}

	/**
	 * An order, direct or of a service provider.
	 * @param order the order
	 * @param now the time
	 * @return the JSON
	 */
	public static ObjectNode of(Order order, Instant now) {
		Terms terms = order.terms();
		Party party = terms.party();
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		String prefix = party.isPartner() ? "sp_" : "";
		json.put(prefix + "appid", party.appid());
		json.put(prefix + "mchid", party.mchid());
		putSubMerchant(json, party);
		putState(json, order, now);
		Payment payment = order.payment();
		if (payment != null) {
			ObjectNode payer = json.putObject("payer").put(prefix + "openid", payment.openid());
			if (terms.payer().subOpenid() != null) {
				payer.put("sub_openid", terms.payer().subOpenid());
			}
		}
		ObjectNode amount = json.putObject("amount").put("total", terms.total()).put("currency", CURRENCY);
		if (payment != null) {
			amount.put("payer_total", terms.total());
		}
		amount.put("payer_currency", CURRENCY);
		json.putArray("promotion_detail");
		json.putObject("scene_info").put("device_id", terms.deviceId());
		return json;
	}

	/** An order as part of a combined one. */
	static ObjectNode part(Order order, Instant now) {
		Terms terms = order.terms();
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("mchid", terms.party().mchid());
		putSubMerchant(json, terms.party());
		putState(json, order, now);
		ObjectNode amount = json.putObject("amount").put("total_amount", terms.total()).put("currency", CURRENCY);
		if (order.payment() != null) {
			amount.put("payer_amount", terms.total()).put("payer_currency", CURRENCY);
		}
		return json;
	}

	private static void putSubMerchant(ObjectNode json, Party party) {
		if (party.subMchid() != null) {
			json.put("sub_mchid", party.subMchid());
		}
		if (party.subAppid() != null) {
			json.put("sub_appid", party.subAppid());
		}
	}

	private static void putState(ObjectNode json, Order order, Instant now) {
		TradeState state = order.state(now);
		json.put("out_trade_no", order.terms().outTradeNo());
		json.put("trade_state", state.name());
		json.put("trade_state_desc", state.description());
		json.put("attach", order.terms().attach());
		Payment payment = order.payment();
		if (payment != null) {
			json.put("transaction_id", payment.transactionId());
			json.put("trade_type", order.terms().tradeType().name());
			json.put("bank_type", payment.bankType());
			json.put("success_time", OfficialTime.rfc3339(payment.time()));
		}
	}

}
