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

package io.github.wechatpay4j.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * Tells applications apart that share tables, a Redis or a broker: none of them takes,
 * completes or gives up what another one has stored. All nodes of an application have the
 * same name. Immutable.
 *
 * @param value the name, empty if there is none
 */
public record ApplicationName(String value) {

	/** What a table holds. */
	private static final int LONGEST = 100;

	/**
	 * Creates a name.
	 * @throws IllegalArgumentException if it is longer than 100 characters, or is
	 * {@code *}, which stands for any application
	 */
	public ApplicationName {
		value = Objects.requireNonNull(value, "value").strip();
		if (value.length() > LONGEST) {
			throw new IllegalArgumentException("A name of an application has " + LONGEST + " characters at most");
		}
		if ("*".equals(value)) {
			throw new IllegalArgumentException("'*' stands for any application and names none");
		}
	}

	/**
	 * No name: such applications cannot be told apart.
	 * @return the absent name
	 */
	public static ApplicationName none() {
		return new ApplicationName("");
	}

	/**
	 * Whether there is a name.
	 * @return {@code false} for the absent name
	 */
	public boolean isKnown() {
		return !this.value.isEmpty();
	}

	/**
	 * What the names of topics, queues and groups of this application end with.
	 * @return {@code -} and the name, in letters, digits, dots, hyphens and underscores
	 * of ASCII; two names never have the same one. Empty if there is no name
	 */
	public String suffix() {
		if (!isKnown()) {
			return "";
		}
		String plain = this.value.replaceAll("[^A-Za-z0-9._-]", "_");
		return plain.equals(this.value) ? "-" + plain : "-" + plain + "-" + checksum();
	}

	private String checksum() {
		CRC32 sum = new CRC32();
		sum.update(this.value.getBytes(StandardCharsets.UTF_8));
		return String.format("%08x", sum.getValue());
	}

	@Override
	public String toString() {
		return isKnown() ? this.value : "(no name)";
	}

}
