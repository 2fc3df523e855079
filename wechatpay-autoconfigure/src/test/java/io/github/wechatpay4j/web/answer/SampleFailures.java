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

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.PlatformKeyUnavailableException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.WechatPayException;

/**
 * Every kind of exception, with messages that say more than a front end may hear.
 */
final class SampleFailures {

	static final String REQUEST_ID = "08E3B9F9A60610E203-0";

	/** What no answer may hold. */
	static final List<String> SECRETS = List.of("/etc/wechatpay/apiclient_key.pem", "MIIEvQIBADANBgkqhkiG9w0",
			"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", "张三", "api.mch.weixin.qq.com", "PARAM_ERROR", "out_refund_no", "Exception",
			"io.github.wechatpay4j.", "Refunds");

	private static final String TELLTALE = "/etc/wechatpay/apiclient_key.pem MIIEvQIBADANBgkqhkiG9w0 张三"
			+ " oUpF8uMuAJO_M2pxb1Q9zNjWeS6o api.mch.weixin.qq.com";

	static final Map<String, Sample> ALL = all();

	private SampleFailures() {
	}

	private static Map<String, Sample> all() {
		Map<String, Sample> all = new LinkedHashMap<>();
		answered(all);
		unknown(all);
		plain(all);
		for (CallNotPermittedException.Reason reason : CallNotPermittedException.Reason.values()) {
			AnswerCode code = switch (reason) {
				case CIRCUIT_OPEN -> AnswerCode.CALL_SUSPENDED;
				case IN_TRANSACTION -> AnswerCode.OTHER;
				default -> AnswerCode.CALL_LIMITED;
			};
			put(all, "stopped-" + reason, code, new CallNotPermittedException("Refunds.create", reason, TELLTALE));
		}
		for (NotificationRejectedException.Reason reason : NotificationRejectedException.Reason.values()) {
			put(all, "rejected-" + reason, FailureCodes.of(new NotificationRejectedException(reason, "")),
					new NotificationRejectedException(reason, TELLTALE));
		}
		return all;
	}

	private static void answered(Map<String, Sample> all) {
		Map<Integer, AnswerCode> codes = Map.of(202, AnswerCode.NOT_FINISHED, 302, AnswerCode.NOT_READABLE, 400,
				AnswerCode.REQUEST_INVALID, 401, AnswerCode.CREDENTIALS_REFUSED, 403, AnswerCode.REQUEST_FORBIDDEN, 404,
				AnswerCode.NOT_FOUND, 409, AnswerCode.REQUEST_REFUSED, 429, AnswerCode.RATE_LIMITED, 500,
				AnswerCode.PLATFORM_UNAVAILABLE, 502, AnswerCode.PLATFORM_UNAVAILABLE);
		codes.forEach((status, code) -> put(all, "answered-" + status, code, api(status)));
	}

	private static void unknown(Map<String, Sample> all) {
		put(all, "unknown-accepted", AnswerCode.NOT_FINISHED, unknown("refund-1", api(202)));
		put(all, "unknown-limited", AnswerCode.OUTCOME_UNKNOWN, unknown("refund-2", api(429)));
		put(all, "unknown-silent", AnswerCode.OUTCOME_UNKNOWN,
				unknown("refund-3", transport(TransportException.Phase.EXCHANGING)));
		put(all, "unknown-without-number", AnswerCode.OUTCOME_UNKNOWN, unknown(null, signature()));
	}

	private static void plain(Map<String, Sample> all) {
		put(all, "signature", AnswerCode.NOT_BELIEVED, signature());
		put(all, "decryption", AnswerCode.NOT_DECRYPTED, new DecryptionException(TELLTALE));
		put(all, "unreadable", AnswerCode.NOT_READABLE,
				new UnreadableResponseException("Refunds.query", TELLTALE, 200, REQUEST_ID, null));
		put(all, "waiting", AnswerCode.NO_CONNECTION_FREE, transport(TransportException.Phase.WAITING));
		put(all, "connecting", AnswerCode.NOT_CONNECTED, transport(TransportException.Phase.CONNECTING));
		put(all, "exchanging", AnswerCode.NO_ANSWER, transport(TransportException.Phase.EXCHANGING));
		put(all, "key", AnswerCode.KEY_UNUSABLE, new KeyMaterialException(TELLTALE, TELLTALE));
		put(all, "platform-key", AnswerCode.PLATFORM_KEY_UNAVAILABLE, new PlatformKeyUnavailableException(api(500)));
	}

	private static void put(Map<String, Sample> all, String name, AnswerCode code, WechatPayException ex) {
		all.put(name, new Sample(name, code, ex));
	}

	static ApiException api(int status) {
		return ApiException.of("Refunds.create", status)
			.error("PARAM_ERROR", TELLTALE, "out_refund_no")
			.requestId(REQUEST_ID)
			.retryAfter((status == 429) ? Duration.ofSeconds(7) : null)
			.build();
	}

	private static OutcomeUnknownException unknown(String number, WechatPayException cause) {
		return new OutcomeUnknownException("Refunds.create", "out_refund_no", number, cause);
	}

	private static SignatureException signature() {
		return new SignatureException(SignatureException.Reason.MISMATCH, TELLTALE).inAnswerTo("Refunds.create", 200,
				REQUEST_ID);
	}

	private static TransportException transport(TransportException.Phase phase) {
		return new TransportException("Refunds.create", phase, new IOException(TELLTALE));
	}

	static List<Sample> list() {
		return new ArrayList<>(ALL.values());
	}

	/**
	 * One of them.
	 *
	 * @param name its name in the application's addresses
	 * @param code what it is answered with
	 * @param exception what is thrown
	 */
	record Sample(String name, AnswerCode code, WechatPayException exception) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
