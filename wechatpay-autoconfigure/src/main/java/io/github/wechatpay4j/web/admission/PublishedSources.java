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

package io.github.wechatpay4j.web.admission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The addresses that WeChat Pay has published. They are data, see the file.
 */
final class PublishedSources {

	static final String FILE = "wechatpay-sources.txt";

	private static final String COMMENT = "#";

	private PublishedSources() {
	}

	static List<AddressRange> ranges() {
		try (InputStream file = PublishedSources.class.getResourceAsStream(FILE)) {
			if (file == null) {
				throw new IllegalStateException("The file " + FILE + " is not beside its class");
			}
			return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines()
				.map(String::strip)
				.filter((line) -> !line.isEmpty() && !line.startsWith(COMMENT))
				.map(AddressRange::of)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
