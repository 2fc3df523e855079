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

package io.github.wechatpay4j.web.answer;

import org.springframework.http.MediaType;

/**
 * The shape of the body that tells a front end about a failure. A bean of this type
 * replaces the library's shapes, for applications that have an envelope of their own.
 * Must be safe for use by many threads.
 */
@FunctionalInterface
public interface AnswerFormat {

	/**
	 * Makes the body.
	 * @param failure what may be told
	 * @return an object for the application's message converters
	 */
	Object body(Failure failure);

	/**
	 * The content type of the body.
	 * @return the type, {@code application/json} unless told otherwise
	 */
	default MediaType contentType() {
		return MediaType.APPLICATION_JSON;
	}

	/**
	 * The library's envelope, {@link Answer}.
	 * @return the format
	 */
	static AnswerFormat envelope() {
		return Answer::of;
	}

	/**
	 * Problem details as of RFC 9457, with the envelope's fields as extensions.
	 * @return the format
	 */
	static AnswerFormat problemDetails() {
		return new ProblemDetailsFormat();
	}

}
