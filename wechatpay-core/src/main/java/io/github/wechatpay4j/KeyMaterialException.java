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
 * A key, certificate or secret cannot be used. Says what was found and what to do; never
 * the material itself.
 */
public final class KeyMaterialException extends WechatPayException {

	private static final long serialVersionUID = 1L;

	private final String problem;

	private final String remedy;

	/**
	 * Creates an exception.
	 * @param problem what was found
	 * @param remedy what to do
	 */
	public KeyMaterialException(String problem, String remedy) {
		super(problem + " " + remedy, null);
		this.problem = Objects.requireNonNull(problem, "problem");
		this.remedy = Objects.requireNonNull(remedy, "remedy");
	}

	/**
	 * What was found.
	 * @return a sentence
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
