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

import io.github.wechatpay4j.simulator.http.Answer;
import io.github.wechatpay4j.simulator.http.Call;
import io.github.wechatpay4j.simulator.http.Gate;
import io.github.wechatpay4j.simulator.official.Fields;
import io.github.wechatpay4j.simulator.payment.Order;
import io.github.wechatpay4j.simulator.payment.Orders;
import io.github.wechatpay4j.simulator.payment.Terms;
import io.github.wechatpay4j.simulator.payment.TradeType;
import io.github.wechatpay4j.simulator.payment.TransactionJson;

import org.springframework.web.reactive.function.server.RouterFunctions;

/**
 * Orders, direct and of service providers.
 */
final class PaymentEndpoints implements Endpoints {

	private static final String DIRECT = "/v3/pay/transactions";

	private static final String PARTNER = "/v3/pay/partner/transactions";

	private final Orders orders;

	private final OrderReader reader;

	private final Clock clock;

	PaymentEndpoints(Orders orders, OrderReader reader, Clock clock) {
		this.orders = orders;
		this.reader = reader;
		this.clock = clock;
	}

	@Override
	public void addTo(RouterFunctions.Builder routes, Gate gate) {
		for (TradeType type : TradeType.values()) {
			routes.POST(DIRECT + "/" + segment(type), gate.to((call) -> place(this.reader.direct(call, type))));
			routes.POST(PARTNER + "/" + segment(type), gate.to((call) -> place(this.reader.partner(call, type))));
		}
		routes.GET(DIRECT + "/id/{transaction_id}",
				gate.to((call) -> transaction(call, this.orders.getPaid(own(call), call.path("transaction_id")))));
		routes.GET(DIRECT + "/out-trade-no/{out_trade_no}",
				gate.to((call) -> transaction(call, this.orders.get(own(call), call.path("out_trade_no")))));
		routes.POST(DIRECT + "/out-trade-no/{out_trade_no}/close", gate.to(this::close));
		routes.GET(PARTNER + "/id/{transaction_id}", gate.to((call) -> transaction(call,
				this.orders.getPaid(sub(call, call.query()), call.path("transaction_id")))));
		routes.GET(PARTNER + "/out-trade-no/{out_trade_no}", gate
			.to((call) -> transaction(call, this.orders.get(sub(call, call.query()), call.path("out_trade_no")))));
		routes.POST(PARTNER + "/out-trade-no/{out_trade_no}/close", gate.to(this::closePartner));
	}

	static String segment(TradeType type) {
		return switch (type) {
			case JSAPI -> "jsapi";
			case APP -> "app";
			case NATIVE -> "native";
			case MWEB -> "h5";
		};
	}

	private Answer place(Terms terms) {
		return Opening.of(terms.tradeType(), this.orders.place(terms).prepayId());
	}

	private Answer transaction(Call call, Order order) {
		if (!order.terms().party().mchid().equals(call.merchant().mchid())) {
			throw Orders.notExist();
		}
		return new Answer.Json(TransactionJson.of(order, this.clock.instant()));
	}

	private Answer close(Call call) {
		call.body().same("/mchid", call.merchant().mchid());
		this.orders.close(call.merchant().mchid(), call.path("out_trade_no"));
		return new Answer.NoContent();
	}

	private Answer closePartner(Call call) {
		this.orders.close(sub(call, call.body()), call.path("out_trade_no"));
		return new Answer.NoContent();
	}

	private static String own(Call call) {
		call.query().same("/mchid", call.merchant().mchid());
		return call.merchant().mchid();
	}

	private static String sub(Call call, Fields fields) {
		fields.same("/sp_mchid", call.merchant().mchid());
		return fields.text("/sub_mchid", 32);
	}

}
