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

package io.github.wechatpay4j.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import io.github.wechatpay4j.testing.TestKeys;

/**
 * A known answer under {@code src/test/resources/vectors}, where {@code generate.py} says
 * how it was made.
 *
 * @param result whether it is right
 * @param comment what is special about it
 * @param fields the input
 */
record Vector(Result result, String comment, List<byte[]> fields) {

	static List<Vector> of(String file) {
		String text = new String(TestKeys.bytes("../vectors/" + file), StandardCharsets.UTF_8);
		return text.lines().filter((line) -> !line.startsWith("#")).map(Vector::parse).toList();
	}

	private static Vector parse(String line) {
		String[] cells = line.split(",", -1);
		return new Vector(Result.valueOf(cells[0].toUpperCase(Locale.ROOT)), cells[1],
				Arrays.stream(cells).skip(2).map(HexFormat.of()::parseHex).toList());
	}

	byte[] field(int index) {
		return this.fields.get(index);
	}

	@Override
	public String toString() {
		return this.result + " " + this.comment;
	}

	enum Result {

		VALID, INVALID, ACCEPTABLE

	}

}
