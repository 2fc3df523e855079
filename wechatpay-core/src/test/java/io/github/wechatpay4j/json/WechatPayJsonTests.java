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

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;

import io.github.wechatpay4j.operation.Decisive;
import io.github.wechatpay4j.operation.Decisive.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WechatPayJsonTests {

	private final WechatPayJson json = new WechatPayJson();

	record Goods(String goodsName, long unitPrice) {
	}

	record Order(@Decisive(Role.IDENTITY) String outTradeNo, @Nullable String attach, long total, boolean supportFapiao,
			@Decisive(Role.STATE) @Nullable OffsetDateTime timeExpire,
			@Decisive(Role.AMOUNT) @Nullable List<Goods> goodsDetail) {

		static Order of(String outTradeNo, @Nullable OffsetDateTime timeExpire) {
			return new Order(outTradeNo, null, 1, false, timeExpire, null);
		}

	}

	@Test
	void writesSnakeCaseInDeclaredOrderWithoutNulls() {
		assertThat(write(new Order("1217", null, 1800, true, null, List.of(new Goods("咖啡", 900)))))
			.isEqualTo("{\"out_trade_no\":\"1217\",\"total\":1800,\"support_fapiao\":true,"
					+ "\"goods_detail\":[{\"goods_name\":\"咖啡\",\"unit_price\":900}]}");
	}

	@ParameterizedTest
	@CsvSource({ "2018-06-08T10:34:56.789+08:00, 2018-06-08T10:34:56+08:00",
			"2018-06-08T10:34:00Z, 2018-06-08T10:34:00+00:00", "2018-06-08T10:34:56-03:30, 2018-06-08T10:34:56-03:30",
			"2018-06-08T00:00:00+08:00, 2018-06-08T00:00:00+08:00" })
	void writesTimesToTheSecondInTheirOwnOffset(String time, String written) {
		assertThat(write(Order.of("1", OffsetDateTime.parse(time)))).contains("\"time_expire\":\"" + written + "\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2018-06-08T10:34:56+08:00", "2018-06-08T10:34:56Z", "2018-06-08T10:34:56.123+00:00" })
	void readsTimesWithoutMovingThemToAnotherOffset(String time) {
		assertThat(read("{\"time_expire\":\"" + time + "\"}").timeExpire()).isEqualTo(OffsetDateTime.parse(time))
			.satisfies((read) -> assertThat(read.getOffset()).isEqualTo(OffsetDateTime.parse(time).getOffset()));
	}

	@Test
	void ignoresUnknownFieldsAndAcceptsMissingOnes() {
		Order order = read("{\"new_field\":{\"a\":[1]},\"out_trade_no\":\"1217\",\"total\":null}");
		assertThat(order).isEqualTo(new Order("1217", null, 0, false, null, null));
		assertThat(read("{}").total()).isZero();
	}

	@Test
	void writesLongsThatNoDoubleCanHold() {
		assertThat(read(write(new Order("1", null, 9007199254740993L, false, null, null))).total())
			.isEqualTo(9007199254740993L);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			{"out_trade_no":"Geheim","total":"Geheim"}                        | 'total' has another form
			{"goods_detail":[{"unit_price":1},{"unit_price":"Geheim"}]}       | unit_price' has another form
			{"goods_detail":"Geheim"}                                         | 'goods_detail' has another form
			{"time_expire":"Geheim"}                                          | 'time_expire' has another form
			{"total":99999999999999999999999}                                 | 'total' has another form
			{"out_trade_no":{"Geheim":1}}                                     | 'out_trade_no' has another form
			["Geheim"]                                                        | it is not well-formed JSON of that type
			"Geheim"                                                          | it is not well-formed JSON of that type
			{"out_trade_no":"Geheim                                           | not a Order
			<html>Geheim</html>                                               | it is not well-formed JSON of that type
			{} Geheim                                                         | not a Order
			null                                                              | it is null
			``                                                                | it is not well-formed JSON of that type
			""")
	void saysWhereJsonIsWrongButNeverWhatStandsThere(String text, String problem) {
		assertThatExceptionOfType(UnreadableJsonException.class).isThrownBy(() -> read(text))
			.withMessageStartingWith("not a Order: ")
			.withMessageContaining(problem)
			.withNoCause()
			.satisfies((ex) -> assertThat(ex.toString()).doesNotContain("Geheim"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "1", "null", "\"x\"", "{", "{\"a\":1}}", "{\"a\":1", "<html/>" })
	void readsOnlyObjectsAsTrees(String text) {
		assertThatExceptionOfType(UnreadableJsonException.class).isThrownBy(() -> this.json.readTree(utf8(text)))
			.withNoCause();
	}

	@Test
	void refusesBytesThatAreNoUtf8AndNestingThatIsNoData() {
		byte[] latin1 = { '{', '"', 'a', '"', ':', '"', (byte) 0xe9, '"', '}' };
		assertThatExceptionOfType(UnreadableJsonException.class).isThrownBy(() -> this.json.readTree(latin1));
		String deep = "{\"a\":".repeat(100_000);
		assertThatExceptionOfType(UnreadableJsonException.class).isThrownBy(() -> this.json.readTree(utf8(deep)));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			{"description":"咖啡😀"}                                    | description
			{"a":"x","amount":{"currency":"😀"}}                       | amount.currency
			{"goods_detail":[{"goods_name":"x"},{"goods_name":"😀"}]}  | goods_detail[1].goods_name
			{"tags":["x","😀"]}                                        | tags[1]
			{"😀":"x"}                                                 | body
			["😀"]                                                     | [0]
			{"escaped":"\\ud83d\\ude00"}                              | escaped
			not JSON 😀                                                | body
			""")
	void refusesAnEmojiNamingItsField(String text, String field) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.json.requireBasicPlane(utf8(text)))
			.withMessage("'" + field + "' holds a character outside Unicode's basic plane (such as an emoji),"
					+ " which WeChat Pay refuses");
	}

	@Test
	void takesEveryCharacterOfTheBasicPlane() {
		this.json.requireBasicPlane(utf8("{\"description\":\"Grüße ， 咖啡 \uffee €\"}"));
		this.json.requireBasicPlane(new byte[0]);
	}

	@Test
	void refusesHalfAnEmojiNamingItsFieldAndNotItsValue() {
		byte[] half = utf8(write(Order.of("Geheim\ud83d", null)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.json.requireBasicPlane(half))
			.withMessageStartingWith("'out_trade_no' holds a character outside")
			.satisfies((ex) -> assertThat(ex.toString()).doesNotContain("Geheim"));
	}

	@Test
	void doesNotMistakeABackslashForAnEscape() {
		this.json.requireBasicPlane(utf8("{\"path\":\"c:\\\\ud83d\"}"));
		this.json.requireBasicPlane(utf8("{\"korean\":\"\\ud55c\"}"));
		this.json.requireBasicPlane(utf8("not JSON \\ud83d"));
	}

	record Broken(String name) {

		@Override
		public String name() {
			throw new IllegalStateException("Geheim");
		}

	}

	@Test
	void namesTheFieldThatCannotBeWritten() {
		assertThatIllegalArgumentException().isThrownBy(() -> write(new Broken("x")))
			.withMessage("'name' of a Broken cannot be written as JSON");
	}

	private String write(Object value) {
		return new String(this.json.write(value, (plain) -> {
			throw new AssertionError("nothing is sensitive here");
		}), StandardCharsets.UTF_8);
	}

	private Order read(String text) {
		return this.json.read(utf8(text), Order.class, (cipher) -> {
			throw new AssertionError("nothing is sensitive here");
		});
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
