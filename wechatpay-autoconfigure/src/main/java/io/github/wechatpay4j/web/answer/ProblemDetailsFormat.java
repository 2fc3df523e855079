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

import java.net.URI;

import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Problem details as of RFC 9457. The types are names, not addresses: they stay the same
 * wherever the documents move.
 */
final class ProblemDetailsFormat implements AnswerFormat {

	static final String TYPES = "tag:wechatpay4j.github.io,2026:problem/";

	@Override
	public Object body(Failure failure) {
		ProblemDetail problem = ProblemDetail.forStatus(failure.code().status());
		problem.setType(URI.create(TYPES + failure.code().slug()));
		problem.setTitle(failure.message());
		problem.setProperty("code", failure.code().code());
		if (failure.requestId() != null) {
			problem.setProperty("requestId", failure.requestId());
		}
		if (failure.outcomeUnknown()) {
			problem.setProperty("outcomeUnknown", true);
		}
		if (failure.businessNumber() != null) {
			problem.setProperty("businessNumber", failure.businessNumber());
		}
		return problem;
	}

	@Override
	public MediaType contentType() {
		return MediaType.APPLICATION_PROBLEM_JSON;
	}

}
