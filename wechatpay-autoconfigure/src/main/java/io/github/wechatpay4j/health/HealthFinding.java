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

package io.github.wechatpay4j.health;

import java.util.Objects;

/**
 * Something that an operator should know. Shown by the {@link WechatPayHealthIndicator}.
 * Immutable.
 *
 * @param about what it is about, a short name such as {@code inbox}: the key of the
 * health's detail
 * @param message what is the matter and what to do about it; contains no secrets and no
 * personal data
 * @param down whether the application cannot do its work until somebody acts, so that its
 * health is {@code DOWN}; otherwise it stays as it is
 */
public record HealthFinding(String about, String message, boolean down) {

	/**
	 * Creates a finding.
	 */
	public HealthFinding {
		Objects.requireNonNull(about, "about");
		Objects.requireNonNull(message, "message");
	}

}
