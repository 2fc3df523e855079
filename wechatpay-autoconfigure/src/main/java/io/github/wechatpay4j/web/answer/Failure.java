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

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What may be told to a front end about an exception: nothing of the platform's words,
 * nothing about keys, addresses or people.
 *
 * @param code what happened
 * @param message a text for people, in their language
 * @param requestId the platform's {@code Request-ID}, {@code null} if there is none
 * @param outcomeUnknown whether WeChat Pay may have acted
 * @param businessNumber the number to ask for the outcome with, {@code null} if there is
 * none
 * @param retryAfter how long WeChat Pay asks to wait, {@code null} if it does not say
 */
public record Failure(AnswerCode code, String message, @Nullable String requestId, boolean outcomeUnknown,
		@Nullable String businessNumber, @Nullable Duration retryAfter) {

}
