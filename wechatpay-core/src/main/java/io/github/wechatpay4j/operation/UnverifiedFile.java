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

package io.github.wechatpay4j.operation;

import java.util.Objects;

/**
 * The answer of operations that answer a file as it is, without a signature and without a
 * hash: only TLS vouches for it. A bill has a hash in the answer that announces it: see
 * {@link Downloadable}.
 */
public final class UnverifiedFile {

	private final String contentType;

	private final byte[] content;

	/**
	 * Creates an answer.
	 * @param contentType the media type that the platform names, empty if it names none
	 * @param content the file
	 */
	public UnverifiedFile(String contentType, byte[] content) {
		this.contentType = Objects.requireNonNull(contentType, "contentType");
		this.content = content.clone();
	}

	/**
	 * The media type that the platform names.
	 * @return the media type, empty if it names none
	 */
	public String contentType() {
		return this.contentType;
	}

	/**
	 * The file.
	 * @return a copy of the bytes
	 */
	public byte[] content() {
		return this.content.clone();
	}

	@Override
	public String toString() {
		return "UnverifiedFile[" + this.contentType + ", " + this.content.length + " bytes]";
	}

}
