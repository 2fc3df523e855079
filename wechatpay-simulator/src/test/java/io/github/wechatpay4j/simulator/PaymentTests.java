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

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static io.github.wechatpay4j.simulator.Refusals.assertRefused;
import static io.github.wechatpay4j.simulator.Refusals.assertWrongField;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Orders: states and error codes.
 */
class PaymentTests extends SimulatorTestSupport {

	@Override
	SimulatorSettings settings() {
		return super.settings().withClock(this.clock);
	}

	private void close(String outTradeNo) {
		this.caller.post("/v3/pay/transactions/out-trade-no/" + outTradeNo + "/close",
				"{\"mchid\":\"" + this.caller.mchid() + "\"}");
	}

	@ParameterizedTest
	@CsvSource({ "jsapi,prepay_id,wx", "app,prepay_id,wx", "native,code_url,weixin://wxpay/bizpayurl?pr=",
			"h5,h5_url,https://wx.tenpay.com/" })
	void opensEveryKindOfPayment(String kind, String field, String prefix) throws Exception {
		ObjectNode order = (ObjectNode) Caller.JSON.readTree(this.caller.order("kind-" + kind, 1, this.receiver.url()));
		order.putObject("scene_info").put("payer_client_ip", "127.0.0.1").putObject("h5_info").put("type", "Wap");
		JsonNode first = this.caller.post("/v3/pay/transactions/" + kind, order.toString());
		assertThat(first.path(field).stringValue()).startsWith(prefix);
		assertThat(this.caller.post("/v3/pay/transactions/" + kind, order.toString())).isEqualTo(first);
		this.simulator.pay("kind-" + kind);
		assertThat(this.receiver.next().verify(this.caller.merchant(), this.clock).eventType())
			.isEqualTo("TRANSACTION.SUCCESS");
	}

	@Test
	void refusesSameNumberWithOtherParameters() {
		prepay("used-number", 100);
		assertRefused(403, "OUT_TRADE_NO_USED", () -> prepay("used-number", 101));
		assertRefused(403, "OUT_TRADE_NO_USED", () -> this.caller.post("/v3/pay/transactions/native",
				this.caller.order("used-number", 100, this.receiver.url())));
	}

	@Test
	void refusesToPlaceOrCloseWhatIsPaid() throws Exception {
		paid("paid-once", 100);
		assertRefused(400, "ORDERPAID", () -> prepay("paid-once", 100));
		assertRefused(400, "ORDERPAID", () -> close("paid-once"));
		assertThatIllegalStateException().isThrownBy(() -> this.simulator.pay("paid-once"))
			.withMessageContaining("ORDERPAID");
	}

	@Test
	void closesForGood() {
		prepay("closed-one", 100);
		close("closed-one");
		assertThat(state("closed-one")).isEqualTo("CLOSED");
		assertRefused(400, "ORDER_CLOSED", () -> prepay("closed-one", 100));
		assertRefused(400, "ORDER_CLOSED", () -> close("closed-one"));
		assertThatIllegalStateException().isThrownBy(() -> this.simulator.pay("closed-one"))
			.withMessageContaining("ORDER_CLOSED");
	}

	@Test
	void doesNotKnowWhatWasNeverPlaced() {
		assertRefused(404, "ORDER_NOT_EXIST", () -> this.caller.transaction("never-placed"));
		assertRefused(404, "ORDER_NOT_EXIST",
				() -> this.caller.get("/v3/pay/transactions/id/4200000000?mchid=" + this.caller.mchid()));
		assertRefused(404, "ORDER_NOT_EXIST", () -> close("never-placed"));
		assertThatIllegalStateException().isThrownBy(() -> this.simulator.pay("never-placed"));
	}

	@Test
	void expires() {
		ObjectNode order = (ObjectNode) Caller.JSON.readTree(this.caller.order("expires-1", 1, this.receiver.url()));
		order.put("time_expire", this.clock.instant().plusSeconds(300).toString());
		this.caller.post("/v3/pay/transactions/jsapi", order.toString());
		this.clock.advance(Duration.ofMinutes(6));
		assertThat(state("expires-1")).isEqualTo("CLOSED");
		assertThatIllegalStateException().isThrownBy(() -> this.simulator.pay("expires-1"));
		assertWrongField("/time_expire", () -> this.caller.post("/v3/pay/transactions/jsapi", order.toString()));
	}

