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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.wechatpay4j.simulator.http.Answer;
import io.github.wechatpay4j.simulator.http.Call;
import io.github.wechatpay4j.simulator.http.Gate;
import io.github.wechatpay4j.simulator.official.Fields;
import io.github.wechatpay4j.simulator.payment.CombinedOrder;
import io.github.wechatpay4j.simulator.payment.CombinedOrders;
import io.github.wechatpay4j.simulator.payment.Terms;
import io.github.wechatpay4j.simulator.payment.TradeType;

import org.springframework.web.reactive.function.server.RouterFunctions;

/**
 * Combined orders.
 */
final class CombineEndpoints implements Endpoints {

	private static final String ROOT = "/v3/combine-transactions";

	private final CombinedOrders combined;

	private final OrderReader reader;

	private final Clock clock;

	CombineEndpoints(CombinedOrders combined, OrderReader reader, Clock clock) {
		this.combined = combined;
		this.reader = reader;
		this.clock = clock;
	}

	@Override
	public void addTo(RouterFunctions.Builder routes, Gate gate) {
		for (TradeType type : TradeType.values()) {
			routes.POST(ROOT + "/" + PaymentEndpoints.segment(type), gate.to((call) -> place(call, type)));
		}
		routes.GET(ROOT + "/out-trade-no/{combine_out_trade_no}",
				gate.to((call) -> new Answer.Json(get(call).toJson(this.clock.instant()))));
		routes.POST(ROOT + "/out-trade-no/{combine_out_trade_no}/close", gate.to(this::close));
	}

	private Answer place(Call call, TradeType type) {
		Fields body = call.body();
		String appid = body.text("/combine_appid", 32);
		body.same("/combine_mchid", call.merchant().mchid());
		OrderReader.requireOwn(call, appid);
		String outTradeNo = body.number("/combine_out_trade_no", 6, 32);
		call.decrypt("/combine_payer_info/identity", "number");
		call.decrypt("/combine_payer_info/identity", "name");
		List<Terms> parts = this.reader.combined(call, type);
		return Opening.of(type,
				this.combined.place(call.merchant().mchid(), appid, outTradeNo, parts, body.root()).prepayId());
	}

	private CombinedOrder get(Call call) {
		return this.combined.get(call.merchant().mchid(), call.path("combine_out_trade_no"));
	}

	private Answer close(Call call) {
		Fields body = call.body();
		OrderReader.requireOwn(call, body.text("/combine_appid", 32));
		Set<String> numbers = new HashSet<>();
		for (int i = 0; i < body.root().path("sub_orders").size(); i++) {
			body.text("/sub_orders/" + i + "/mchid", 32);
			numbers.add(body.text("/sub_orders/" + i + "/out_trade_no", 32));
		}
		this.combined.close(get(call), numbers);
		return new Answer.NoContent();
	}

}
