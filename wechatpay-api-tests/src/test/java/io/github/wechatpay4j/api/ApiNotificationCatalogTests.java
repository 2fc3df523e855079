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

package io.github.wechatpay4j.api;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import io.github.wechatpay4j.api.combine.CombineTransactionNotification;
import io.github.wechatpay4j.api.partner.PartnerTransactionNotification;
import io.github.wechatpay4j.api.profitsharing.ProfitSharingNotification;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.refunds.RefundNotification;
import io.github.wechatpay4j.api.security.SecurityEchoNotification;
import io.github.wechatpay4j.api.transfers.TransferBillNotification;
import io.github.wechatpay4j.notification.NotificationCatalog;
import io.github.wechatpay4j.notification.NotificationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ApiNotificationCatalogTests {

	private static List<String> matching(String eventType, String originalType, String resource) {
		JsonNode tree = Wire.tree(resource);
		return new ApiNotificationCatalog().types()
			.stream()
			.filter((type) -> type.matches(eventType, originalType, tree))
			.map(NotificationType::payloadType)
			.toList();
	}

	static Stream<Arguments> known() {
		return Stream.of(
				arguments(TransactionNotification.class, "out_trade_no", "TRANSACTION.SUCCESS", "transaction",
						"{'mchid':'1','out_trade_no':'2'}"),
				arguments(PartnerTransactionNotification.class, "out_trade_no", "TRANSACTION.SUCCESS", "transaction",
						"{'sp_mchid':'1','sub_mchid':'3','out_trade_no':'2'}"),
				arguments(CombineTransactionNotification.class, "combine_out_trade_no", "TRANSACTION.SUCCESS",
						"transaction", "{'combine_mchid':'1','combine_out_trade_no':'2','sub_orders':[{'mchid':'1'}]}"),
				arguments(RefundNotification.class, "out_refund_no", "REFUND.SUCCESS", "refund",
						"{'mchid':'1','out_trade_no':'2','out_refund_no':'3'}"),
				arguments(RefundNotification.class, "out_refund_no", "REFUND.ABNORMAL", "refund",
						"{'sp_mchid':'1','out_refund_no':'3'}"),
				arguments(RefundNotification.class, "out_refund_no", "REFUND.CLOSED", "refund",
						"{'mchid':'1','out_refund_no':'3'}"),
				arguments(TransferBillNotification.class, "out_bill_no", "MCHTRANSFER.BILL.FINISHED", "mch_payment",
						"{'mch_id':'1','out_bill_no':'2'}"),
				arguments(SecurityEchoNotification.class, null, "SECURITY_ECHO.SUCCESS", "security",
						"{'echo_message':'hello'}"));
	}

	@ParameterizedTest
	@MethodSource("known")
	void recognisesExactlyOneType(Class<?> type, String businessNumber, String eventType, String originalType,
			String resource) {
		String json = resource.replace('\'', '"');
		assertThat(matching(eventType, originalType, json)).containsExactly(type.getName());
		assertThat(matching(eventType, null, json)).as("without original_type").containsExactly(type.getName());
		assertThat(new ApiNotificationCatalog().types())
			.filteredOn((known) -> known.payloadType().equals(type.getName()))
			.singleElement()
			.returns(businessNumber, NotificationType::businessNumber);
	}

	@Test
	void leavesOtherShapesOfTheSameEventAlone() {
		assertThat(matching("TRANSACTION.SUCCESS", "transaction",
				"{\"sp_mchid\":\"1\",\"out_trade_no\":\"2\",\"parking_info\":{}}"))
			.doesNotContain(PartnerTransactionNotification.class.getName());
		assertThat(matching("TRANSACTION.SUCCESS", "profitsharing",
				"{\"mchid\":\"1\",\"out_order_no\":\"2\",\"receiver\":{}}"))
			.containsExactly(ProfitSharingNotification.class.getName());
		assertThat(matching("TRANSACTION.UNHEARD_OF", "transaction", "{\"mchid\":\"1\",\"out_trade_no\":\"2\"}"))
			.isEmpty();
	}

	@Test
	void isFoundByTheServiceLoader() {
		assertThat(ServiceLoader.load(NotificationCatalog.class))
			.hasAtLeastOneElementOfType(ApiNotificationCatalog.class);
	}

	@Test
	void readsTheSelfTestsNotification() {
		assertThat(Wire.read("{\"echo_message\":\"hello\",\"encrypt_echo_message\":\"c2Vj\"}",
				SecurityEchoNotification.class))
			.isEqualTo(new SecurityEchoNotification("hello", "c2Vj"));
	}

}
