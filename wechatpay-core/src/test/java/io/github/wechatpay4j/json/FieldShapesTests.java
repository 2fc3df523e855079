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

package io.github.wechatpay4j.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.wechatpay4j.operation.Decisive;
import io.github.wechatpay4j.operation.Decisive.Role;
import io.github.wechatpay4j.operation.Sensitive;
import io.github.wechatpay4j.testing.LogCapture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Fields of another shape than the one that is described: what decides is never bent, and
 * what does not decide hides nothing.
 */
class FieldShapesTests {

	private final List<String> mismatches = new ArrayList<>();

	private final WechatPayJson json = new WechatPayJson((source, path) -> this.mismatches.add(source + " " + path));

	record State(@JsonValue String value) {

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		State {
		}

	}

	record Amount(@Decisive(Role.AMOUNT) @Nullable Long total, @Decisive(Role.AMOUNT) @Nullable String currency,
			@Nullable Long discount) {
	}

	record Coupon(@Nullable String couponId, @Decisive(Role.AMOUNT) @Nullable Long amount, @Nullable List<String> tags,
			@Nullable Coupon inner) {
	}

	record Share(@Decisive(Role.AMOUNT) @Nullable Long amount, @Nullable String description) {
	}

	record Payment(@Decisive(Role.IDENTITY) @Nullable String outTradeNo,
			@Decisive(Role.STATE) @Nullable State tradeState, @Decisive(Role.AMOUNT) @Nullable Amount amount,
			@Decisive(Role.STATE) @Nullable List<Share> shares, @Nullable Long count, @Nullable String note,
			@Nullable State kind, @Nullable Boolean flag, @Nullable OffsetDateTime createTime, @Nullable LocalDate day,
			@Nullable BigDecimal rate, @Nullable Coupon coupon, @Nullable List<Coupon> coupons,
			@Nullable List<String> tags, @Nullable List<Long> steps, @Nullable List<List<String>> table,
			@Sensitive @Nullable String name, @Sensitive @Nullable List<String> names) {
	}

	/** As somebody may write it for an own operation. */
	record Own(long total, int count, @Nullable Integer size, boolean flag, double rate) {
	}

	private Payment read(String text) {
		return read(text, Payment.class);
	}

	private <T> T read(String text, Class<T> type) {
		return this.json.read(text.getBytes(StandardCharsets.UTF_8), type, (sealed) -> "open " + sealed);
	}

	private void refuses(String text, String path) {
		assertThatExceptionOfType(UnreadableJsonException.class).as(text)
			.isThrownBy(() -> read(text))
			.withMessage("not a Payment: '" + path + "' has another form");
	}

	@ParameterizedTest
	@ValueSource(strings = { "100.5", "\"100.5\"", "100.0", "\"100.0\"", "1e2", "\"1e2\"", "1E+2", "\" \"", "\"\"",
			"\"100 \"", "\" 100\"", "\"\\t100\"", "\"+100\"", "\"1_00\"", "\"1,000\"", "\"0100\"", "\"１００\"", "\"٣\"",
			"\"0x64\"", "\"NaN\"", "\"Infinity\"", "\"null\"", "\"-\"", "\"--1\"", "true", "false", "{}", "[]", "[100]",
			"[100,200]", "{\"value\":100}", "9223372036854775808", "-9223372036854775809", "\"9223372036854775808\"",
			"99999999999999999999999999", "0.0000001", "100e-1", "-0.0" })
	void neverBendANumberThatDecides(String value) {
		refuses("{\"amount\":{\"total\":" + value + "}}", "amount.total");
		refuses("{\"shares\":[{\"amount\":1},{\"amount\":" + value + "}]}", "shares.[1].amount");
		Payment payment = read("{\"count\":" + value + ",\"out_trade_no\":\"A\"}");
		assertThat(payment.count()).as("one that does not decide").isNull();
		assertThat(payment.outTradeNo()).isEqualTo("A");
		assertThat(this.mismatches).containsExactly("Payment count");
		assertThatExceptionOfType(UnreadableJsonException.class).as("one that cannot be absent")
			.isThrownBy(() -> read("{\"total\":" + value + "}", Own.class));
		assertThat(read("{\"size\":" + value + ",\"total\":1}", Own.class)).isEqualTo(new Own(1, 0, null, false, 0));
	}

