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

package io.github.wechatpay4j.simulator.ledger;

import java.time.Instant;

/**
 * One movement of money.
 *
 * @param time when
 * @param businessNo the platform's number of the business
 * @param flowNo the number of the movement
 * @param kind what it was, such as {@code 交易}
 * @param amount fen, negative if it went out
 * @param balance fen that were there afterwards
 * @param applicant who caused it
 * @param remark a remark
 * @param voucherNo the merchant's number of the business
 */
public record Entry(Instant time, String businessNo, String flowNo, String kind, long amount, long balance,
		String applicant, String remark, String voucherNo) {
}
