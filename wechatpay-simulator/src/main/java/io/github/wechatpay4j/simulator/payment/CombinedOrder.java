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
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Several orders that are paid at once.
 *
 * @param mchid the merchant who combined them
 * @param appid that merchant's application
 * @param outTradeNo the merchant's number for all of them
 * @param transactionId the platform's number for all of them
 * @param notifyUrl where to notify
 * @param orders the orders
 * @param request the whole request, to recognise a repetition by
 */
public record CombinedOrder(String mchid, String appid, String outTradeNo, String transactionId, String notifyUrl,
		List<Order> orders, JsonNode request) {

	/**
	 * The combined order as queries and notifications show it.
	 * @param now the time
	 * @return the JSON
	 */
	public ObjectNode toJson(Instant now) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("combine_appid", this.appid);
		json.put("combine_mchid", this.mchid);
		json.put("combine_out_trade_no", this.outTradeNo);
		Order first = this.orders.get(0);
		@Nullable Payment payment = first.payment();
		if (payment != null) {
			json.put("combine_transaction_id", this.transactionId);
			json.putObject("combine_payer_info").put("openid", payment.openid());
		}
		json.putObject("scene_info").put("device_id", first.terms().deviceId());
		ArrayNode parts = json.putArray("sub_orders");
		this.orders.forEach((order) -> parts.add(TransactionJson.part(order, now)));
		return json;
	}

	/**
	 * What opens the payment.
	 * @return the prepay_id of all orders
	 */
	public String prepayId() {
		return this.orders.get(0).prepayId();
	}

}
