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

package io.github.wechatpay4j.simulator.sample;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.wechatpay4j.simulator.http.Answer;
import io.github.wechatpay4j.simulator.official.Hash;

/**
 * The file that every download brings whose address is in a sample.
 */
final class SampleFile {

	/** What its address ends with. */
	static final String TOKEN = "SAMPLE";

	private static final byte[] TEXT = "A sample file of the simulator\n".getBytes(StandardCharsets.UTF_8);

	/** One transparent dot. */
	private static final byte[] PNG = Base64.getDecoder()
		.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

	private SampleFile() {
	}

	static Answer.File of(String path) {
		return path.contains("/images/") ? new Answer.File(PNG, "image/png")
				: new Answer.File(TEXT, "text/plain;charset=utf-8");
	}

	static String sha1() {
		return Hash.sha1(TEXT);
	}

}
