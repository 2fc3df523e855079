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

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import io.github.wechatpay4j.simulator.RawCall.Answer;
import io.github.wechatpay4j.simulator.fault.Fault;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The simulator's own controls, and its console page.
 */
class ControlTests extends SimulatorTestSupport {

	private Answer send(String method, String path, String body, Map<String, String> headers) throws IOException {
		RawCall call = new RawCall(this.caller.merchant());
		call.method = method;
		call.target = path;
		call.body = body;
		call.headers.clear();
		call.headers.put("Authorization", "");
		call.headers.putAll(headers);
		return call.send(this.simulator.url());
	}

	private Answer get(String path) throws IOException {
		return send("GET", path, "", Map.of());
	}

	private Answer post(String path, String body) throws IOException {
		return send("POST", path, body, Map.of());
	}

	@Test
	void handsOutWhatAnApplicationNeeds() throws Exception {
		JsonNode merchant = get("/_simulator/merchants").json().get(0);
		assertThat(merchant.propertyNames()).containsExactly("mchid", "appid", "serialNumber", "privateKey", "apiV3Key",
				"publicKeyId", "publicKey", "platformCertificates", "cryptoSuite");
		assertThat(merchant.path("privateKey").stringValue()).startsWith("-----BEGIN PRIVATE KEY-----\n");
		assertThat(merchant.path("publicKey").stringValue()).startsWith("-----BEGIN PUBLIC KEY-----\n");
		assertThat(merchant.path("platformCertificates").get(0).propertyNames()).containsExactly("serial", "pem");
	}

