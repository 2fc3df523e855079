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

package io.github.wechatpay4j.api.complaints;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.api.Wire;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ComplaintsTests {

	private static final String COMPLAINT = """
			{"complaint_id":"200201820200101080076610000","complaint_time":"2015-05-20T13:29:35.120+08:00",
			"complaint_detail":"No coffee","complaint_state":"PENDING","complainted_mchid":"1900000109",
			"payer_phone":"sealed(13800138000)","payer_openid":"o1","complaint_media_list":[{
			"media_type":"USER_COMPLAINT_IMAGE","media_url":["https://api.mch.weixin.qq.com/v3/images/1"]}],
			"complaint_order_info":[{"transaction_id":"4200","out_trade_no":"2026-1","amount":3}],
			"service_order_info":[{"order_id":"15646","out_order_no":"1234","state":"DOING"}],
			"complaint_full_refunded":true,"incoming_user_response":false,"problem_description":"Not delivered",
			"user_complaint_times":1,"problem_type":"REFUND","apply_refund_amount":10,"user_tag_list":["TRUSTED"],
			"additional_info":{"type":"SHARE_POWER_TYPE","share_power_info":{"return_time":"2015-05-20T13:29:35+08:00",
			"return_address_info":{"return_address":"1 Main street","longitude":"113.93","latitude":"22.54"},
			"is_returned_to_same_machine":false}},"in_platform_service":true,"need_immediate_service":false,
			"is_agent_mode":true}""";

	@Test
	void asksForTheComplaintsOfSomeDays() {
		WechatPayRequest<ComplaintListResponse> list = Complaints
			.list((c) -> c.beginDate(LocalDate.of(2026, 11, 1)).endDate(LocalDate.of(2026, 11, 23)));
		assertThat(list.operation().method()).isEqualTo(HttpMethod.GET);
		assertThat(list.target(UnaryOperator.identity()))
			.isEqualTo("/v3/merchant-service/complaints-v2?begin_date=2026-11-01&end_date=2026-11-23");
	}

	@Test
	void asksForAPage() {
		assertThat(Complaints
			.list((c) -> c.beginDate(LocalDate.of(2026, 11, 1))
				.endDate(LocalDate.of(2026, 11, 23))
				.limit(5)
				.offset(10)
				.complaintedMchid("1900000109"))
			.target(UnaryOperator.identity()))
			.isEqualTo("/v3/merchant-service/complaints-v2?limit=5&offset=10"
					+ "&begin_date=2026-11-01&end_date=2026-11-23&complainted_mchid=1900000109");
	}

	@Test
	void refusesAListWithoutDays() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Complaints.list((c) -> c.endDate(LocalDate.of(2026, 11, 23))))
			.withMessageContaining("'begin_date'");
	}

	@Test
	void asksForAComplaint() {
		assertThat(Complaints.get("2002").target(UnaryOperator.identity()))
			.isEqualTo("/v3/merchant-service/complaints-v2/2002");
		assertThatIllegalArgumentException().isThrownBy(() -> Complaints.get(""))
			.withMessageContaining("'complaint_id'");
	}

	@Test
	void readsAComplaintWithThePhoneDecrypted() {
		Complaint complaint = Wire.read(COMPLAINT, Complaint.class);
		assertThat(complaint.payerPhone()).isEqualTo("13800138000");
		assertThat(complaint.complaintState()).isEqualTo(ComplaintState.PENDING);
		assertThat(complaint.complaintMediaList()).containsExactly(
				new ComplaintMedia("USER_COMPLAINT_IMAGE", List.of("https://api.mch.weixin.qq.com/v3/images/1")));
		assertThat(complaint.complaintOrderInfo()).containsExactly(new ComplaintOrder("4200", "2026-1", 3L));
		assertThat(complaint.serviceOrderInfo()).containsExactly(new ComplaintServiceOrder("15646", "1234", "DOING"));
		assertThat(complaint.userTagList()).containsExactly("TRUSTED");
		assertThat(complaint.additionalInfo()).isEqualTo(new ComplaintAdditionalInfo("SHARE_POWER_TYPE",
				new SharePowerInfo(OffsetDateTime.parse("2015-05-20T13:29:35+08:00"),
						new ReturnAddressInfo("1 Main street", "113.93", "22.54"), false)));
		assertThat(complaint.isAgentMode()).isTrue();
	}

	@Test
	void doesNotShowThePhone() {
		assertThat(Wire.read(COMPLAINT, Complaint.class)).asString()
			.contains("200201820200101080076610000", "payerPhone=***")
			.doesNotContain("13800138000");
	}

	@Test
	void readsAPage() {
		ComplaintListResponse page = Wire.read(
				"{\"data\":[" + COMPLAINT + "],\"limit\":5,\"offset\":10,\"total_count\":1000}",
				ComplaintListResponse.class);
		assertThat(page.data()).containsExactly(Wire.read(COMPLAINT, Complaint.class));
		assertThat(page.totalCount()).isEqualTo(1000);
		assertThat(page).asString().doesNotContain("13800138000");
	}

	@Test
	void readsAnEmptyPage() {
		assertThat(Wire.read("{\"limit\":5,\"offset\":0}", ComplaintListResponse.class).data()).isEmpty();
	}

}