	@Test
	void renewsPrepayIdAfterTwoHours() throws Exception {
		String first = this.caller.prepay("renewed-1", 5, this.receiver.url()).path("prepay_id").stringValue();
		this.clock.advance(Duration.ofHours(2));
		assertThatIllegalStateException().isThrownBy(() -> this.simulator.pay("renewed-1"));
		assertThat(this.caller.prepay("renewed-1", 5, this.receiver.url()).path("prepay_id").stringValue())
			.isNotEqualTo(first);
		this.simulator.pay("renewed-1");
		this.receiver.next();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/appid, PARAM_ERROR
			/mchid, PARAM_ERROR
			/description, PARAM_ERROR
			/out_trade_no, PARAM_ERROR
			/notify_url, PARAM_ERROR
			/amount/total, PARAM_ERROR
			/payer/openid, PARAM_ERROR
			""")
	void namesTheFieldThatIsMissing(String field) {
		ObjectNode order = (ObjectNode) Caller.JSON.readTree(this.caller.order("incomplete-1", 1, this.receiver.url()));
		int slash = field.lastIndexOf('/');
		((ObjectNode) order.at(field.substring(0, slash))).remove(field.substring(slash + 1));
		assertWrongField(field, () -> this.caller.post("/v3/pay/transactions/jsapi", order.toString()));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			out_trade_no, "short"
			out_trade_no, "white space"
			out_trade_no, 1234567
			description, ""
			notify_url, "https://shop.example/n?x=1"
			notify_url, "ftp://shop.example/n"
			notify_url, "http://shop.example/{n}"
			mchid, "1900009999"
			time_expire, "tomorrow"
			""")
	void refusesValue(String field, String value) {
		ObjectNode order = (ObjectNode) Caller.JSON.readTree(this.caller.order("wrong-value", 1, this.receiver.url()));
		order.set(field,
				Caller.JSON.readTree(value.startsWith("\"") || value.matches("\\d+") ? value : '"' + value + '"'));
		assertWrongField("/" + field, () -> this.caller.post("/v3/pay/transactions/jsapi", order.toString()));
	}

	@ParameterizedTest
	@CsvSource({ "0,CNY,/amount/total", "-1,CNY,/amount/total", "1.5,CNY,/amount/total", "1,USD,/amount/currency" })
	void refusesAmount(String total, String currency, String field) {
		ObjectNode order = (ObjectNode) Caller.JSON.readTree(this.caller.order("wrong-amount", 1, this.receiver.url()));
		order.set("amount", Caller.JSON.readTree("{\"total\":" + total + ",\"currency\":\"" + currency + "\"}"));
		assertWrongField(field, () -> this.caller.post("/v3/pay/transactions/jsapi", order.toString()));
	}

	@Test
	void refusesForeignAppid() {
		ObjectNode order = (ObjectNode) Caller.JSON.readTree(this.caller.order("foreign-app", 1, this.receiver.url()));
		order.put("appid", "wx0000000000000000");
		assertRefused(400, "APPID_MCHID_NOT_MATCH",
				() -> this.caller.post("/v3/pay/transactions/jsapi", order.toString()));
	}

	@Test
	void queriesNeedTheOwnMchid() {
		prepay("own-query", 1);
		assertWrongField("mchid", () -> this.caller.get("/v3/pay/transactions/out-trade-no/own-query"));
		assertWrongField("mchid",
				() -> this.caller.get("/v3/pay/transactions/out-trade-no/own-query?mchid=1900009999"));
	}

	@Test
	void comparesEncryptedFieldsByWhatTheySay() {
		ObjectNode order = (ObjectNode) Caller.JSON.readTree(this.caller.order("identity-1", 1, this.receiver.url()));
		assertThat(this.caller.post("/v3/pay/transactions/jsapi", withIdentity(order, "Zhang San")))
			.isEqualTo(this.caller.post("/v3/pay/transactions/jsapi", withIdentity(order, "Zhang San")));
		assertRefused(403, "OUT_TRADE_NO_USED",
				() -> this.caller.post("/v3/pay/transactions/jsapi", withIdentity(order, "Li Si")));
		ObjectNode plain = order.deepCopy();
		((ObjectNode) plain.path("payer")).putObject("identity").put("number", "110101199003070000");
		assertWrongField("/payer/identity/number",
				() -> this.caller.post("/v3/pay/transactions/jsapi", plain.toString()));
	}

	private String withIdentity(ObjectNode order, String name) {
		ObjectNode copy = order.deepCopy();
		((ObjectNode) copy.path("payer")).putObject("identity")
			.put("type", "IDCARD")
			.put("number", encrypt("110101199003070000"))
			.put("name", encrypt(name));
		return copy.toString();
	}

	private String encrypt(String text) {
		return this.caller.merchant().trust().current().block().encryptor().encrypt(text);
	}

	@Test
	void unknownMerchantIsNotThere() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.simulator.merchant("1900009999"));
		assertThat(this.simulator.merchant(this.caller.mchid()))
			.hasToString("SimulatorMerchant[1900000001, wxd678efh567hg6787]");
	}

}
