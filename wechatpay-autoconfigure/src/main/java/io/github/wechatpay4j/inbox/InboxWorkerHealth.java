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

package io.github.wechatpay4j.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.health.HealthFinding;
import io.github.wechatpay4j.health.HealthReporter;

/**
 * Tells what keeps this node from handling what is in the inbox. Safe for use by many
 * threads.
 */
public final class InboxWorkerHealth implements HealthReporter {

	private static final String ABOUT = "inboxWorker";

	private final InboxWorker worker;

	/**
	 * Creates a reporter.
	 * @param worker what to look at
	 */
	public InboxWorkerHealth(InboxWorker worker) {
		this.worker = Objects.requireNonNull(worker, "worker");
	}

	@Override
	public List<HealthFinding> findings() {
		List<HealthFinding> findings = new ArrayList<>();
		int overdue = this.worker.slots().overdue().size();
		boolean stuck = this.worker.slots().isStuck();
		if (overdue > 0) {
			findings.add(new HealthFinding(ABOUT, overdue
					+ " handlers ignore that their lease is over and that they were interrupted, each holding a thread and"
					+ " what it has opened" + (stuck
							? ": nothing is taken out of the inbox here any more. Restart this node, and give what they"
									+ " wait for a timeout"
							: ". The log shows where they stand; give what they wait for a timeout"),
					stuck));
		}
		this.worker.attempts()
			.asideByReason()
			.forEach((reason, count) -> findings.add(new HealthFinding(ABOUT,
					"this node cannot handle " + count + " notifications, and leaves them to others: " + remedy(reason),
					false)));
		return findings;
	}

	private static String remedy(Reason reason) {
		return reason + switch (reason) {
			case NO_HANDLER -> " (write a @WechatPayListener method for them, or register a handler)";
			case UNKNOWN_MERCHANT -> " (configure their merchant under its name)";
			case DECRYPTION -> " (check wechatpay.api-v3-key; after a change also the former key is needed)";
			default ->
				" (check wechatpay.public-key and wechatpay.public-key-id, or whether platform certificates can be"
						+ " downloaded)";
		};
	}

}
