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

package io.github.wechatpay4j.simulator.endpoint;

import java.util.List;

import io.github.wechatpay4j.simulator.complaint.Complaint;
import io.github.wechatpay4j.simulator.complaint.Complaints;
import io.github.wechatpay4j.simulator.http.Answer;
import io.github.wechatpay4j.simulator.http.Call;
import io.github.wechatpay4j.simulator.http.Gate;
import io.github.wechatpay4j.simulator.official.Fields;
import io.github.wechatpay4j.simulator.official.OfficialTime;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.reactive.function.server.RouterFunctions;

/**
 * Complaints of users.
 */
final class ComplaintEndpoints implements Endpoints {

	private static final String ROOT = "/v3/merchant-service/complaints-v2";

	private final Complaints complaints;

	ComplaintEndpoints(Complaints complaints) {
		this.complaints = complaints;
	}

	@Override
	public void addTo(RouterFunctions.Builder routes, Gate gate) {
		routes.GET(ROOT, gate.to(this::list));
		routes.GET(ROOT + "/{complaint_id}", gate.to((call) -> new Answer.Json(
				toJson(call, this.complaints.get(call.merchant().mchid(), call.path("complaint_id"))))));
	}

	private Answer list(Call call) {
		Fields query = call.query();
		List<Complaint> found = this.complaints.list(call.merchant().mchid(), query.day("/begin_date"),
				query.day("/end_date"));
		int limit = number(query, "/limit", 10, 50);
		int offset = number(query, "/offset", 0, Integer.MAX_VALUE);
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		ArrayNode data = json.putArray("data");
		found.stream().skip(offset).limit(limit).forEach((complaint) -> data.add(toJson(call, complaint)));
		return new Answer.Json(json.put("limit", limit).put("offset", offset).put("total_count", found.size()));
	}

	private static ObjectNode toJson(Call call, Complaint complaint) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("complaint_id", complaint.id());
		json.put("complaint_time", OfficialTime.rfc3339(complaint.time()));
		json.put("complaint_detail", complaint.detail());
		json.put("complainted_mchid", complaint.mchid());
		json.put("complaint_state", "PENDING");
		json.put("payer_phone", call.merchant().encryptor().encrypt(complaint.payerPhone()));
		json.put("payer_openid", complaint.payerOpenid());
		json.putArray("complaint_order_info")
			.addObject()
			.put("transaction_id", complaint.transactionId())
			.put("out_trade_no", complaint.outTradeNo())
			.put("amount", complaint.amount());
		json.putArray("complaint_media_list");
		json.putArray("service_order_info");
		json.put("complaint_full_refunded", false);
		json.put("incoming_user_response", true);
		json.put("problem_description", "不满意商家服务");
		json.put("user_complaint_times", 1);
		json.put("problem_type", "OTHERS");
		json.putArray("user_tag_list").add("TRUSTED");
		return json;
	}

	private static int number(Fields query, String pointer, int otherwise, int max) {
		String text = query.optionalText(pointer, 9);
		if (text == null) {
			return otherwise;
		}
		if (!text.matches("[0-9]+") || Integer.parseInt(text) > max) {
			throw query.wrong(pointer, "取值应为0到" + max);
		}
		return Integer.parseInt(text);
	}

}
