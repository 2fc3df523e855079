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

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known about one of the platform's hosts.
 *
 * @param url its address
 * @param primary whether it is the one that is preferred
 * @param failures how many times in a row it could not be reached
 * @param avoidedUntil until when it is left alone, {@code null} if it is not
 */
public record HostState(URI url, boolean primary, int failures, @Nullable Instant avoidedUntil) {

	/**
	 * Whether calls go there.
	 * @return whether the last attempt to reach it succeeded, or none was made yet
	 */
	public boolean isUp() {
		return this.failures == 0;
	}

}
