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

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RequestTargetTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			1217752501201407033233368018, 1217752501201407033233368018
			订单,                           %E8%AE%A2%E5%8D%95
			a/b,                          a%2Fb
			a+b,                          a%2Bb
			100%,                         100%25
			%2F,                          %252F
			"a b",                        a%20b
			a?b#c&d=e,                    a%3Fb%23c%26d%3De
			A-Z_a.z~0|*,                  A-Z_a.z~0%7C%2A
			😀,                            %F0%9F%98%80
			""")
	void encodesValuesOnce(String value, String encoded) {
		assertThat(RequestTarget.of("/v3/orders/{id}/close", UnaryOperator.identity())
			.path("id", value)
			.query("q", value)
			.build()).isEqualTo("/v3/orders/" + encoded + "/close?q=" + encoded)
			.satisfies((target) -> assertThat(URI.create("http://localhost" + target).getRawPath())
				.isEqualTo("/v3/orders/" + encoded + "/close"));
	}

	@Test
	void keepsTheOrderOfQueryParametersAndLeavesNullOut() {
		assertThat(RequestTarget.of("/v3/bill", UnaryOperator.identity())
			.query("b", 2)
			.query("missing", null)
			.query("a", true)
			.query("b", "")
			.query("列", 1L)
			.build()).isEqualTo("/v3/bill?b=2&a=true&b=&%E5%88%97=1");
		assertThat(RequestTarget.of("/v3/bill", UnaryOperator.identity()).query("missing", null).build())
			.isEqualTo("/v3/bill");
	}

	@Test
	void encryptsSensitiveParametersBeforeItEncodesThem() {
		assertThat(RequestTarget.of("/v3/banks", (plain) -> "+" + plain + "=")
			.sensitiveQuery("account_number", "6225 1")
			.sensitiveQuery("missing", null)
			.query("limit", 1)
			.build()).isEqualTo("/v3/banks?account_number=%2B6225%201%3D&limit=1");
	}

	@Test
	void writesTimesToTheSecond() {
		assertThat(RequestTarget.of("/v3/stocks", UnaryOperator.identity())
			.query("from", OffsetDateTime.parse("2026-01-05T04:04+08:00"))
			.query("to", OffsetDateTime.parse("2026-01-05T04:04:05.123456789Z"))
			.build())
			.isEqualTo("/v3/stocks?from=2026-01-05T04%3A04%3A00%2B08%3A00&to=2026-01-05T04%3A04%3A05%2B00%3A00");
	}

	@Test
	void repeatsTheNameOfAListForEachValue() {
		assertThat(RequestTarget.of("/v3/fapiao", UnaryOperator.identity())
			.queries("type", List.of("A", "B&"))
			.queries("none", List.of())
			.build()).isEqualTo("/v3/fapiao?type=A&type=B%26");
	}

	@Test
	void doesNotTakeAValueForATemplate() {
		assertThat(RequestTarget.of("/v3/{a}/{b}", UnaryOperator.identity()).path("b", "{a}").path("a", "1").build())
			.isEqualTo("/v3/1/%7Ba%7D");
	}

	@ParameterizedTest
	@NullAndEmptySource
	void refusesAMissingPathVariable(String value) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RequestTarget.of("/v3/{id}", UnaryOperator.identity()).path("id", value))
			.withMessageStartingWith("'id' is required");
	}

	@Test
	void refusesATemplateWhoseVariableNobodyBound() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RequestTarget.of("/v3/{id}/{other}", UnaryOperator.identity()).path("id", 1).build())
			.withMessage("'other' is required");
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", ".." })
	void refusesAPathVariableThatWouldNameAnotherResource(String value) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RequestTarget.of("/v3/refunds/{out_refund_no}", UnaryOperator.identity())
				.path("out_refund_no", value)
				.build())
			.withMessage("'out_refund_no' must not be '.' or '..'");
	}

}