	@ParameterizedTest
	@CsvSource({ "100, 100", "'\"100\"', 100", "0, 0", "-5, -5", "'\"-5\"', -5",
			"9223372036854775807, 9223372036854775807", "'\"9223372036854775807\"', 9223372036854775807",
			"-9223372036854775808, -9223372036854775808", "'\"0\"', 0" })
	void readIntegersAlsoInQuotes(String value, long number) {
		assertThat(read("{\"amount\":{\"total\":" + value + "},\"count\":" + value + "}"))
			.returns(number, (payment) -> payment.amount().total())
			.returns(number, Payment::count);
		assertThat(this.mismatches).isEmpty();
	}

	@Test
	void neverCutANumberToFit() {
		assertThatExceptionOfType(UnreadableJsonException.class)
			.isThrownBy(() -> read("{\"count\":2147483648}", Own.class));
		assertThat(read("{\"count\":2147483647,\"size\":-2147483649}", Own.class))
			.isEqualTo(new Own(0, Integer.MAX_VALUE, null, false, 0));
		assertThat(this.mismatches).containsExactly("Own size");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.5", "1e3", "true", "{}", "[]", "[\"A\"]", "{\"value\":\"A\"}", "[[\"A\"]]" })
	void neverBendATextThatDecides(String value) {
		refuses("{\"out_trade_no\":" + value + "}", "out_trade_no");
		refuses("{\"trade_state\":" + value + "}", "trade_state");
		refuses("{\"amount\":{\"currency\":" + value + "}}", "amount.currency");
	}

