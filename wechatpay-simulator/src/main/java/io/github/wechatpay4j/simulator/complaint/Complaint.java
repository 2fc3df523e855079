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

package io.github.wechatpay4j.simulator.complaint;

import java.time.Instant;

/**
 * A user's complaint.
 *
 * @param id the platform's number
 * @param time when
 * @param mchid the merchant complained about
 * @param detail what the user says
 * @param payerPhone how to reach the user
 * @param payerOpenid who the user is
 * @param transactionId the payment it is about
 * @param outTradeNo the merchant's number of the order
 * @param amount fen
 */
public record Complaint(String id, Instant time, String mchid, String detail, String payerPhone, String payerOpenid,
		String transactionId, String outTradeNo, long amount) {

	@Override
	public String toString() {
		return "Complaint[" + this.id + "]";
	}

}
