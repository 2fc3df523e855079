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

package io.github.wechatpay4j.api.payments.transaction;

import org.jspecify.annotations.Nullable;

/**
 * How a payer buys on credit (使用的商户贴息信息).
 *
 * @param useSubsidy whether the merchant pays some of the interest (是否使用了商户贴息)
 * @param selectedInstallmentNumber the number of instalments that the payer chose
 * (用户实际选择分期期数)
 */
public record InstallmentInfo(@Nullable Boolean useSubsidy, @Nullable Long selectedInstallmentNumber) {

}
