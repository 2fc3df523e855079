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

package io.github.wechatpay4j.json;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each place where a field had another shape once, and tells the listener each time.
 * Names of fields can come from outside where a type has a map: after many different
 * places the rest counts as one. Safe for use by many threads.
 */
final class Mismatches {

	static final String OTHER = "OTHER";

	private static final Logger logger = LoggerFactory.getLogger(Mismatches.class);

	private static final int MAX_PLACES = 500;

	private static final int MAX_LENGTH = 200;

	private final Set<String> places = ConcurrentHashMap.newKeySet();

	private final MismatchListener listener;

	Mismatches(MismatchListener listener) {
		this.listener = listener;
	}

	void report(String source, String path) {
		String place = source + ' ' + path;
		boolean known = this.places.contains(place);
		if (!known && (path.length() > MAX_LENGTH || this.places.size() >= MAX_PLACES)) {
			tell(source, OTHER);
			return;
		}
		if (!known && this.places.add(place)) {
			logger.warn("'{}' of {} came in another shape than is described. What does not fit reads as absent. "
					+ "This is logged once; wechatpay.response.mismatches counts.", path, source);
		}
		tell(source, path);
	}

	/** Whoever counts must not hide what was answered. */
	private void tell(String source, String path) {
		try {
			this.listener.mismatched(source, path);
		}
		catch (RuntimeException ex) {
			logger.debug("A listener cannot be told of '{}' of {}", path, source, ex);
		}
	}

}
