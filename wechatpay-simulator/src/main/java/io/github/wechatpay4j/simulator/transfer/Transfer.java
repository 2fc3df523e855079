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

package io.github.wechatpay4j.simulator.transfer;

import java.time.Duration;
import java.time.Instant;

import io.github.wechatpay4j.simulator.official.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A transfer and its state. Safe for use by many threads.
 */
public final class Transfer {

	/** How long the receiver has to confirm. */
	private static final Duration CONFIRMATION = Duration.ofHours(24);

	private final String transferBillNo;

	private final TransferTerms terms;

	private final String packageInfo;

	private final Instant createdAt;

	private Instant updatedAt;

	private TransferState state = TransferState.ACCEPTED;

	private @Nullable String failReason;

	Transfer(String transferBillNo, TransferTerms terms, String packageInfo, Instant now) {
		this.transferBillNo = transferBillNo;
		this.terms = terms;
		this.packageInfo = packageInfo;
		this.createdAt = now;
		this.updatedAt = now;
	}

	/**
	 * The platform's number.
	 * @return the number
	 */
	public String transferBillNo() {
		return this.transferBillNo;
	}

	/**
	 * What was asked for.
	 * @return the terms
	 */
	public TransferTerms terms() {
		return this.terms;
	}

	/**
	 * What opens the confirmation on the receiver's device.
	 * @return {@code package_info}
	 */
	public String packageInfo() {
		return this.packageInfo;
	}

	/**
	 * When the transfer was asked for.
	 * @return the time
	 */
	public Instant createdAt() {
		return this.createdAt;
	}

	/**
	 * When the state changed last.
	 * @return the time
	 */
	public synchronized Instant updatedAt() {
		return this.updatedAt;
	}

	/**
	 * The state.
	 * @return the state
	 */
	public synchronized TransferState state() {
		return this.state;
	}

	/**
	 * Why the transfer failed.
	 * @return the official reason, or {@code null}
	 */
	public synchronized @Nullable String failReason() {
		return this.failReason;
	}

	synchronized void awaitConfirmation() {
		this.state = TransferState.WAIT_USER_CONFIRM;
	}

	/** Whether the receiver let the time pass, just found out. */
	synchronized boolean expire(Instant now) {
		if (this.state != TransferState.WAIT_USER_CONFIRM || now.isBefore(this.createdAt.plus(CONFIRMATION))) {
			return false;
		}
		this.failReason = "OVERDUE_CLOSE";
		move(TransferState.FAIL, now);
		return true;
	}

	synchronized void confirm(Instant now) {
		if (this.state != TransferState.WAIT_USER_CONFIRM) {
			throw Refusal.of(409, "INVALID_STATE", "the transfer is " + this.state);
		}
		move(TransferState.SUCCESS, now);
	}

	/** Whether taking back begins now. */
	synchronized boolean cancel(Instant now) {
		if (this.state == TransferState.CANCELING || this.state == TransferState.CANCELLED) {
			return false;
		}
		if (this.state != TransferState.WAIT_USER_CONFIRM && this.state != TransferState.ACCEPTED) {
			throw Refusal.invalidRequest("当前单据状态" + this.state + "不支持撤销");
		}
		move(TransferState.CANCELING, now);
		return true;
	}

	synchronized void cancelled(Instant now) {
		this.failReason = "MCH_CANCEL";
		move(TransferState.CANCELLED, now);
	}

	private void move(TransferState next, Instant now) {
		this.state = next;
		this.updatedAt = now;
	}

}
