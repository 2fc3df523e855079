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

package io.github.wechatpay4j.samples.cluster;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Looks for what must not be readable.
 *
 * @param secrets the texts
 */
record PlainText(List<String> secrets) {

	List<String> found(List<byte[]> contents) {
		List<String> readable = contents.stream()
			.map((content) -> new String(content, StandardCharsets.ISO_8859_1))
			.toList();
		return this.secrets.stream()
			.filter((secret) -> readable.stream().anyMatch((content) -> content.contains(secret)))
			.toList();
	}

}
