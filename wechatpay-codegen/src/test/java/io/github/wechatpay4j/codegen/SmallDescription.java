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

package io.github.wechatpay4j.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A module with a description that has a little of everything.
 */
public final class SmallDescription {

	/** Where each line counts: faults name their place. */
	public static final String YAML = String.join("\n", "openapi: 3.1.0", "info:", "  title: 茶 Tea", "  version: 1.0.0",
			"x-wechatpay-package: tea", "x-wechatpay-status: verified", "servers:",
			"  - url: https://api.mch.weixin.qq.com", "paths:", "  /v3/tea/{out_no}:", "    post:",
			"      operationId: Teas.order", "      summary: 点茶", "      x-wechatpay-request: TeaRequest",
			"      x-wechatpay-idempotency: keyed", "      x-wechatpay-business-number: out_no",
			"      x-wechatpay-verified: '2026-11-23'", "      parameters:", "        - name: out_no",
			"          in: path", "          required: true", "          schema:", "            type: string",
			"      requestBody:", "        content:", "          application/json:", "            schema:",
			"              $ref: '#/components/schemas/TeaRequest'", "      responses:", "        '200':",
			"          content:", "            application/json:", "              schema:",
			"                $ref: '#/components/schemas/Tea'", "webhooks:", "  tea:", "    post:",
			"      x-wechatpay-events: [TEA.SERVED]", "      x-wechatpay-business-number: out_no", "      requestBody:",
			"        content:", "          application/json:", "            schema:",
			"              $ref: '#/components/schemas/TeaNotification'", "      responses:", "        '204':",
			"          description: 好", "  question:", "    post:", "      x-wechatpay-events: [TEA.ASKED]",
			"      x-wechatpay-signed-answer: true", "      requestBody:", "        content:",
			"          application/json:", "            schema:",
			"              $ref: '#/components/schemas/TeaQuestion'", "      responses:", "        '200':",
			"          content:", "            application/json:", "              schema:",
			"                $ref: '#/components/schemas/TeaAnswer'", "components:", "  schemas:", "    TeaRequest:",
			"      type: object", "      required: [mchid, cups]", "      properties:", "        mchid:",
			"          type: string", "          x-wechatpay-filled-from: mchid", "        cups:",
			"          type: array", "          items:", "            $ref: '#/components/schemas/Cup'",
			"        package:", "          type: string", "        guest_name:", "          type: string",
			"          x-wechatpay-sensitive: true", "    Cup:", "      type: object", "      required: [size]",
			"      properties:", "        size:", "          type: integer", "          format: int64", "        kind:",
			"          $ref: '#/components/schemas/Kind'", "    Kind:", "      type: string",
			"      x-wechatpay-enum: [green, \"01\"]", "    Tea:", "      type: object", "      required: [price]",
			"      properties:", "        price:", "          type: integer", "          format: int64",
			"          x-wechatpay-unit: fen", "        cups:", "          type: array", "          items:",
			"            $ref: '#/components/schemas/Cup'", "        serve_time:", "          type: string",
			"          format: date-time", "    TeaNotification:", "      type: object", "      properties:",
			"        out_no:", "          type: string", "    TeaQuestion:", "      type: object", "      properties:",
			"        out_no:", "          type: string", "    TeaAnswer:", "      type: object",
			"      required: [code, pot]", "      properties:", "        code:", "          type: string",
			"          default: SUCCESS", "        pot:", "          $ref: '#/components/schemas/Pot'", "    Pot:",
			"      type: object", "      required: [litres]", "      properties:", "        litres:",
			"          type: integer", "          format: int64", "");

	private SmallDescription() {
	}

	/** The description with an answer that repeats the request. */
	public static Path repeatingModule(Path directory) throws IOException {
		Path module = module(directory, "Teas.order",
				"Teas.order\n      x-wechatpay-echo: {pot_no: out_no}\n      x-wechatpay-certain: [pot_no, price]");
		Path yaml = module.resolve("src/main/openapi/tea.yaml");
		Files.writeString(yaml,
				Files.readString(yaml)
					.replace("x-wechatpay-unit: fen",
							"x-wechatpay-unit: fen\n          x-wechatpay-role: amount\n        pot_no:"
									+ "\n          type: string\n          x-wechatpay-role: identity"));
		return module;
	}

	/** Writes the description, with one part of it replaced, as a module. */
	public static Path module(Path directory, String part, String replacement) throws IOException {
		if (!YAML.contains(part)) {
			throw new IllegalArgumentException("Not in the description: " + part);
		}
		Path openapi = Files.createDirectories(directory.resolve("api/src/main/openapi"));
		Files.writeString(openapi.resolve("tea.yaml"), YAML.replace(part, replacement));
		Files.writeString(openapi.resolve("glossary.properties"), "out_no = the order's number\n");
		Files.writeString(openapi.resolve("personal-fields.txt"), "# nothing\nopenid\n");
		return directory.resolve("api");
	}

	public static Path module(Path directory) throws IOException {
		return module(directory, "", "");
	}

}
