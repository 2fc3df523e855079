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

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.simulator.http.Call;
import io.github.wechatpay4j.simulator.official.Fields;
import io.github.wechatpay4j.simulator.official.Refusal;
import io.github.wechatpay4j.simulator.payment.Party;
import io.github.wechatpay4j.simulator.payment.Terms;
import io.github.wechatpay4j.simulator.payment.Terms.Payer;
import io.github.wechatpay4j.simulator.payment.TradeType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what orders are placed with, by the field rules of the official pages.
 */
final class OrderReader {

	private static final int MAX_SUB_ORDERS = 50;

	private final Clock clock;

	OrderReader(Clock clock) {
		this.clock = clock;
	}

	Terms direct(Call call, TradeType tradeType) {
		Fields body = call.body();
		String appid = body.text("/appid", 32);
		body.same("/mchid", call.merchant().mchid());
		requireOwn(call, appid);
		String openid = body.optionalText("/payer/openid", 128);
		if (tradeType == TradeType.JSAPI) {
			body.text("/payer/openid", 128);
		}
		return terms(call, tradeType, new Party(call.merchant().mchid(), appid, null, null), new Payer(openid, null));
	}

	Terms partner(Call call, TradeType tradeType) {
		Fields body = call.body();
		String appid = body.text("/sp_appid", 32);
		body.same("/sp_mchid", call.merchant().mchid());
		requireOwn(call, appid);
		Party party = new Party(call.merchant().mchid(), appid, body.text("/sub_mchid", 32),
				body.optionalText("/sub_appid", 32));
		String openid = body.optionalText("/payer/sp_openid", 128);
		String subOpenid = body.optionalText("/payer/sub_openid", 128);
		if (tradeType == TradeType.JSAPI && openid == null && subOpenid == null) {
			throw body.wrong("/payer/sp_openid", "sp_openid和sub_openid必须传其一");
		}
		return terms(call, tradeType, party, new Payer(openid, subOpenid));
	}

	private Terms terms(Call call, TradeType tradeType, Party party, Payer payer) {
		Fields body = call.body();
		String outTradeNo = body.number("/out_trade_no", 6, 32);
		String description = body.text("/description", 127);
		String attach = body.optionalText("/attach", 128);
		String notifyUrl = body.url("/notify_url");
		long total = body.amount("/amount/total");
		body.currency("/amount/currency");
		if (tradeType == TradeType.MWEB) {
			body.text("/scene_info/payer_client_ip", 45);
			body.text("/scene_info/h5_info/type", 32);
		}
		String deviceId = body.optionalText("/scene_info/device_id", 32);
		Instant expiresAt = expiry(body);
		call.decrypt("/payer/identity", "number");
		call.decrypt("/payer/identity", "name");
		return new Terms(party, tradeType, outTradeNo, description, orEmpty(attach), notifyUrl, total, expiresAt, payer,
				orEmpty(deviceId), body.root());
	}

	/** The parts of a combined order. */
	List<Terms> combined(Call call, TradeType tradeType) {
		Fields body = call.body();
		JsonNode subOrders = body.root().at("/sub_orders");
		if (!subOrders.isArray() || subOrders.isEmpty() || subOrders.size() > MAX_SUB_ORDERS) {
			throw body.wrong("/sub_orders", "子单信息最多" + MAX_SUB_ORDERS + "单，且不能为空");
		}
		String openid = body.optionalText("/combine_payer_info/openid", 128);
		if (tradeType == TradeType.JSAPI && body.optionalText("/combine_payer_info/sub_openid", 128) == null) {
			body.text("/combine_payer_info/openid", 128);
		}
		String notifyUrl = body.url("/notify_url");
		String deviceId = orEmpty(body.optionalText("/scene_info/device_id", 32));
		Instant expiresAt = expiry(body);
		List<Terms> parts = new ArrayList<>();
		for (int i = 0; i < subOrders.size(); i++) {
			String at = "/sub_orders/" + i;
			Party party = new Party(body.text(at + "/mchid", 32), body.text("/combine_appid", 32),
					body.optionalText(at + "/sub_mchid", 32), body.optionalText(at + "/sub_appid", 32));
			body.currency(at + "/amount/currency");
			parts.add(new Terms(party, tradeType, body.number(at + "/out_trade_no", 6, 32),
					body.text(at + "/description", 127), body.text(at + "/attach", 128), notifyUrl,
					body.amount(at + "/amount/total_amount"), expiresAt, new Payer(openid, null), deviceId,
					subOrders.get(i)));
		}
		return parts;
	}

	static void requireOwn(Call call, String appid) {
		if (!call.merchant().appid().equals(appid)) {
			throw Refusal.of(400, "APPID_MCHID_NOT_MATCH", "appid和mch_id不匹配");
		}
	}

	private @Nullable Instant expiry(Fields body) {
		Instant expiresAt = body.optionalTime("/time_expire");
		if (expiresAt != null && !expiresAt.isAfter(this.clock.instant())) {
			throw body.wrong("/time_expire", "交易结束时间必须晚于当前时间");
		}
		return expiresAt;
	}

	private static String orEmpty(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

}
