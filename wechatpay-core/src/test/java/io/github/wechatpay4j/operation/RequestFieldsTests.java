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

package io.github.wechatpay4j.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * {@link Required}, {@link RequestDefaults}, {@link UploadFile} and {@link Operation}.
 */
class RequestFieldsTests {

	private final RequestDefaults complete = new RequestDefaults("1900000001", "wx1", "https://shop.example/notify");

	private final RequestDefaults poor = new RequestDefaults("1900000001", null, null);

	@Test
	void namesTheMissingFieldAsTheProtocolDoes() {
		assertThat(Required.field("x", "out_trade_no")).isEqualTo("x");
		assertThat(Required.field(List.of(1), "sub_orders")).containsExactly(1);
		assertThat(Required.field(0L, "total")).isZero();
		assertThatIllegalArgumentException().isThrownBy(() -> Required.field(null, "out_trade_no"))
			.withMessage("'out_trade_no' is required");
		assertThatIllegalArgumentException().isThrownBy(() -> Required.field("", "out_trade_no"))
			.withMessage("'out_trade_no' is required and must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> Required.field(List.of(), "sub_orders"))
			.withMessage("'sub_orders' is required and must not be empty");
	}

	@Test
	void namesTheWholePathOfAMissingField() {
		assertThatIllegalArgumentException().isThrownBy(() -> Required.nested("order", new Line(null),
				(order) -> Required.nested("amount", new Line(null), (amount) -> {
				})))
			.withMessage("'order.amount.total' is required");
		assertThat(Required.<String, Line>nested("amount", new Line("7"), (amount) -> {
		})).isEqualTo("7");
	}

	@Test
	void leavesOtherMistakesInsideAnObjectAsTheyAre() {
		assertThatIllegalArgumentException().isThrownBy(() -> Required.nested("amount", new Line("7"), (amount) -> {
			throw new IllegalArgumentException("mine");
		})).withMessage("mine");
	}

	@Test
	void asksForOneOfSeveralFields() {
		Required.oneOf(true, "transaction_id or out_trade_no");
		assertThatIllegalArgumentException().isThrownBy(() -> Required.oneOf(false, "transaction_id or out_trade_no"))
			.withMessage("'transaction_id or out_trade_no' is required");
	}

	@Test
	void isOnlyKeyedWhereTheNumberIsGiven() {
		assertThat(new Numbered("1").idempotency()).isEqualTo(Idempotency.KEYED);
		assertThat(new Numbered(null).idempotency()).isEqualTo(Idempotency.NONE);
	}

	@Test
	void prefersWhatTheCallerGave() {
		assertThat(this.complete.mchidOr("2")).isEqualTo("2");
		assertThat(this.complete.appidOr("wx2")).isEqualTo("wx2");
		assertThat(this.complete.notifyUrlOr("https://other.example")).isEqualTo("https://other.example");
		assertThat(this.complete.optionalNotifyUrlOr("https://other.example")).isEqualTo("https://other.example");
	}

	@Test
	void fillsInWhatTheConfigurationKnows() {
		assertThat(this.complete.mchidOr(null)).isEqualTo("1900000001");
		assertThat(this.complete.appidOr(null)).isEqualTo("wx1");
		assertThat(this.complete.notifyUrlOr(null)).isEqualTo("https://shop.example/notify");
		assertThat(this.complete.optionalNotifyUrlOr(null)).isEqualTo("https://shop.example/notify");
	}

	@Test
	void leavesAnOptionalAppidOut() {
		assertThat(this.complete.optionalAppidOr("wx2")).isEqualTo("wx2");
		assertThat(this.complete.optionalAppidOr(null)).isEqualTo("wx1");
		assertThat(this.poor.optionalAppidOr(null)).isNull();
	}

	@Test
	void namesThePropertyThatWouldFillAField() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.poor.appidOr(null))
			.withMessage("'appid' is required: set it on the request or for the merchant (wechatpay.appid)");
		assertThatIllegalArgumentException().isThrownBy(() -> this.poor.appidOr(null, "sp_appid"))
			.withMessage("'sp_appid' is required: set it on the request or for the merchant (wechatpay.appid)");
		assertThatIllegalArgumentException().isThrownBy(() -> this.poor.notifyUrlOr(null))
			.withMessage("'notify_url' is required: set it on the request or for the merchant"
					+ " (wechatpay.notification.base-url)");
		assertThat(this.poor.optionalNotifyUrlOr(null)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a\".jpg", "a\\.jpg", "a\r\n.jpg", "a\u0000.jpg" })
	void refusesFilenamesThatWouldBreakTheUpload(String filename) {
		assertThatIllegalArgumentException().isThrownBy(() -> new UploadFile(filename, new byte[1]))
			.withMessageStartingWith("filename must not");
	}

	@Test
	void refusesAnEmptyFile() {
		assertThatIllegalArgumentException().isThrownBy(() -> new UploadFile("a.jpg", new byte[0]))
			.withMessage("content of 'a.jpg' must not be empty");
	}

	@ParameterizedTest
	@CsvSource({ "a.jpg, image/jpeg", "A.JPEG, image/jpeg", "营业执照.png, image/png", "a.b.mp4, video/mp4",
			"noSuffix, application/octet-stream", "a.exe, application/octet-stream" })
	void tellsTheMediaTypeByTheSuffix(String filename, String contentType) {
		UploadFile file = new UploadFile(filename, new byte[3]);
		assertThat(file.contentType()).isEqualTo(contentType);
		assertThat(file).hasToString("UploadFile[" + filename + ", 3 bytes]");
	}

	@Test
	void knowsHowAnOperationMayBeRepeated() {
		assertThat(Operation.get("/v3/a", String.class).build().idempotency()).isEqualTo(Idempotency.SAFE);
		assertThat(Operation.get("/v3/a", String.class).keyedBy("x").build().idempotency()).isEqualTo(Idempotency.SAFE);
		assertThat(Operation.post("/v3/a", String.class).build().idempotency()).isEqualTo(Idempotency.NONE);
		assertThat(Operation.post("/v3/a", String.class).keyedBy("out_refund_no").build()).satisfies((operation) -> {
			assertThat(operation.idempotency()).isEqualTo(Idempotency.KEYED);
			assertThat(operation.businessNumber()).isEqualTo("out_refund_no");
			assertThat(operation.name()).isEqualTo("POST /v3/a");
		});
		assertThat(Operation.post("/v3/a", String.class).safe().build().idempotency()).isEqualTo(Idempotency.SAFE);
		assertThatIllegalArgumentException().isThrownBy(() -> Operation.get("v3/a", String.class))
			.withMessage("path must begin with '/': v3/a");
	}

	@Test
	void knowsWhatMayMoveMoneyOut() {
		assertThat(Operation.post("/v3/a", String.class).build().isPayingOut()).isFalse();
		assertThat(Operation.post("/v3/a", String.class).paysOut().build().isPayingOut()).isTrue();
		assertThat(RawRequest.get("/v3/refunds").operation().isPayingOut()).isFalse();
		assertThat(RawRequest.post("/v3/a", "{}").operation().isPayingOut()).as("nobody knows what it does").isTrue();
	}

	private record Line(@Nullable String total) implements NestedBuilder<String> {

		@Override
		public String build() {
			return Required.field(this.total, "total");
		}

	}

	private record Numbered(@Nullable String outNo) implements WechatPayRequest<NoContent> {

		@Override
		public Operation<NoContent> operation() {
			return Operation.post("/v3/a", NoContent.class).keyedBy("out_no").build();
		}

		@Override
		public @Nullable String businessNumber() {
			return this.outNo;
		}

	}

}
