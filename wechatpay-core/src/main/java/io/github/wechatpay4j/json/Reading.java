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

import io.github.wechatpay4j.crypto.FieldDecryptor;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;

/**
 * One reading of one document. Not safe for use by many threads.
 */
final class Reading {

	private final FieldDecryptor decryptor;

	private final Mismatches mismatches;

	private final String source;

	private boolean undecryptable;

	Reading(FieldDecryptor decryptor, Mismatches mismatches, String source) {
		this.decryptor = decryptor;
		this.mismatches = mismatches;
		this.source = source;
	}

	static Reading of(DeserializationContext context) {
		if (context.getAttribute(Reading.class) instanceof Reading reading) {
			return reading;
		}
		throw new IllegalStateException("This mapper is only used by WechatPayJson");
	}

	/** An empty text stays empty: the platform sends it where it knows nothing. */
	String decrypt(String cipherText) {
		if (cipherText.isEmpty()) {
			return cipherText;
		}
		this.undecryptable = true;
		String plain = this.decryptor.decrypt(cipherText);
		this.undecryptable = false;
		return plain;
	}

	/** Whether a field could not be decrypted, which is never passed over. */
	boolean isUndecryptable() {
		return this.undecryptable;
	}

	void mismatch(JsonParser parser) {
		this.mismatches.report(this.source, path(parser.streamReadContext()));
	}

	private static String path(TokenStreamContext context) {
		StringBuilder path = new StringBuilder();
		for (TokenStreamContext at = context; at != null && !at.inRoot(); at = at.getParent()) {
			String separator = (path.isEmpty() || path.charAt(0) == '[') ? "" : ".";
			path.insert(0, (at.inArray() ? "[]" : at.currentName()) + separator);
		}
		return path.toString();
	}

}
