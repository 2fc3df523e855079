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

package io.github.wechatpay4j.api.complaints;

import org.jspecify.annotations.Nullable;

/**
 * A pay-score order that is complained about (投诉单关联服务单信息).
 *
 * @param orderId the order's number at WeChat Pay (微信支付服务订单号)
 * @param outOrderNo the order's number at the merchant (商户服务订单号)
 * @param state the order's state (支付分服务单状态)
 */
public record ComplaintServiceOrder(@Nullable String orderId, @Nullable String outOrderNo, @Nullable String state) {

}
