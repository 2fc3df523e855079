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

package io.github.wechatpay4j.web;

import org.jspecify.annotations.Nullable;

/**
 * Who would answer a notification at some path.
 *
 * @param merchant the name of the merchant that the endpoint would answer for,
 * {@code null} if the endpoint does not answer
 * @param other what answers in place of the endpoint, {@code null} if nothing does
 */
public record ProbedAnswer(@Nullable String merchant, @Nullable String other) {

	/**
	 * The endpoint answers.
	 * @param merchant the name of the merchant that it answers for
	 * @return the answer
	 */
	public static ProbedAnswer endpoint(String merchant) {
		return new ProbedAnswer(merchant, null);
	}

	/**
	 * Something else answers.
	 * @param other what does
	 * @return the answer
	 */
	public static ProbedAnswer other(String other) {
		return new ProbedAnswer(null, other);
	}

	/**
	 * Nothing answers.
	 * @return the answer
	 */
	public static ProbedAnswer nothing() {
		return new ProbedAnswer(null, null);
	}

}
