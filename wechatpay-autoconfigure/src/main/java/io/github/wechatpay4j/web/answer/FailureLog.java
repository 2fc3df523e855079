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

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.WechatPayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Tells the log once, and all that the front end is not told.
 */
final class FailureLog {

	private static final Logger logger = LoggerFactory.getLogger(WechatPayAnswers.class);

	private FailureLog() {
	}

	static void write(WechatPayException ex, AnswerCode code) {
		logger.atLevel(level(ex, code))
			.setCause(logger.isDebugEnabled() ? ex : null)
			.log("{} was answered with code {} and status {}: {}", ex.getClass().getSimpleName(), code.code(),
					code.status(), oneLine(ex));
	}

	private static Level level(WechatPayException ex, AnswerCode code) {
		if (isProbe(ex)) {
			return Level.INFO;
		}
		return switch (code.kind()) {
			case SUCCESS, REFUSED -> Level.INFO;
			case BUSY, OUTCOME_UNKNOWN, UNRELIABLE, TRANSPORT, NOTIFICATION -> Level.WARN;
			case CONFIGURATION, OTHER -> Level.ERROR;
		};
	}

	/** WeChat Pay tries out whether wrong signatures are refused: no alarm. */
	private static boolean isProbe(@Nullable Throwable ex) {
		return (ex instanceof SignatureException wrong && wrong.reason() == SignatureException.Reason.PROBE)
				|| (ex instanceof NotificationRejectedException rejected
						&& rejected.reason() == NotificationRejectedException.Reason.PROBE);
	}

	/** The platform's words are within, and nobody signed them. */
	private static String oneLine(WechatPayException ex) {
		String message = String.valueOf(ex.getMessage());
		String requestId = ex.requestId();
		if (requestId != null && !message.contains(requestId)) {
			message += " [Request-ID " + requestId + "]";
		}
		return message.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
	}

}
