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

package io.github.wechatpay4j.observation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes values as they are until there are too many different ones. Error answers are
 * unsigned and operations may be the application's own: neither may fill the memory of
 * those who count. Safe for use by many threads.
 */
final class Bounded {

	static final String OTHER = "OTHER";

	private static final int MAX_LENGTH = 80;

	private final int limit;

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	Bounded(int limit) {
		this.limit = limit;
	}

	String of(String value) {
		if (this.known.contains(value)) {
			return value;
		}
		if (value.isBlank() || value.length() > MAX_LENGTH || this.known.size() >= this.limit) {
			return OTHER;
		}
		this.known.add(value);
		return value;
	}

}
