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

import io.github.wechatpay4j.simulator.Receiver.Message;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.github.wechatpay4j.simulator.Refusals.assertRefused;
import static io.github.wechatpay4j.simulator.Refusals.assertWrongField;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Transfers: states, error codes, encrypted names.
 */
class TransferTests extends SimulatorTestSupport {

	private static final String ROOT = "/v3/fund-app/mch-transfer/transfer-bills";

	@Override
	SimulatorSettings settings() {
		return super.settings().withOpeningBalance(1_000_000).withClock(this.clock);
	}

	private JsonNode transfer(String outBillNo, long amount, String userName) {
		String name = userName.isEmpty() ? "" : "\"user_name\":\"" + userName + "\",";
		return this.caller.post(ROOT, """
				{"appid":"%s","out_bill_no":"%s","openid":"o-MYE42l80oelYMDE34nYD456Xoy",%s
				"transfer_amount":%d,"transfer_remark":"Bonus","notify_url":"%s","transfer_scene_id":"1005",
				"transfer_scene_report_infos":[{"info_type":"Job","info_content":"Courier"}]}"""
			.formatted(this.caller.merchant().appid(), outBillNo, name, amount, this.receiver.url()));
	}

	private JsonNode query(String outBillNo) {
		return this.caller.get(ROOT + "/out-bill-no/" + outBillNo);
	}

	private String encrypted(String text) {
		return this.caller.merchant().trust().current().block().encryptor().encrypt(text);
	}

	/** The notification about a transfer; others may expire and be notified meanwhile. */
	private JsonNode notified(String outBillNo) throws InterruptedException {
		JsonNode resource;
		do {
			Message message = this.receiver.next();
			assertThat(message.verify(this.caller.merchant(), this.clock).eventType())
				.isEqualTo("MCHTRANSFER.BILL.FINISHED");
			resource = message.resource(this.caller.merchant());
		}
		while (!resource.path("out_bill_no").stringValue().equals(outBillNo));
		return resource;
	}

	@Test
	void waitsForItsReceiverAndSucceeds() throws Exception {
		JsonNode created = transfer("transfer1", 500_000, encrypted("Zhang San"));
		assertThat(created.path("state").stringValue()).isEqualTo("WAIT_USER_CONFIRM");
		assertThat(created.path("package_info").stringValue()).isNotEmpty();
		JsonNode queried = query("transfer1");
		assertThat(this.caller.merchant().credentials().decryptor().decrypt(queried.path("user_name").stringValue()))
			.isEqualTo("Zhang San");
		assertThat(this.caller.get(ROOT + "/transfer-bill-no/" + created.path("transfer_bill_no").stringValue())
			.path("out_bill_no")
			.stringValue()).isEqualTo("transfer1");

		this.simulator.confirmTransfer("transfer1");
		assertThat(notified("transfer1").path("state").stringValue()).isEqualTo("SUCCESS");
		assertThat(query("transfer1").path("state").stringValue()).isEqualTo("SUCCESS");
		assertThatIllegalStateException().isThrownBy(() -> this.simulator.confirmTransfer("transfer1"));
		assertRefused(400, "INVALID_REQUEST", () -> this.caller.post(ROOT + "/out-bill-no/transfer1/cancel", ""));
	}

	@Test
	void isCancelled() throws Exception {
		transfer("transfer2", 100, "");
		assertThat(this.caller.post(ROOT + "/out-bill-no/transfer2/cancel", "").path("state").stringValue())
			.isEqualTo("CANCELING");
		JsonNode notified = notified("transfer2");
		assertThat(notified.path("state").stringValue()).isEqualTo("CANCELLED");
		assertThat(notified.path("fail_reason").stringValue()).isEqualTo("MCH_CANCEL");
		assertThat(this.caller.post(ROOT + "/out-bill-no/transfer2/cancel", "").path("state").stringValue())
			.isEqualTo("CANCELLED");
	}

	@Test
	void failsWhenNobodyConfirmsForADay() throws Exception {
		transfer("transfer3", 100, "");
		this.clock.advance(Duration.ofHours(24));
		JsonNode queried = query("transfer3");
		assertThat(queried.path("state").stringValue()).isEqualTo("FAIL");
		assertThat(queried.path("fail_reason").stringValue()).isEqualTo("OVERDUE_CLOSE");
		assertThat(notified("transfer3").path("state").stringValue()).isEqualTo("FAIL");
	}

	@Test
	void sameTransferTwiceIsOneTransfer() {
		assertThat(transfer("transfer4", 100, encrypted("Li Si")))
			.isEqualTo(transfer("transfer4", 100, encrypted("Li Si")));
		assertRefused(400, "ALREADY_EXISTS", () -> transfer("transfer4", 101, encrypted("Li Si")));
	}

	@Test
	void refuses() {
		assertRefused(403, "NOT_ENOUGH", () -> transfer("transfer5", 1_000_001, encrypted("Zhang San")));
		assertRefused(404, "NOT_FOUND", () -> query("transfer5"));
		assertRefused(404, "NOT_FOUND", () -> this.caller.get(ROOT + "/transfer-bill-no/1330"));
		assertWrongField("/user_name", () -> transfer("transfer5", 100, "Zhang San"));
		assertWrongField("/user_name", () -> transfer("transfer5", 200_000, ""));
		assertWrongField("/out_bill_no", () -> transfer("with space", 1, ""));
	}

}
