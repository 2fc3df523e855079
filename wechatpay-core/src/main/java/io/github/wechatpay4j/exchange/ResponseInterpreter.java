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

package io.github.wechatpay4j.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.UnreadableResponseException.Reason;
import io.github.wechatpay4j.crypto.FieldDecryptor;
import io.github.wechatpay4j.json.UnreadableJsonException;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.AnswerField;
import io.github.wechatpay4j.operation.Echo;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RawResponse;
import io.github.wechatpay4j.operation.UnverifiedFile;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Turns an HTTP answer into the operation's answer or an exception.
 */
final class ResponseInterpreter {

	private static final int ACCEPTED = 202;

	private final WechatPayJson json;

	private final Clock clock;

	ResponseInterpreter(WechatPayJson json, Clock clock) {
		this.json = json;
		this.clock = clock;
	}

	/** What an answer that is not a success means. */
	ApiException error(Operation<?> operation, HttpAnswer answer) {
		ApiException.Builder error = ApiException.of(operation.name(), answer.status())
			.requestId(answer.requestId())
			.retryAfter(RetryAfter.read(answer.headers(), this.clock))
			.queryNeeded(operation.isPayingOut());
		try {
			new ErrorBody(this.json.readTree(answer.body())).tell(error);
		}
		catch (UnreadableJsonException ex) {
			// A proxy's HTML page, or nothing: status and Request-ID say what can be said
		}
		return error.build();
	}

	/** What a success means, once its signature was verified. */
	<T> T decode(WechatPayRequest<T> request, Merchant merchant, HttpAnswer answer) {
		Operation<T> operation = request.operation();
		if (answer.status() == ACCEPTED && !operation.isAnsweringAccepted()) {
			throw error(operation, answer);
		}
		if (operation.responseType() == NoContent.class) {
			return operation.responseType().cast(NoContent.INSTANCE);
		}
		if (operation.responseType() == UnverifiedFile.class) {
			return operation.responseType().cast(new UnverifiedFile(answer.contentType(), answer.body()));
		}
		if (operation.responseType() == RawResponse.class) {
			return operation.responseType().cast(new RawResponse(answer.status(), answer.body()));
		}
		T decoded = read(operation, answer, merchant.credentials().decryptor());
		requireComplete(operation, decoded, answer);
		if (!operation.echoes().isEmpty()) {
			requireFit(operation, RequestPreparer.complete(request, merchant), decoded, answer);
		}
		return decoded;
	}

	private <T> T read(Operation<T> operation, HttpAnswer answer, FieldDecryptor decryptor) {
		try {
			return this.json.read(answer.body(), operation.responseType(), decryptor, operation.name());
		}
		catch (UnreadableJsonException ex) {
			throw unreadable(Reason.FORM, operation, String.valueOf(ex.getMessage()), answer, null);
		}
		catch (DecryptionException ex) {
			throw unreadable(Reason.DECRYPTION, operation, String.valueOf(ex.getMessage()), answer, ex);
		}
		catch (RuntimeException ex) {
			// Somebody's own type or decryptor. Its message could show what was answered
			throw unreadable(Reason.FORM, operation, ex.getClass().getSimpleName(), answer, null);
		}
	}

	/** Otherwise any JSON object would pass for an answer, all of its fields null. */
	private static <T> void requireComplete(Operation<T> operation, T decoded, HttpAnswer answer) {
		for (AnswerField<T> field : operation.certain()) {
			if (field.in(decoded) == null) {
				throw unreadable(Reason.INCOMPLETE, operation, "it lacks '" + field.name() + "'", answer, null);
			}
		}
	}

	/** The signature covers the answer, not the question. */
	private static <T> void requireFit(Operation<T> operation, WechatPayRequest<T> request, T decoded,
			HttpAnswer answer) {
		for (Echo<T> echo : operation.echoes()) {
			if (!echo.fits(request, decoded)) {
				throw unreadable(Reason.OTHER_REQUEST, operation,
						"its '" + echo.field() + "' is not the one that was asked for", answer, null);
			}
		}
	}

	private static UnreadableResponseException unreadable(Reason reason, Operation<?> operation, String problem,
			HttpAnswer answer, @Nullable Throwable cause) {
		return new UnreadableResponseException(reason, operation.name(), problem, answer.status(), answer.requestId(),
				cause, new String(answer.body(), StandardCharsets.UTF_8));
	}

}
