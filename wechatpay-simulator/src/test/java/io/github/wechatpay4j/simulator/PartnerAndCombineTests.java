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

package io.github.wechatpay4j.simulator;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.github.wechatpay4j.simulator.Refusals.assertRefused;
import static io.github.wechatpay4j.simulator.Refusals.assertWrongField;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Orders of service providers, and combined orders.
 */
class PartnerAndCombineTests extends SimulatorTestSupport {

	private static final String PARTNER = "/v3/pay/partner/transactions";

	private static final String COMBINE = "/v3/combine-transactions";

	private void prepayPartner(String outTradeNo) {
		assertThat(this.caller
			.post(PARTNER + "/jsapi", """
					{"sp_appid":"%s","sp_mchid":"%s","sub_mchid":"1900000109","description":"Tea","out_trade_no":"%s",
					"notify_url":"%s","amount":{"total":300},"payer":{"sp_openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"}}"""
				.formatted(this.caller.merchant().appid(), this.caller.mchid(), outTradeNo, this.receiver.url()))
			.path("prepay_id")
			.stringValue()).startsWith("wx");
	}

	private String ids() {
		return "?sp_mchid=" + this.caller.mchid() + "&sub_mchid=1900000109";
	}

	@Test
	void partnerOrderIsPaidQueriedAndRefunded() throws Exception {
		prepayPartner("partner-1");
		this.simulator.pay("partner-1");
		Receiver.Message message = this.receiver.next();
		message.verify(this.caller.merchant());
		JsonNode notified = message.resource(this.caller.merchant());
		assertThat(notified.path("sp_mchid").stringValue()).isEqualTo(this.caller.mchid());
		assertThat(notified.path("sub_mchid").stringValue()).isEqualTo("1900000109");
		assertThat(notified.at("/payer/sp_openid").stringValue()).isEqualTo("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
		assertThat(notified.has("mchid")).isFalse();
		assertThat(this.caller.get(PARTNER + "/out-trade-no/partner-1" + ids())).isEqualTo(notified);
		assertThat(this.caller.get(PARTNER + "/id/" + notified.path("transaction_id").stringValue() + ids()))
			.isEqualTo(notified);
		assertRefused(404, "ORDER_NOT_EXIST", () -> this.caller.transaction("partner-1"));

		this.caller.post("/v3/refund/domestic/refunds", """
				{"sub_mchid":"1900000109","out_trade_no":"partner-1","out_refund_no":"partner-refund","notify_url":"%s",
				"amount":{"refund":300,"total":300,"currency":"CNY"}}""".formatted(this.receiver.url()));
		JsonNode refunded = this.receiver.next().resource(this.caller.merchant());
		assertThat(refunded.path("sub_mchid").stringValue()).isEqualTo("1900000109");
		assertThat(refunded.has("mchid")).isFalse();
		assertThat(this.caller.get("/v3/refund/domestic/refunds/partner-refund?sub_mchid=1900000109")
			.path("status")
			.stringValue()).isEqualTo("SUCCESS");
	}

	@Test
	void partnerOrderIsClosed() {
		prepayPartner("partner-2");
		this.caller.post(PARTNER + "/out-trade-no/partner-2/close",
				"{\"sp_mchid\":\"%s\",\"sub_mchid\":\"1900000109\"}".formatted(this.caller.mchid()));
		assertThat(this.caller.get(PARTNER + "/out-trade-no/partner-2" + ids()).path("trade_state").stringValue())
			.isEqualTo("CLOSED");
	}

	private JsonNode combine(String outTradeNo, long second) {
		return this.caller.post(COMBINE + "/jsapi",
				"""
						{"combine_appid":"%s","combine_mchid":"%s","combine_out_trade_no":"%s","notify_url":"%s",
						"combine_payer_info":{"openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"},"scene_info":{"device_id":"POS1","payer_client_ip":"127.0.0.1"},
						"sub_orders":[
						{"mchid":"%2$s","attach":"a","amount":{"total_amount":100,"currency":"CNY"},"out_trade_no":"%3$s-a","description":"A"},
						{"mchid":"%2$s","sub_mchid":"1900000109","attach":"b","amount":{"total_amount":%5$d,"currency":"CNY"},"out_trade_no":"%3$s-b","description":"B"}]}"""
					.formatted(this.caller.merchant().appid(), this.caller.mchid(), outTradeNo, this.receiver.url(),
							second));
	}

	private JsonNode combined(String outTradeNo) {
		return this.caller.get(COMBINE + "/out-trade-no/" + outTradeNo);
	}

	@Test
	void combinedOrderIsPaidAtOnceAndRefundedInParts() throws Exception {
		JsonNode prepay = combine("combined-1", 200);
		assertThat(combine("combined-1", 200)).isEqualTo(prepay);
		assertRefused(403, "OUT_TRADE_NO_USED", () -> combine("combined-1", 201));
		assertThat(combined("combined-1").at("/sub_orders/0/trade_state").stringValue()).isEqualTo("NOTPAY");

		this.simulator.pay("combined-1");
		Receiver.Message message = this.receiver.next();
		assertThat(message.verify(this.caller.merchant()).eventType()).isEqualTo("TRANSACTION.SUCCESS");
		JsonNode notified = message.resource(this.caller.merchant());
		assertThat(notified).isEqualTo(combined("combined-1"));
		assertThat(notified.path("sub_orders").size()).isEqualTo(2);
		assertThat(notified.at("/sub_orders/1/amount/total_amount").longValue()).isEqualTo(200);
		assertThat(notified.at("/sub_orders/1/sub_mchid").stringValue()).isEqualTo("1900000109");
		assertThat(notified.path("combine_transaction_id").stringValue()).startsWith("4200");

		String part = notified.at("/sub_orders/0/transaction_id").stringValue();
		this.caller.post("/v3/refund/domestic/refunds",
				"{\"transaction_id\":\"%s\",\"out_refund_no\":\"r1\",\"amount\":{\"refund\":1,\"total\":100,\"currency\":\"CNY\"}}"
					.formatted(part));
		assertThat(combined("combined-1").at("/sub_orders/0/trade_state").stringValue()).isEqualTo("REFUND");
	}

	@Test
	void combinedOrderIsClosed() {
		combine("combined-2", 200);
		String close = "{\"combine_appid\":\"%s\",\"sub_orders\":[%%s]}".formatted(this.caller.merchant().appid());
		String one = "{\"mchid\":\"%s\",\"out_trade_no\":\"combined-2-a\"}".formatted(this.caller.mchid());
		String path = COMBINE + "/out-trade-no/combined-2/close";
		assertRefused(400, "INVALID_REQUEST", () -> this.caller.post(path, close.formatted(one)));
		this.caller.post(path, close.formatted(one + "," + one.replace("-a", "-b")));
		assertThat(combined("combined-2").at("/sub_orders/1/trade_state").stringValue()).isEqualTo("CLOSED");
		assertRefused(404, "ORDER_NOT_EXIST", () -> combined("combined-3"));
		assertWrongField("/sub_orders", () -> this.caller.post(COMBINE + "/jsapi",
				"{\"combine_appid\":\"%s\",\"combine_mchid\":\"%s\",\"combine_out_trade_no\":\"combined-4\",\"sub_orders\":[]}"
					.formatted(this.caller.merchant().appid(), this.caller.mchid())));
	}

}
