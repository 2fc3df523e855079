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

import java.util.Objects;

import io.github.wechatpay4j.simulator.http.Answer;
import io.github.wechatpay4j.simulator.http.Call;
import io.github.wechatpay4j.simulator.http.Gate;
import io.github.wechatpay4j.simulator.official.Fields;
import io.github.wechatpay4j.simulator.payment.Refund.RefundTerms;
import io.github.wechatpay4j.simulator.payment.RefundJson;
import io.github.wechatpay4j.simulator.payment.Refunds;

import org.springframework.web.reactive.function.server.RouterFunctions;

/**
 * Refunds.
 */
final class RefundEndpoints implements Endpoints {

	private static final String ROOT = "/v3/refund/domestic/refunds";

	private final Refunds refunds;

	RefundEndpoints(Refunds refunds) {
		this.refunds = refunds;
	}

	@Override
	public void addTo(RouterFunctions.Builder routes, Gate gate) {
		routes.POST(ROOT, gate.to(this::refund));
		routes.GET(ROOT + "/{out_refund_no}", gate.to((call) -> new Answer.Json(
				RefundJson.of(this.refunds.get(payee(call, call.query()), call.path("out_refund_no"))))));
	}

	private Answer refund(Call call) {
		Fields body = call.body();
		String transactionId = body.optionalText("/transaction_id", 32);
		String outTradeNo = body.optionalText("/out_trade_no", 32);
		if (transactionId == null && outTradeNo == null) {
			throw body.wrong("/transaction_id", "transaction_id和out_trade_no必须传其一");
		}
		String outRefundNo = body.number("/out_refund_no", 1, 64);
		String reason = Objects.requireNonNullElse(body.optionalText("/reason", 80), "");
		String notifyUrl = body.optionalUrl("/notify_url");
		long amount = body.amount("/amount/refund");
		long total = body.amount("/amount/total");
		body.text("/amount/currency", 16);
		body.currency("/amount/currency");
		return new Answer.Json(this.refunds.refund(payee(call, body), transactionId, outTradeNo,
				new RefundTerms(outRefundNo, amount, total, reason, notifyUrl, body.root())));
	}

	private static String payee(Call call, Fields fields) {
		return Objects.requireNonNullElse(fields.optionalText("/sub_mchid", 32), call.merchant().mchid());
	}

}
