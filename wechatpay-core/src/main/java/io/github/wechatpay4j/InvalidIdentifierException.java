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

package io.github.wechatpay4j;

import java.util.Objects;

/**
 * An identifier cannot be what it is given for. Says what is wrong and where; never the
 * value itself.
 */
public final class InvalidIdentifierException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String problem;

	private final String remedy;

	InvalidIdentifierException(String identifier, String problem, String remedy) {
		super("'" + identifier + "': " + problem + " " + remedy);
		this.problem = Objects.requireNonNull(problem, "problem");
		this.remedy = Objects.requireNonNull(remedy, "remedy");
	}

	/**
	 * What is wrong.
	 * @return a sentence or two
	 */
	public String problem() {
		return this.problem;
	}

	/**
	 * What to do.
	 * @return a sentence
	 */
	public String remedy() {
		return this.remedy;
	}

}
