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

package io.github.wechatpay4j.codegen.description;

import java.io.IOException;
import java.nio.file.Path;

import io.github.wechatpay4j.codegen.SmallDescription;
import io.github.wechatpay4j.codegen.description.FieldType.Scalar;
import io.github.wechatpay4j.codegen.description.Input.Position;
import io.github.wechatpay4j.operation.Idempotency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DescriptionReaderTests {

	@TempDir
	private Path directory;

	private Description read(String part, String replacement) throws IOException {
		return DescriptionReader
			.read(SmallDescription.module(this.directory, part, replacement).resolve("src/main/openapi"), "example");
	}

	@Test
	void readsAnOperation() throws IOException {
		ApiOperation order = read("", "").operations().findFirst().orElseThrow();
		assertThat(order.id()).isEqualTo("Teas.order");
		assertThat(order.signature()).isEqualTo("POST /v3/tea/{out_no}");
		assertThat(order.packageName()).isEqualTo("example.tea");
		assertThat(order.idempotency()).isEqualTo(Idempotency.KEYED);
		assertThat(order.inputs()).extracting((input) -> input.field().name())
			.containsExactly("out_no", "mchid", "cups", "package", "guest_name");
		assertThat(order.inputs().get(0).positions()).containsExactly(Position.PATH);
		assertThat(order.inputs().get(1).field().demanded()).as("filled from the configuration").isFalse();
		assertThat(order.inputs().get(4).field()).returns(true, Field::sensitive).returns(Scalar.TEXT, Field::type);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"type: integer | type: int | tea.yaml:86: type 'int' with format 'int64' is none of",
			"format: date-time | format: datetime | tea.yaml:106: type 'string' with format 'datetime' is none of",
			"required: [size] | required: [sise] | tea.yaml:83: 'sise' is required but not among the properties",
			"schemas/Kind' | schemas/Kin' | tea.yaml:89: there is no component 'Kin' in tea.yaml",
			"x-wechatpay-unit: fen | x-wechatpay-unitt: fen | tea.yaml:100: 'x-wechatpay-unitt' means nothing here",
			"Teas.order | teas-order | tea.yaml:12: operationId 'teas-order' is not of the form Product.verb",
			"idempotency: keyed | idempotency: maybe | tea.yaml:15: 'maybe' is none of safe, keyed, none",
			"business-number: out_no | business-number: no | tea.yaml:16: 'no' is not among the inputs",
			"in: path | in: cookie | tea.yaml:20: 'cookie' is none of path, query, header",
			"/v3/tea/{out_no} | /v3/tea/{number} | tea.yaml:12: the path has the variables [number] but the parameters in the path are [out_no]",
			"'200' | '201' | tea.yaml:30: '201' means nothing here",
			"filled-from: mchid | filled-from: moon | tea.yaml:71: 'moon' is none of mchid, appid, notify_url",
			"status: verified | status: good | tea.yaml:6: 'good' is neither verified nor incubating",
			"green, \"01\" | green, green | tea.yaml:91: a value of 'Kind' is there twice",
			"kind: | size: | tea.yaml:88: 'size' is there twice",
			"Teas.order | Cup.order | tea.yaml:12: type example.tea.Cup is already described at tea.yaml:",
			"package: | '@package:' | tea.yaml:76: found character '@'",
			"x-wechatpay-request: TeaRequest | x-wechatpay-request: Tea | tea.yaml:28: the body of this request must be the component 'Tea' of this file",
			"'204' | '202' | tea.yaml:46: '202' means nothing here",
			"204': | 200': | tea.yaml:47: 'content' is missing",
			"[TEA.SERVED] | [TEA.SERVED]¶      x-wechatpay-signed-answer: true | tea.yaml:39: an answer without fields is not signed",
			"signed-answer: true | signed-answer: yes | tea.yaml:51: 'yes' is neither true nor false",
			"signed-answer: | signed-answers: | tea.yaml:51: 'x-wechatpay-signed-answers' means nothing here",
			"schemas/TeaAnswer' | schemas/TeaReply' | tea.yaml:50: 'TeaReply' in tea.yaml is not an object, or not there",
			"schemas/TeaAnswer' | schemas/Kind' | tea.yaml:50: 'Kind' in tea.yaml is not an object, or not there",
			"schemas/TeaAnswer' | schemas/TeaRequest' | tea.yaml:50: 'TeaRequest' is the body of a request and cannot be an answer",
			"Teas.order | Teas.order¶      x-wechatpay-echo: {colour: out_no} | tea.yaml:13: 'colour' is not a field of the answer",
			"Teas.order | Teas.order¶      x-wechatpay-echo: {price: out_no} | tea.yaml:99: 'price' is repeated and needs x-wechatpay-role: identity",
			"Teas.order | Teas.order¶      x-wechatpay-certain: [serve_time] | tea.yaml:107: 'serve_time' is neither required nor repeated, so it is not certain",
			"Teas.order | Teas.order¶      x-wechatpay-certain: [price] | tea.yaml:99: 'price' is certain and needs an x-wechatpay-role",
			"Teas.order | Teas.order¶      x-wechatpay-echoes: [price] | tea.yaml:13: 'x-wechatpay-echoes' means nothing here",
			"x-wechatpay-unit: fen | x-wechatpay-role: total | tea.yaml:100: a role is identity, state or amount",
			"x-wechatpay-unit: fen | x-wechatpay-role: state | tea.yaml:98: 'price' cannot be read strictly as state",
			"format: date-time | format: date-time¶          x-wechatpay-role: identity | tea.yaml:106: 'serve_time' cannot be read strictly as identity",
			"Pot' | Pot'¶          x-wechatpay-role: amount | tea.yaml:126: nothing within 'pot' has an x-wechatpay-role",
			"filled-from: mchid | role: identity | tea.yaml:70: 'mchid' is sent: only what is received is marked with a role",
			"default: SUCCESS | x-wechatpay-sensitive: true | tea.yaml:123: 'code' is sensitive, which no field of an answer can be" })
	void namesFileAndLineOfAFault(String part, String replacement, String message) throws IOException {
		assertThatExceptionOfType(DescriptionException.class)
			.isThrownBy(() -> read(part, replacement.replace("¶", "\n")))
			.withMessageStartingWith(message);
	}

}
