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

package io.github.wechatpay4j.doctor;

import java.util.Objects;

/**
 * One thing that was looked at.
 *
 * @param check what was looked at, such as {@code clock}
 * @param level how it is
 * @param message what was found and, unless it is well, what to do; holds no secrets
 */
public record Finding(String check, Level level, String message) {

	/**
	 * Creates a finding.
	 */
	public Finding {
		Objects.requireNonNull(check, "check");
		Objects.requireNonNull(level, "level");
		Objects.requireNonNull(message, "message");
	}

	static Finding notChecked(String check, String message) {
		return new Finding(check, Level.NOT_CHECKED, message);
	}

	static Finding ok(String check, String message) {
		return new Finding(check, Level.OK, message);
	}

	static Finding warn(String check, String message) {
		return new Finding(check, Level.WARN, message);
	}

	static Finding fail(String check, String message) {
		return new Finding(check, Level.FAIL, message);
	}

	/**
	 * How something is.
	 */
	public enum Level {

		/** It was not looked at; the message says why, and how it can be. */
		NOT_CHECKED,

		/** It is well. */
		OK,

		/** It works, but not as it should, or not for long. */
		WARN,

		/** It does not work. */
		FAIL

	}

}