	@Test
	void paysAnOrder() throws Exception {
		prepay("control-1", 300);
		Answer paid = post("/_simulator/orders/control-1/pay", "{\"openid\":\"oSomebodyElse\"}");
		assertThat(paid.status()).isEqualTo(200);
		assertThat(paid.json().path("state").stringValue()).isEqualTo("SUCCESS");
		assertThat(paid.json().path("transactionId").stringValue()).startsWith("4200");
		assertThat(this.receiver.next().resource(this.caller.merchant()).at("/payer/openid").stringValue())
			.isEqualTo("oSomebodyElse");
		Answer again = post("/_simulator/orders/control-1/pay", "");
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.code()).isEqualTo("ORDERPAID");
		assertThat(post("/_simulator/orders/nothing/pay", "").status()).isEqualTo(404);
		assertThat(post("/_simulator/orders/control-1/pay", "no json").status()).isEqualTo(400);
		assertThat(get("/_simulator/orders").json()).anySatisfy((order) -> {
			assertThat(order.path("outTradeNo").stringValue()).isEqualTo("control-1");
			assertThat(order.path("state").stringValue()).isEqualTo("SUCCESS");
			assertThat(order.path("total").longValue()).isEqualTo(300);
		});
	}

	@Test
	void asksWhoseOrderIsMeant() throws Exception {
		SimulatorSettings settings = settings().withMerchants(
				new SimulatorSettings.MerchantSettings("1900000001", "wxa"),
				new SimulatorSettings.MerchantSettings("1900000002", "wxb"));
		try (WechatPaySimulator two = WechatPaySimulator.start(settings)) {
			for (SimulatorMerchant merchant : two.merchants()) {
				try (Caller one = Caller.of(two, merchant)) {
					one.prepay("same-number", 1, this.receiver.url());
				}
			}
			RawCall call = new RawCall(this.caller.merchant());
			call.target = "/_simulator/orders/same-number/pay";
			assertThat(call.send(two.url()).code()).isEqualTo("AMBIGUOUS");
			call.target += "?mchid=1900000002";
			assertThat(call.send(two.url()).json().at("/orders/0/mchid").stringValue()).isEqualTo("1900000002");
			this.receiver.next();
		}
	}

	@Test
	void addsListsAndClearsFaults() throws Exception {
		Answer added = post("/_simulator/faults",
				"{\"kind\":\"LATE\",\"path\":\"/v3/pay\",\"times\":2,\"delayMillis\":1}");
		assertThat(added.json()).isEqualTo(get("/_simulator/faults").json());
		assertThat(this.simulator.faults().list())
			.containsExactly(Fault.of(FaultKind.LATE).withPath("/v3/pay").withTimes(2).withDelay(Duration.ofMillis(1)));
		assertThat(send("DELETE", "/_simulator/faults", "", Map.of()).json()).isEmpty();
		assertThat(this.simulator.faults().list()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"kind":"EARTHQUAKE"} | PROBE_NOTIFICATION
			{} | kind must be one of
			{"kind":"LATE","times":0} | times
			{"kind":"LATE","times":"2"} | times
			{"kind":"LATE","path":7} | path
			{"kind":"RATE_LIMITED","code":"X"} | FREQUENCY_LIMITED
			""")
	void explainsWrongFault(String fault, String message) throws Exception {
		Answer refused = post("/_simulator/faults", fault);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.json().path("message").stringValue()).contains(message);
	}

	@Test
	void showsAndResendsNotifications() throws Exception {
		paid("control-2", 1);
		this.simulator.awaitDeliveries(SOON);
		JsonNode all = get("/_simulator/notifications").json();
		JsonNode last = all.get(all.size() - 1);
		assertThat(last.path("state").stringValue()).isEqualTo("DONE");
		assertThat(last.at("/attempts/0/status").intValue()).isEqualTo(204);
		assertThat(post("/_simulator/notifications/" + last.path("id").stringValue() + "/resend", "").status())
			.isEqualTo(200);
		this.receiver.next();
		assertThat(post("/_simulator/notifications/x/resend", "").status()).isEqualTo(404);
	}

	@Test
	void confirmsTransfers() throws Exception {
		this.caller.post("/v3/fund-app/mch-transfer/transfer-bills",
				"""
						{"appid":"%s","out_bill_no":"control3","openid":"o1","transfer_amount":1,"transfer_remark":"Bonus",
						"transfer_scene_id":"1005","transfer_scene_report_infos":[{"info_type":"Job","info_content":"Courier"}]}"""
					.formatted(this.caller.merchant().appid()));
		assertThat(get("/_simulator/transfers").json().at("/0/state").stringValue()).isEqualTo("WAIT_USER_CONFIRM");
		assertThat(post("/_simulator/transfers/control3/confirm", "").json().path("state").stringValue())
			.isEqualTo("SUCCESS");
		assertThat(post("/_simulator/transfers/control3/confirm", "").status()).isEqualTo(409);
		assertThat(post("/_simulator/transfers/control4/confirm", "").status()).isEqualTo(404);
	}

	@Test
	void createsComplaints() throws Exception {
		paid("control-5", 700);
		String id = post("/_simulator/complaints", "{\"outTradeNo\":\"control-5\",\"phone\":\"13900139000\"}").json()
			.path("id")
			.stringValue();
		JsonNode complaint = this.caller.get("/v3/merchant-service/complaints-v2/" + id);
		assertThat(
				this.caller.merchant().credentials().decryptor().decrypt(complaint.path("payer_phone").stringValue()))
			.isEqualTo("13900139000");
		assertThat(complaint.at("/complaint_order_info/0/out_trade_no").stringValue()).isEqualTo("control-5");
		String today = complaint.path("complaint_time").stringValue().substring(0, 10);
		JsonNode list = this.caller
			.get("/v3/merchant-service/complaints-v2?limit=1&offset=0&begin_date=" + today + "&end_date=" + today);
		assertThat(list.at("/data/0/complaint_id").stringValue()).isEqualTo(id);
		assertThat(list.path("total_count").intValue()).isEqualTo(1);
		Refusals.assertRefused(404, "RESOURCE_NOT_EXISTS",
				() -> this.caller.get("/v3/merchant-service/complaints-v2/200"));
		Refusals.assertWrongField("limit", () -> this.caller
			.get("/v3/merchant-service/complaints-v2?limit=99&begin_date=2026-01-01&end_date=2026-01-02"));
		assertThat(post("/_simulator/complaints", "{\"outTradeNo\":\"control-x\"}").status()).isEqualTo(404);
	}

	@Test
	void rotatesCertificates() throws Exception {
		String serial = post("/_simulator/certificates/rotate", "").json().path("id").stringValue();
		assertThat(get("/_simulator/merchants").json().at("/0/platformCertificates/1/serial").stringValue())
			.isEqualTo(serial);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080", "http://127.0.0.1" })
	void letsPagesOfThisMachineIn(String origin) throws Exception {
		Answer preflight = send("OPTIONS", "/_simulator/orders/x/pay", "", Map.of("Origin", origin));
		assertThat(preflight.status()).isEqualTo(204);
		assertThat(preflight.headers()).containsEntry("access-control-allow-origin", origin)
			.containsEntry("access-control-allow-methods", "GET, POST");
		assertThat(send("GET", "/_simulator/orders", "", Map.of("Origin", origin)).headers())
			.containsEntry("access-control-allow-origin", origin);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "http://evil.example", "http://localhost.evil.example", "https://127.0.0.1.nip.io", "null" })
	void keepsOtherPagesOut(String origin) throws Exception {
		Answer refused = send("GET", "/_simulator/merchants", "", Map.of("Origin", origin));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.body()).isEmpty();
	}

	@Test
	void consoleNeedsNothingFromElsewhere() throws Exception {
		Answer page = get("/");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.headers().get("content-type")).startsWith("text/html");
		assertThat(page.headers().get("content-security-policy")).startsWith("default-src 'none'");
		assertThat(page.body()).contains("<title>WeChat Pay Simulator</title>", "width=device-width")
			.doesNotContain("innerHTML", "https://", "http://");
		for (FaultKind kind : FaultKind.values()) {
			assertThat(page.body()).contains("<option>" + kind + "</option>");
		}
	}

}
