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

package io.github.wechatpay4j;

import org.jspecify.annotations.Nullable;

/**
 * The platform answered with success and a good signature, but the answer does not have
 * the expected form.
 */
public final class UnreadableResponseException extends WechatPayException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param operation the name of the operation
	 * @param problem what could not be read, without its content
	 * @param status the HTTP status
	 * @param requestId the answer's {@code Request-ID}
	 * @param cause why it cannot be read
	 */
	public UnreadableResponseException(String operation, String problem, int status, @Nullable String requestId,
			@Nullable Throwable cause) {
		super("The answer to " + operation + " cannot be read: " + problem + suffix(requestId), cause, status,
				requestId);
	}

}
