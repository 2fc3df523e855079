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

package io.github.wechatpay4j.listener;

import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.delivery.LeaseWatch;
import io.github.wechatpay4j.health.HealthFinding;
import io.github.wechatpay4j.health.HealthReporter;

/**
 * Tells which handlers hang: in every mode. Safe for use by many threads.
 */
public final class HandlerHealth implements HealthReporter {

	private final LeaseWatch watch;

	/**
	 * Creates a reporter.
	 * @param watch knows the handlers
	 */
	public HandlerHealth(LeaseWatch watch) {
		this.watch = Objects.requireNonNull(watch, "watch");
	}

	@Override
	public List<HealthFinding> findings() {
		return this.watch.overdue()
			.stream()
			.map((handler) -> new HealthFinding("handlers",
					handler.description() + " is still at work on a " + handler.event() + " "
							+ handler.overdue().toSeconds() + " s after its lease, although it was interrupted",
					false))
			.toList();
	}

}
