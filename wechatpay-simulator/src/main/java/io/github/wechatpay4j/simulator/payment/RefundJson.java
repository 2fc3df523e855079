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
import java.util.Objects;

import io.github.wechatpay4j.simulator.official.OfficialTime;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Refunds as answers and notifications show them.
 */
public final class RefundJson {

	private static final String ACCOUNT = "支付用户零钱";

	private RefundJson() {
	}

	/**
	 * A refund as an answer.
	 * @param refund the refund
	 * @return the JSON
	 */
	public static ObjectNode of(Refund refund) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		putNumbers(json, refund);
		json.put("channel", "ORIGINAL");
		json.put("user_received_account", ACCOUNT);
		putSuccessTime(json, refund);
		json.put("create_time", OfficialTime.rfc3339(refund.createdAt()));
		json.put("status", refund.status());
		json.put("funds_account", "AVAILABLE");
		ObjectNode amount = amount(json, refund);
		amount.putArray("from");
		amount.put("settlement_refund", refund.terms().amount());
		amount.put("settlement_total", refund.terms().total());
		amount.put("discount_refund", 0);
		amount.put("currency", "CNY");
		amount.put("refund_fee", 0);
		json.putArray("promotion_detail");
		return json;
	}

	static ObjectNode notification(Refund refund) {
		Party party = refund.order().terms().party();
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		if (party.subMchid() != null) {
			json.put("sp_mchid", party.mchid());
			json.put("sub_mchid", party.subMchid());
		}
		else {
			json.put("mchid", party.mchid());
		}
		putNumbers(json, refund);
		json.put("refund_status", refund.status());
		putSuccessTime(json, refund);
		json.put("user_received_account", ACCOUNT);
		amount(json, refund);
		return json;
	}

	private static void putNumbers(ObjectNode json, Refund refund) {
		json.put("refund_id", refund.refundId());
		json.put("out_refund_no", refund.terms().outRefundNo());
		json.put("transaction_id", Objects.requireNonNull(refund.order().payment()).transactionId());
		json.put("out_trade_no", refund.order().terms().outTradeNo());
	}

	private static void putSuccessTime(ObjectNode json, Refund refund) {
		Instant time = refund.successAt();
		if (time != null) {
			json.put("success_time", OfficialTime.rfc3339(time));
		}
	}

	private static ObjectNode amount(ObjectNode json, Refund refund) {
		long refunded = refund.terms().amount();
		long total = refund.terms().total();
		return json.putObject("amount")
			.put("total", total)
			.put("refund", refunded)
			.put("payer_total", total)
			.put("payer_refund", refunded);
	}

}
