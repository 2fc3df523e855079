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

package io.github.wechatpay4j.codegen.names;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JavaNamesTests {

	@ParameterizedTest
	@CsvSource({ "out_trade_no, outTradeNo", "mchid, mchid", "h5_info, h5Info", "package, packageValue",
			"switch, switchValue", "operation, operationValue", "hash_code, hashCodeValue",
			"Idempotency-Key, idempotencyKey", "payer _currency, payerCurrency", "ID, id", "goodsTag, goodsTag",
			"a__b, aB" })
	void namesFields(String wireName, String name) {
		assertThat(JavaNames.field(wireName)).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "SUCCESS, SUCCESS", "01, VALUE_01", "Under Review, UNDER_REVIEW", "一级, ''", "+, ''",
			"Color010, COLOR010", "out_trade_no, OUT_TRADE_NO" })
	void namesConstants(String value, String name) {
		assertThat(JavaNames.constant(value)).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "subOrders, subOrder", "goodsDetail, goodsDetail", "goods, goods", "activities, activity",
			"addresses, address", "status, status", "boxes, box", "receivers, receiver", "address, address" })
	void namesOneOfMany(String field, String name) {
		assertThat(JavaNames.singular(field)).isEqualTo(name);
	}

}
