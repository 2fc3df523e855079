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

import java.util.concurrent.atomic.AtomicBoolean;

import io.github.wechatpay4j.delivery.Lease;

/**
 * A place in which an entry is being handled. Safe for use by many threads.
 */
final class InboxSlot {

	private final InboxEntry entry;

	private final Lease lease;

	/** Somebody has said what becomes of an entry whose handler does not end. */
	private final AtomicBoolean settled = new AtomicBoolean();

	private boolean replaced;

	InboxSlot(InboxEntry entry, Lease lease) {
		this.entry = entry;
		this.lease = lease;
	}

	InboxEntry entry() {
		return this.entry;
	}

	Lease lease() {
		return this.lease;
	}

	boolean settle() {
		return this.settled.compareAndSet(false, true);
	}

	/** Guarded by the slots. */
	boolean isReplaced() {
		return this.replaced;
	}

	void replace() {
		this.replaced = true;
	}

}