	@Test
	void takeANumberWithoutQuotesForItsDigitsWhereItNamesSomething() {
		assertThat(read("{\"out_trade_no\":4200000000202301010000000001}").outTradeNo())
			.isEqualTo("4200000000202301010000000001");
		assertThat(read("{\"note\":1.50}").note()).isEqualTo("1.50");
		refuses("{\"trade_state\":5}", "trade_state");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"x\"", "5", "true", "[]", "[1]", "[{\"total\":1},{\"total\":2}]", "\"\"" })
	void refuseAnotherShapeOfAnObjectThatDecides(String value) {
		refuses("{\"amount\":" + value + "}", "amount");
	}

	@Test
	void refuseAnotherShapeOfAListThatDecides() {
		refuses("{\"shares\":\"x\"}", "shares");
		refuses("{\"shares\":[{\"amount\":1},5]}", "shares.[1]");
		refuses("{\"shares\":[[{\"amount\":1},{\"amount\":2}]]}", "shares.[0]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"count":"x"                                    | count
			"note":{}                                      | note
			"note":[]                                      | note
			"note":true                                    | note
			"kind":{"value":"x"}                           | kind
			"kind":5                                       | kind
			"kind":[]                                      | kind
			"flag":1                                       | flag
			"flag":"yes"                                   | flag
			"flag":{}                                      | flag
			"create_time":"2026-01-02 03:04:05"            | create_time
			"create_time":"20260102030405"                 | create_time
			"create_time":1767323045                       | create_time
			"create_time":"1767323045"                     | create_time
			"create_time":""                               | create_time
			"create_time":{"a":[1,{"b":2}]}                | create_time
			"create_time":"2026-13-02T03:04:05+08:00"      | create_time
			"day":20260102                                 | day
			"day":"20260102"                               | day
			"day":[2026,1,2]                               | day
			"day":"2026-01-02T03:04:05Z"                   | day
			"rate":"NaN"                                   | rate
			"rate":"1e400"                                 | rate
			"rate":{}                                      | rate
			"coupon":"x"                                   | coupon
			"coupon":[]                                    | coupon
			"coupon":[{"coupon_id":"a"},{"coupon_id":"b"}] | coupon
			"coupon":[["a",{"b":{}}],{}]                   | coupon
			"coupon":{"coupon_id":"a","amount":1.5,"x":[]} | coupon
			"coupons":"x"                                  | coupons
			"coupons":5                                    | coupons
			"steps":"x"                                    | steps
			"tags":{"a":{"b":[1,2]}}                       | tags
			"name":{"a":1}                                 | name
			"name":5                                       | name
			"name":["x"]                                   | name
			""")
	void readAsAbsentIfTheyDecideNothing(String field, String path) {
		Payment payment = read("{\"out_trade_no\":\"A\"," + field + ",\"amount\":{\"total\":7}}");
		Payment rest = read("{\"out_trade_no\":\"A\",\"amount\":{\"total\":7}}");
		assertThat(payment).usingRecursiveComparison()
			.withEqualsForType((list, other) -> list.isEmpty() || list.equals(other), List.class)
			.ignoringFields("coupons", "steps", "tags")
			.isEqualTo(rest);
		for (List<?> list : new List<?>[] { payment.coupons(), payment.steps(), payment.tags() }) {
			assertThat((list != null) ? list : List.of()).isEmpty();
		}
		assertThat(this.mismatches).contains("Payment " + path);
	}

	@Test
	void hideNothingBesideThem() {
		Payment payment = read("{\"coupon\":{\"tags\":{\"a\":1},\"coupon_id\":\"c\",\"inner\":{\"coupon_id\":{}}},"
				+ "\"coupons\":[{\"coupon_id\":\"a\"},5,null,{\"coupon_id\":[1]},{\"coupon_id\":\"b\",\"amount\":0.5}],"
				+ "\"tags\":[\"x\",{},null,\"y\"],\"steps\":[1,1.5,\"2\"],\"table\":[[\"a\",{}],\"b\",[null]],"
				+ "\"amount\":{\"total\":7,\"discount\":\"x\"}}");
		Coupon empty = new Coupon(null, null, null, null);
		assertThat(payment.coupon()).isEqualTo(new Coupon("c", null, List.of(), empty));
		assertThat(payment.coupons()).containsExactly(new Coupon("a", null, null, null), empty);
		assertThat(payment.tags()).containsExactly("x", "y");
		assertThat(payment.steps()).containsExactly(1L, 2L);
		assertThat(payment.table()).containsExactly(List.of("a"), List.of("b"), List.of());
		assertThat(payment.amount()).isEqualTo(new Amount(7L, null, null));
		assertThat(this.mismatches).containsExactly("Payment coupon.tags", "Payment coupon.inner.coupon_id",
				"Payment coupons[]", "Payment coupons[].coupon_id", "Payment coupons[]", "Payment tags[]",
				"Payment steps[]", "Payment table[][]", "Payment table[]", "Payment amount.discount");
	}

	@Test
	void takeASingleObjectForAListAndAListOfOneForAnObject() {
		Payment payment = read("{\"coupons\":{\"coupon_id\":\"a\"},\"coupon\":[{\"coupon_id\":\"b\"}],\"tags\":\"x\","
				+ "\"steps\":5,\"amount\":[{\"total\":7}],\"shares\":{\"amount\":3},\"note\":\"n\"}");
		assertThat(payment.coupons()).containsExactly(new Coupon("a", null, null, null));
		assertThat(payment.coupon()).isEqualTo(new Coupon("b", null, null, null));
		assertThat(payment.tags()).containsExactly("x");
		assertThat(payment.steps()).containsExactly(5L);
		assertThat(payment.amount()).isEqualTo(new Amount(7L, null, null));
		assertThat(payment.shares()).containsExactly(new Share(3L, null));
		assertThat(payment.note()).isEqualTo("n");
		assertThat(this.mismatches).containsExactly("Payment coupons", "Payment coupon", "Payment tags",
				"Payment steps", "Payment amount", "Payment shares");
	}

	@Test
	void takeAnEmptyObjectForAnEmptyList() {
		Payment payment = read("{\"coupons\":{},\"note\":\"n\"}");
		assertThat(payment.coupons()).isEmpty();
		assertThat(payment.note()).isEqualTo("n");
		assertThat(this.mismatches).containsExactly("Payment coupons");
	}

	@Test
	void goOnBehindASingleObjectThatDoesNotFit() {
		Payment payment = read("{\"coupons\":{\"amount\":1.5,\"tags\":[{}]},\"coupon\":[{\"amount\":1.5,\"x\":{}}],"
				+ "\"note\":\"n\"}");
		assertThat(payment.coupons()).isEmpty();
		assertThat(payment.coupon()).isNull();
		assertThat(payment.note()).isEqualTo("n");
	}

	@Test
	void leaveNullsOutOfLists() {
		assertThat(read("{\"tags\":[null],\"coupons\":[null,{\"coupon_id\":\"a\"},null],\"shares\":[null]}"))
			.returns(List.of(), Payment::tags)
			.returns(List.of(), Payment::shares)
			.returns(List.of(new Coupon("a", null, null, null)), Payment::coupons);
		assertThat(this.mismatches).isEmpty();
	}

	@Test
	void decryptWhatIsSealedAndNothingElse() {
		assertThat(read("{\"name\":\"x\",\"names\":[\"y\",null,{},\"z\"]}")).returns("open x", Payment::name)
			.returns(List.of("open y", "open z"), Payment::names);
		assertThat(this.mismatches).containsExactly("Payment names[]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\":\"x\"}", "{\"names\":[\"x\"]}" })
	void neverPassOverWhatCannotBeDecrypted(String text) {
		WechatPayJson plain = new WechatPayJson();
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> plain.read(text.getBytes(StandardCharsets.UTF_8), Payment.class, (sealed) -> {
				throw new IllegalStateException("the vault is closed");
			}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"out_trade_no\":\"A\",\"out_trade_no\":\"B\"}",
			"{\"out_trade_no\":\"A\",\"out_trade_no\":\"A\"}", "{\"amount\":{\"total\":1,\"total\":2}}",
			"{\"out_trade_no\":\"A\"} {}", "{\"out_trade_no\":\"A\"}x", "{\"out_trade_no\":\"A\",}",
			"{'out_trade_no':'A'}", "{\"amount\":{\"total\":NaN}}", "{\"amount\":{\"total\":+1}}",
			"{\"amount\":{\"total\":01}}", "{\"out_trade_no\":\"A\" /* x */}", "[{\"out_trade_no\":\"A\"}]", "\"A\"" })
	void areNotReadFromWhatIsNotOneObject(String text) {
		assertThatExceptionOfType(UnreadableJsonException.class).isThrownBy(() -> read(text));
	}

	@Test
	void areReadBehindAByteOrderMark() {
		assertThat(read("\ufeff{\"out_trade_no\":\"A\"}").outTradeNo()).isEqualTo("A");
	}

	@Test
	void areLoggedOncePerPlaceAndNeverShown() {
		try (LogCapture log = new LogCapture()) {
			read("{\"count\":\"Geheim\"}");
			read("{\"count\":\"Geheim\"}");
			assertThat(log.text()).containsOnlyOnce("'count' of Payment").doesNotContain("Geheim");
		}
		assertThat(this.mismatches).hasSize(2);
	}

	@Test
	void areReadWhateverTheListenerThrows() {
		WechatPayJson counted = new WechatPayJson((source, path) -> {
			throw new IllegalStateException("no registry");
		});
		byte[] text = "{\"count\":{},\"note\":\"n\"}".getBytes(StandardCharsets.UTF_8);
		assertThat(counted.read(text, Payment.class, (sealed) -> sealed).note()).isEqualTo("n");
	}

	@Test
	void areBoundedInNumber() {
		List<String> paths = new ArrayList<>();
		Mismatches bounded = new Mismatches((source, path) -> paths.add(path));
		for (int i = 0; i < 600; i++) {
			bounded.report("x", "field" + i);
		}
		assertThat(paths).hasSize(600).startsWith("field0").endsWith("OTHER").doesNotContain("field599");
	}

}
