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

package io.github.wechatpay4j.claim.jdbc;

import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.health.HealthFinding;
import io.github.wechatpay4j.health.HealthReporter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports what an application has left in the inbox that it used before: it was
 * acknowledged, and nobody takes it out there in another mode. Safe for use by many
 * threads.
 */
public final class LeftInInbox implements Runnable, HealthReporter {

	private static final Logger logger = LoggerFactory.getLogger(LeftInInbox.class);

	private final JdbcClaimStore claims;

	private volatile long left;

	/**
	 * Creates a reporter.
	 * @param claims whose database may have an inbox too
	 */
	public LeftInInbox(JdbcClaimStore claims) {
		this.claims = Objects.requireNonNull(claims, "claims");
	}

	/** Looks now. */
	@Override
	public void run() {
		long before = this.left;
		this.left = this.claims.leftInInbox();
		if (before == 0 && this.left > 0) {
			logger.warn("WeChat Pay notifications: {}", message());
		}
	}

	private String message() {
		return this.left + " notifications are left in the table of the inbox, and this mode takes none out of it. Set"
				+ " wechatpay.notification.mode=inbox until they are handled";
	}

	@Override
	public List<HealthFinding> findings() {
		return (this.left > 0) ? List.of(new HealthFinding("inbox", message(), false)) : List.of();
	}

}
