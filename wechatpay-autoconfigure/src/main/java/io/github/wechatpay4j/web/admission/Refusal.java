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

package io.github.wechatpay4j.web.admission;

import java.util.Objects;

import io.github.wechatpay4j.NotificationRejectedException.Reason;

/**
 * Why a request is refused before it is read.
 *
 * @param reason what it is answered and counted as
 * @param message for the log: what was found and which setting says so, nothing that the
 * sender chose
 */
public record Refusal(Reason reason, String message) {

	/**
	 * Creates a refusal.
	 * @param reason what it is answered and counted as
	 * @param message for the log, without anything that the sender chose
	 */
	public Refusal {
		Objects.requireNonNull(reason, "reason");
		Objects.requireNonNull(message, "message");
	}

}
