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

package io.github.wechatpay4j.codegen.source;

import com.palantir.javapoet.CodeBlock;

/**
 * A Javadoc comment, its tags in the usual order.
 */
final class Javadoc {

	private final StringBuilder text = new StringBuilder();

	private final StringBuilder params = new StringBuilder();

	private final StringBuilder tags = new StringBuilder();

	private Javadoc(String sentence) {
		this.text.append(sentence.strip());
	}

	static Javadoc of(String sentence) {
		return new Javadoc(sentence);
	}

	Javadoc then(String sentence) {
		if (!sentence.isEmpty()) {
			this.text.append(' ').append(sentence);
		}
		return this;
	}

	Javadoc param(String name, String description) {
		this.params.append("@param ").append(name).append(' ').append(description).append('\n');
		return this;
	}

	Javadoc returns(String description) {
		this.tags.append("@return ").append(description).append('\n');
		return this;
	}

	Javadoc throwsMissing() {
		this.tags.append("@throws IllegalArgumentException if a required field is missing\n");
		return this;
	}

	Javadoc see(String url) {
		if (!url.isEmpty()) {
			this.tags.append("@see <a href=\"").append(url).append("\">Official page</a>\n");
		}
		return this;
	}

	Javadoc deprecated(boolean deprecated) {
		if (deprecated) {
			this.tags.append("@deprecated by WeChat Pay\n");
		}
		return this;
	}

	CodeBlock build() {
		return CodeBlock.of("$L\n$L$L", this.text, this.params, this.tags);
	}

}
