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

package io.github.wechatpay4j.notification;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.json.UnreadableJsonException;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.operation.Decisive;
import io.github.wechatpay4j.operation.Decisive.Role;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.trust.TrustListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Notifications with fields of another shape than the one that is described.
 */
class NotificationShapesTests {

	private final List<String> mismatches = new ArrayList<>();

	private final List<Notification<Paid>> handled = new ArrayList<>();

	record Paid(@Decisive(Role.IDENTITY) String outTradeNo, @Decisive(Role.STATE) @Nullable String tradeState,
			@Decisive(Role.AMOUNT) @Nullable Amount amount, @Nullable OffsetDateTime successTime,
			@Nullable List<Map<String, Object>> promotionDetail) {
	}

	record Amount(@Decisive(Role.AMOUNT) @Nullable Long total, @Nullable Long payerTotal) {
	}

	private VerifiedNotification verified(String resource) {
		WechatPayJson json = new WechatPayJson((source, path) -> this.mismatches.add(source + " " + path));
		return new NotificationVerifier(new TestClock(), TrustListener.none(), json).verify(
				Delivery.of("EV-1", "TRANSACTION.SUCCESS", "transaction", resource).received(),
				TestMerchants.merchant());
	}

	private static String paid(String amount, String more) {
		return "{\"mchid\":\"1900000001\",\"out_trade_no\":\"A\",\"trade_state\":\"SUCCESS\",\"amount\":" + amount
				+ more + "}";
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "100.5", "\" \"", "100.0", "1e2", "\"1e2\"", "true", "\"\"", "[100]", "99999999999999999999" })
	void neverReachAHandlerWithANumberThatIsBent(String total) {
		String resource = paid("{\"total\":" + total + "}", "");
		assertThatExceptionOfType(UnreadableJsonException.class).isThrownBy(() -> verified(resource).as(Paid.class))
			.withMessage("not a Paid: 'amount.total' has another form");
		Events events = new Events().on(Paid.class, this.handled::add, "TRANSACTION.SUCCESS");
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> events.process(Delivery.of("1", "TRANSACTION.SUCCESS", "transaction", resource)))
			.satisfies((ex) -> assertThat(ex.status()).as("the platform sends it again").isGreaterThanOrEqualTo(400));
		assertThat(this.handled).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			,"success_time":"2026-01-02 03:04:05"                | success_time
			,"success_time":{}                                   | success_time
			,"promotion_detail":{}                               | promotion_detail
			,"promotion_detail":"none"                           | promotion_detail
			""")
	void reachTheirHandlerWhateverElseIsOdd(String field, String path) {
		Paid paid = verified(paid("{\"total\":\"100\",\"payer_total\":99.5}", field)).as(Paid.class).payload();
		assertThat(paid.outTradeNo()).isEqualTo("A");
		assertThat(paid.tradeState()).isEqualTo("SUCCESS");
		assertThat(paid.amount()).isEqualTo(new Amount(100L, null));
		assertThat(paid.successTime()).isNull();
		assertThat(this.mismatches).contains("Paid amount.payer_total", "Paid " + path);
	}

	@Test
	void areRefusedWithTwoNumbersOfOneOrder() {
		assertThatExceptionOfType(NotificationRejectedException.class)
			.isThrownBy(() -> verified("{\"out_trade_no\":\"A\",\"out_trade_no\":\"B\"}"))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(NotificationRejectedException.Reason.MALFORMED));
	}

	@Test
	void keepLongNumbersAsTheyAreWritten() {
		assertThat(verified("{\"out_trade_no\":4200000000202301010000000001}").as(Paid.class).payload().outTradeNo())
			.isEqualTo("4200000000202301010000000001");
	}

}
