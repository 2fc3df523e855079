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

package io.github.wechatpay4j.observation;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.observation.WechatPayObservation.CallKeys;
import io.github.wechatpay4j.observation.WechatPayObservation.TraceKeys;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * The key values of calls and attempts. Every key is always there: Prometheus refuses
 * series of one name with different labels.
 */
final class CallKeyValues {

	static final String NONE = "none";

	private final Bounded operations = new Bounded(1000);

	private final Bounded merchants = new Bounded(1000);

	private final Bounded codes = new Bounded(100);

	String operation(CallFacts facts) {
		return this.operations.of(facts.operation());
	}

	KeyValues low(CallFacts facts, @Nullable Throwable error) {
		int status = status(facts, error);
		return KeyValues.of(CallKeys.OPERATION.withValue(operation(facts)),
				CallKeys.MERCHANT.withValue(this.merchants.of(facts.merchant())),
				CallKeys.OUTCOME.withValue(outcome(facts, status, error)),
				CallKeys.STATUS.withValue((status > 0) ? Integer.toString(status) : NONE),
				CallKeys.CODE.withValue(code(error)), CallKeys.EXCEPTION.withValue(exception(facts, error)),
				CallKeys.HOST.withValue(orNone(facts.host())), CallKeys.KEY_KIND.withValue(orNone(facts.keyKind())));
	}

	KeyValues high(CallFacts facts) {
		String requestId = facts.requestId();
		return (requestId != null) ? KeyValues.of(TraceKeys.REQUEST_ID.withValue(requestId)) : KeyValues.empty();
	}

	private static int status(CallFacts facts, @Nullable Throwable error) {
		return (error instanceof WechatPayException failure) ? failure.status() : facts.status();
	}

	/** A success is only what was verified and understood, whatever its status. */
	private static String outcome(CallFacts facts, int status, @Nullable Throwable error) {
		if (error == null) {
			return (facts.isCancelled() || status == 0) ? "UNKNOWN" : "SUCCESS";
		}
		return switch (status / 100) {
			case 4 -> "CLIENT_ERROR";
			case 5 -> "SERVER_ERROR";
			default -> "UNKNOWN";
		};
	}

	private String code(@Nullable Throwable error) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof ApiException answer) {
				String code = answer.code();
				return (code != null) ? this.codes.of(code) : NONE;
			}
			if (cause instanceof SignatureException finding) {
				// The platform's own probes must not look like forgeries
				return "SIGNATURE_" + finding.reason();
			}
			if (cause instanceof UnreadableResponseException finding) {
				return "UNREADABLE_" + finding.reason();
			}
		}
		return NONE;
	}

	private static String exception(CallFacts facts, @Nullable Throwable error) {
		if (error != null) {
			return error.getClass().getSimpleName();
		}
		return facts.isCancelled() ? "CancellationException" : NONE;
	}

	private static String orNone(@Nullable String value) {
		return (value != null) ? value : NONE;
	}

}
