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
 * The answer to a transfer: accepted, but not yet with the user.
 *
 * @param outBillNo the transfer's number at the merchant (商户单号)
 * @param transferBillNo the transfer's number at WeChat Pay (微信转账单号)
 * @param createTime when the transfer was accepted (单据创建时间)
 * @param state the state (单据状态)
 * @param failReason why it failed (失败原因)
 * @param packageInfo what opens the page where the user confirms (跳转领取页面的package信息), for
 * 24 hours
 */
public record TransferResponse(String outBillNo, String transferBillNo, @Nullable OffsetDateTime createTime,
		TransferState state, @Nullable String failReason, @Nullable String packageInfo) {

}
