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

package io.github.wechatpay4j.simulator;

import io.github.wechatpay4j.ApiException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Assertions about errors of the platform, as core's client reports them.
 */
final class Refusals {

	private Refusals() {
	}

	static void assertRefused(int status, String code, ThrowingCallable call) {
		ApiException refused = catchThrowableOfType(ApiException.class, call);
		assertThat(refused).isNotNull();
		assertThat(refused.code()).isEqualTo(code);
		assertThat(refused.status()).isEqualTo(status);
		assertThat(refused.requestId()).isNotEmpty();
	}

	static void assertWrongField(String field, ThrowingCallable call) {
		ApiException refused = catchThrowableOfType(ApiException.class, call);
		assertThat(refused).isNotNull();
		assertThat(refused.code()).isEqualTo("PARAM_ERROR");
		assertThat(refused.field()).isEqualTo(field);
	}

}
