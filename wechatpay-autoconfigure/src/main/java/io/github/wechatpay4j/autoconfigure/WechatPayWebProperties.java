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

package io.github.wechatpay4j.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of what the application's own controllers tell their front end.
 */
@ConfigurationProperties("wechatpay.web")
public class WechatPayWebProperties {

	/**
	 * How exceptions of WeChat Pay that the application's controllers throw are answered.
	 */
	private Answers answers = Answers.NONE;

	public Answers getAnswers() {
		return this.answers;
	}

	public void setAnswers(Answers answers) {
		this.answers = answers;
	}

	/**
	 * How exceptions of WeChat Pay are answered.
	 */
	public enum Answers {

		/** As Spring answers any exception. */
		NONE,

		/** With code, message, data and requestId. */
		ENVELOPE,

		/** With problem details as of RFC 9457. */
		PROBLEM_DETAILS

	}

}
