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

package io.github.wechatpay4j.resilience;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.PlatformKeyUnavailableException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * What says that WeChat Pay is not well, as opposed to that a call was wrong.
 */
final class Failures {

	private Failures() {
	}

	/**
	 * A platform that refuses (4xx), asks to slow down (429), has accepted (202) or
	 * probes signatures on purpose is alive; so is one whose signed answer this version
	 * cannot read.
	 */
	static boolean counts(@Nullable Throwable failure) {
		if (failure instanceof OutcomeUnknownException || failure instanceof PlatformKeyUnavailableException) {
			return counts(failure.getCause());
		}
		if (failure instanceof ApiException answer) {
			return answer.status() >= 500;
		}
		if (failure instanceof SignatureException answer) {
			return answer.reason() != SignatureException.Reason.PROBE;
		}
		return failure instanceof TransportException || failure instanceof IOException
				|| failure instanceof TimeoutException;
	}

}
