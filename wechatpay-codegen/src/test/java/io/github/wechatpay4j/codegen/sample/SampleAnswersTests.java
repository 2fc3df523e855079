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

package io.github.wechatpay4j.codegen.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Samples of a small description.
 */
class SampleAnswersTests {

	private static final String DESCRIPTION = """
			openapi: 3.1.0
			info: {title: Things}
			servers: [{url: https://api.mch.weixin.qq.com}]
			x-wechatpay-package: things
			x-wechatpay-status: incubating
			paths:
			  /v3/things/{thing_id}:
			    post:
			      operationId: Things.create
			      summary: Thing
			      x-wechatpay-request: ThingRequest
			      x-wechatpay-idempotency: none
			      parameters: [{name: thing_id, in: path, required: true, schema: {type: string}}]
			      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/ThingRequest'}}}}
			      responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
			components:
			  schemas:
			    ThingRequest:
			      type: object
			      required: [name]
			      anyOf: [{required: [openid]}, {required: [part]}]
			      properties:
			        name: {type: string, x-wechatpay-sensitive: true}
			        openid: {type: string}
			        part: {$ref: '#/components/schemas/Thing', x-wechatpay-required: [state]}
			    Thing:
			      type: object
			      required: [parts]
			      properties:
			        state: {$ref: '#/components/schemas/State'}
			        fail_reason: {type: string}
			        end_time: {type: string, format: date-time}
			        day: {type: string, x-wechatpay-format: yyyyMMdd}
			        total: {type: integer, format: int64, x-wechatpay-unit: fen}
			        mchid: {type: string}
			        phone: {type: string, x-wechatpay-sensitive: true}
			        whole: {$ref: '#/components/schemas/Thing'}
			        parts: {type: array, items: {$ref: '#/components/schemas/Thing'}}
			        tags: {type: array, items: {type: string}}
			    State:
			      type: string
			      x-wechatpay-enum: [STATE_INIT, STATE_FAIL, STATE_SUCCESS]
			""";

	@TempDir
	private Path directory;

	private Path write() throws IOException {
		Path description = Files.createDirectories(this.directory.resolve("openapi"));
		Files.writeString(description.resolve("things.yaml"), DESCRIPTION);
		SampleAnswers.main(new String[] { description.toString(), this.directory.toString() });
		return this.directory.resolve("io/github/wechatpay4j/simulator/sample/answers.json");
	}

	private JsonNode read() throws IOException {
		return new JsonMapper().readTree(Files.readString(write()));
	}

	@Test
	void writesAnswersThatLookLikeSuccess() throws IOException {
		assertThat(read().at("/operations/0/answer")).isEqualTo(new JsonMapper().readTree("""
				{"state": "STATE_SUCCESS", "end_time": "2027-01-02T10:11:12+08:00", "day": "20260102", "total": 100,
				"mchid": "${mchid}", "phone": {"$encrypt": "13800138000"}, "parts": [], "tags": ["sample"]}"""));
	}

	@Test
	void writesWhatRequestsNeed() throws IOException {
		JsonNode root = read();
		assertThat(root.at("/operations/0/variables/0/required").booleanValue()).isTrue();
		JsonNode body = root.path("types").path(root.at("/operations/0/body").stringValue());
		assertThat(body).isEqualTo(new JsonMapper().readTree("""
				{"fields": [{"name": "name", "required": true, "sample": {"$encrypt": "张三"}},
				{"name": "openid", "sample": "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"},
				{"name": "part", "type": "things/Thing", "requiredWithin": ["state"]}],
				"anyOf": [["openid"], ["part"]]}"""));
		assertThat(root.path("types").path("things/Thing").path("fields")).hasSize(10);
	}

	@Test
	void leavesFileAloneThatWouldNotChange() throws IOException {
		Path file = write();
		FileTime before = FileTime.fromMillis(0);
		Files.setLastModifiedTime(file, before);
		assertThat(Files.getLastModifiedTime(write())).isEqualTo(before);
	}

}
