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

package io.github.wechatpay4j.api.transfers;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a cancellation: accepted, but perhaps not done yet.
 *
 * @param outBillNo the transfer's number at the merchant (商户单号)
 * @param transferBillNo the transfer's number at WeChat Pay (微信转账单号)
 * @param state the state (单据状态), {@code CANCELING} or {@code CANCELLED}
 * @param updateTime when the state last changed (最后一次单据状态变更时间)
 */
public record CancelTransferResponse(String outBillNo, String transferBillNo, TransferState state,
		@Nullable OffsetDateTime updateTime) {

}
