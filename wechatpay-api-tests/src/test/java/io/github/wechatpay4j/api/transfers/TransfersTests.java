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

package io.github.wechatpay4j.api.transfers;

import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.api.Wire;
import io.github.wechatpay4j.operation.Idempotency;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TransfersTests {

	private static WechatPayRequest<TransferResponse> prize() {
		return Transfers.create((r) -> r.outBillNo("plfk2020042013")
			.openid("o-MYE42l80oelYMDE34nYD456Xoy")
			.userName("Li Lei")
			.transferAmount(400000)
			.transferRemark("Prize")
			.userRecvPerception("Prize")
			.transferSceneId("1000")
			.addTransferSceneReportInfo((i) -> i.infoType("Activity").infoContent("Lottery"))
			.addTransferSceneReportInfo((i) -> i.infoType("Prize").infoContent("First"))
			.userRecvStyle((s) -> s.type("RED_PACKET")));
	}

	@Test
	void postsTheTransferWithTheNameEncrypted() {
		assertThat(prize().operation().method()).isEqualTo(HttpMethod.POST);
		assertThat(prize().operation().idempotency()).isEqualTo(Idempotency.KEYED);
		assertThat(prize().operation().businessNumber()).isEqualTo("out_bill_no");
		assertThat(prize().target(UnaryOperator.identity())).isEqualTo("/v3/fund-app/mch-transfer/transfer-bills");
		assertThat(Wire.completedBody(prize())).isEqualTo(Wire.compact("""
				{"appid":"wx0000000000000001","out_bill_no":"plfk2020042013","openid":"o-MYE42l80oelYMDE34nYD456Xoy",
				"user_name":"sealed(Li Lei)","transfer_amount":400000,"transfer_remark":"Prize",
				"notify_url":"https://shop.example/wechatpay/notifications","user_recv_perception":"Prize",
				"transfer_scene_id":"1000","transfer_scene_report_infos":[{"info_type":"Activity",
				"info_content":"Lottery"},{"info_type":"Prize","info_content":"First"}],
				"user_recv_style":{"type":"RED_PACKET"}}"""));
	}

	@Test
	void doesNotShowTheName() {
		assertThat(prize()).asString().contains("plfk2020042013", "userName=***").doesNotContain("Li Lei");
	}

	@Test
	void needsAnAppidButNoAddress() {
		assertThatIllegalArgumentException().isThrownBy(() -> prize().withDefaults(Wire.BARE))
			.withMessageContaining("'appid'");
	}

	@Test
	void refusesATransferThatLacksARequiredField() {
		assertThatIllegalArgumentException().isThrownBy(() -> Transfers.create((r) -> r.openid("o")))
			.withMessageContaining("'out_bill_no'");
		assertThatIllegalArgumentException().isThrownBy(() -> Transfers.create(
				(r) -> r.outBillNo("1").openid("o").transferAmount(1).transferRemark("Prize").transferSceneId("1000")))
			.withMessageContaining("'transfer_scene_report_infos'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Transfers.create((r) -> r.addTransferSceneReportInfo((i) -> i.infoType("Prize"))))
			.withMessageContaining("'transfer_scene_report_infos.info_content'");
	}

	@Test
	void readsTheAnswer() {
		TransferResponse answer = Wire.read("""
				{"out_bill_no":"plfk2020042013","transfer_bill_no":"1330000071100999991182020050700019480001",
				"create_time":"2015-05-20T13:29:35.120+08:00","state":"WAIT_USER_CONFIRM",
				"package_info":"affffddafdfafddffda=="}""", TransferResponse.class);
		assertThat(answer.state()).isEqualTo(TransferState.WAIT_USER_CONFIRM);
		assertThat(answer.createTime()).isEqualTo(OffsetDateTime.parse("2015-05-20T13:29:35.120+08:00"));
		assertThat(answer.packageInfo()).isEqualTo("affffddafdfafddffda==");
		assertThat(answer.failReason()).isNull();
	}

	@Test
	void asksByEitherNumber() {
		assertThat(Transfers.queryByOutBillNo("plfk1").operation().method()).isEqualTo(HttpMethod.GET);
		assertThat(Transfers.queryByOutBillNo("plfk1").target(UnaryOperator.identity()))
			.isEqualTo("/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/plfk1");
		assertThat(Transfers.queryByTransferBillNo("1330").target(UnaryOperator.identity()))
			.isEqualTo("/v3/fund-app/mch-transfer/transfer-bills/transfer-bill-no/1330");
		assertThatIllegalArgumentException().isThrownBy(() -> Transfers.queryByOutBillNo(""))
			.withMessageContaining("'out_bill_no'");
		assertThatIllegalArgumentException().isThrownBy(() -> Transfers.queryByTransferBillNo(""))
			.withMessageContaining("'transfer_bill_no'");
	}

	@Test
	void readsTheBillWithTheNameDecrypted() {
		TransferBill bill = Wire.read(
				"""
						{"mch_id":"1900000109","out_bill_no":"plfk1","transfer_bill_no":"1330","appid":"wx1","state":"SUSPENDED",
						"transfer_amount":400000,"transfer_remark":"Prize","openid":"o","user_name":"sealed(Li Lei)",
						"create_time":"2015-05-20T13:29:35+08:00","update_time":"2015-05-20T13:29:36+08:00"}""",
				TransferBill.class);
		assertThat(bill.mchId()).isEqualTo("1900000109");
		assertThat(bill.userName()).isEqualTo("Li Lei");
		assertThat(bill.state()).isEqualTo(new TransferState("SUSPENDED")).hasToString("SUSPENDED");
		assertThat(bill).asString().contains("plfk1").doesNotContain("Li Lei");
	}

	@Test
	void cancelsWithoutABody() {
		WechatPayRequest<CancelTransferResponse> cancel = Transfers.cancel("plfk1");
		assertThat(cancel.operation().method()).isEqualTo(HttpMethod.POST);
		assertThat(cancel.operation().idempotency()).isEqualTo(Idempotency.KEYED);
		assertThat(cancel.target(UnaryOperator.identity()))
			.isEqualTo("/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/plfk1/cancel");
		assertThat(cancel.body()).isEqualTo(RequestBody.none());
		assertThatIllegalArgumentException().isThrownBy(() -> Transfers.cancel(""))
			.withMessageContaining("'out_bill_no'");
	}

	@Test
	void readsTheNotificationWithEitherNameOfTheMerchant() {
		String json = """
				{"out_bill_no":"plfk1","transfer_bill_no":"1330","state":"SUCCESS","%s":"1900000109",
				"transfer_amount":2000,"openid":"o","create_time":"2015-05-20T13:29:35+08:00",
				"update_time":"2015-05-20T13:29:36+08:00"}""";
		TransferBillNotification direct = Wire.read(json.formatted("mch_id"), TransferBillNotification.class);
		assertThat(direct.mchId()).isEqualTo("1900000109");
		assertThat(direct.state()).isEqualTo(TransferState.SUCCESS);
		assertThat(direct.transferAmount()).isEqualTo(2000);
		assertThat(Wire.read(json.formatted("mchid"), TransferBillNotification.class)).isEqualTo(direct);
	}

}
