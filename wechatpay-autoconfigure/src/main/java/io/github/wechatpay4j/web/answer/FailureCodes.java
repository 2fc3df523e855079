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
 * From an exception to its code. A test asks for each permitted kind of exception; the
 * compiler for each constant of an enumeration.
 */
final class FailureCodes {

	private FailureCodes() {
	}

	static AnswerCode of(WechatPayException ex) {
		if (ex instanceof OutcomeUnknownException) {
			return (ex.status() == 202) ? AnswerCode.NOT_FINISHED : AnswerCode.OUTCOME_UNKNOWN;
		}
		if (ex instanceof ApiException) {
			return answered(ex.status());
		}
		if (ex instanceof TransportException transport) {
			return broken(transport.phase());
		}
		if (ex instanceof CallNotPermittedException stopped) {
			return stopped(stopped.reason());
		}
		if (ex instanceof NotificationRejectedException rejected) {
			return rejected(rejected.reason());
		}
		return plain(ex);
	}

	private static AnswerCode plain(WechatPayException ex) {
		if (ex instanceof SignatureException) {
			return AnswerCode.NOT_BELIEVED;
		}
		if (ex instanceof DecryptionException) {
			return AnswerCode.NOT_DECRYPTED;
		}
		if (ex instanceof UnreadableResponseException) {
			return AnswerCode.NOT_READABLE;
		}
		if (ex instanceof PlatformKeyUnavailableException) {
			return AnswerCode.PLATFORM_KEY_UNAVAILABLE;
		}
		return (ex instanceof KeyMaterialException) ? AnswerCode.KEY_UNUSABLE : AnswerCode.OTHER;
	}

	private static AnswerCode answered(int status) {
		return switch (status) {
			case 202 -> AnswerCode.NOT_FINISHED;
			case 400 -> AnswerCode.REQUEST_INVALID;
			case 401 -> AnswerCode.CREDENTIALS_REFUSED;
			case 403 -> AnswerCode.REQUEST_FORBIDDEN;
			case 404 -> AnswerCode.NOT_FOUND;
			case 429 -> AnswerCode.RATE_LIMITED;
			default -> answeredInClass(status / 100);
		};
	}

	private static AnswerCode answeredInClass(int hundreds) {
		return switch (hundreds) {
			case 4 -> AnswerCode.REQUEST_REFUSED;
			case 5 -> AnswerCode.PLATFORM_UNAVAILABLE;
			default -> AnswerCode.NOT_READABLE;
		};
	}

	private static AnswerCode broken(TransportException.Phase phase) {
		return switch (phase) {
			case WAITING -> AnswerCode.NO_CONNECTION_FREE;
			case CONNECTING -> AnswerCode.NOT_CONNECTED;
			case EXCHANGING -> AnswerCode.NO_ANSWER;
		};
	}

	private static AnswerCode stopped(CallNotPermittedException.Reason reason) {
		return switch (reason) {
			case RATE_LIMIT, CONCURRENCY, OTHER -> AnswerCode.CALL_LIMITED;
			case CIRCUIT_OPEN -> AnswerCode.CALL_SUSPENDED;
			// A mistake in the application: waiting does not mend it
			case IN_TRANSACTION -> AnswerCode.OTHER;
		};
	}

	private static AnswerCode rejected(NotificationRejectedException.Reason reason) {
		return switch (reason) {
			case TOO_LARGE -> AnswerCode.NOTIFICATION_TOO_LARGE;
			case MALFORMED, DECRYPTION -> AnswerCode.NOTIFICATION_MALFORMED;
			case SIGNATURE, BODY_CHANGED, PROBE -> AnswerCode.NOTIFICATION_NOT_BELIEVED;
			case FORBIDDEN_SOURCE -> AnswerCode.NOTIFICATION_FORBIDDEN_SOURCE;
			case TOO_MANY -> AnswerCode.NOTIFICATION_TOO_MANY;
			case WRONG_MERCHANT -> AnswerCode.NOTIFICATION_WRONG_MERCHANT;
			case UNKNOWN_MERCHANT -> AnswerCode.NOTIFICATION_UNKNOWN_MERCHANT;
			case KEYS_UNAVAILABLE, IN_PROGRESS, OVERTAKEN, NOT_STORED, OVERLOADED -> AnswerCode.NOTIFICATION_NOT_NOW;
			case NO_HANDLER, HANDLER_FAILED, LEASE_EXPIRED, TIMED_OUT -> AnswerCode.NOTIFICATION_NOT_HANDLED;
		};
	}

}
