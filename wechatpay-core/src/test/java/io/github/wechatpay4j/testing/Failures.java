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

package io.github.wechatpay4j.testing;

import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.WechatPayException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * How calls fail.
 */
public final class Failures {

	private Failures() {
	}

	/**
	 * Insists on a failure, and on whether its outcome is unknown.
	 * @return what went wrong
	 */
	public static <X extends WechatPayException> X failure(Class<X> type, boolean unknown, ThrowingCallable call) {
		Throwable thrown = catchThrowable(call);
		if (unknown) {
			assertThat(thrown).isInstanceOf(OutcomeUnknownException.class);
			OutcomeUnknownException ex = (OutcomeUnknownException) thrown;
			assertThat(ex.isOutcomeUnknown()).isTrue();
			assertThat(ex).hasMessageContaining(ex.getCause().getMessage());
			thrown = ex.getCause();
		}
		assertThat(thrown).isInstanceOf(type);
		assertThat(((WechatPayException) thrown).isOutcomeUnknown()).isFalse();
		return type.cast(thrown);
	}

}
