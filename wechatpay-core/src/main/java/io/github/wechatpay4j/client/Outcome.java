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

package io.github.wechatpay4j.client;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.operation.Idempotency;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * The one place that decides whether the platform may have acted although an attempt
 * failed.
 */
final class Outcome {

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int SERVER_ERROR = 500;

	private Outcome() {
	}

	/** Whether a failure of this attempt leaves it open what was done. */
	static boolean isUnknown(WechatPayRequest<?> request, Throwable failure) {
		return changesSomething(request) && mayHaveActed(request, failure);
	}

	static boolean changesSomething(WechatPayRequest<?> request) {
		return request.idempotency() != Idempotency.SAFE;
	}

	private static boolean mayHaveActed(WechatPayRequest<?> request, Throwable failure) {
		if (failure instanceof TransportException transport) {
			return transport.phase() == Phase.EXCHANGING;
		}
		if (failure instanceof ApiException answer) {
			return !isRefusal(answer) || (answer.status() == TOO_MANY_REQUESTS && request.operation().isPayingOut());
		}
		// A success that is not believed or not understood. Everything else, such as a
		// key that cannot be had or a field that cannot be sent, comes before sending
		return failure instanceof SignatureException || failure instanceof UnreadableResponseException;
	}

	/**
	 * Only the platform's own form is its "no": a firewall's page, a redirection or an
	 * answer without a code say nothing about what the platform does.
	 */
	private static boolean isRefusal(ApiException answer) {
		return answer.status() >= 400 && answer.status() < SERVER_ERROR && answer.code() != null;
	}

}
