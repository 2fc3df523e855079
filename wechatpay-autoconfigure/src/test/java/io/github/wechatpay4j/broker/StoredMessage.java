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

package io.github.wechatpay4j.broker;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message of a broker, as a test sees it.
 *
 * @param key what it is ordered by, empty for nothing
 * @param headers its headers
 * @param body its body
 */
public record StoredMessage(String key, Map<String, String> headers, byte[] body) {

	public StoredMessage withHeader(String name, String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.headers);
		changed.put(name, value);
		return new StoredMessage(this.key, changed, this.body);
	}

	/** Changes one bit of the ciphertext. */
	public StoredMessage tampered() {
		byte[] changed = this.body.clone();
		int ciphertext = new String(changed, StandardCharsets.ISO_8859_1).indexOf("\"ciphertext\":\"");
		changed[ciphertext + 40] ^= 1;
		return new StoredMessage(this.key, this.headers, changed);
	}

	/** All that somebody sees who looks at it. */
	public String text() {
		return this.key + this.headers + new String(this.body, StandardCharsets.UTF_8);
	}

}
