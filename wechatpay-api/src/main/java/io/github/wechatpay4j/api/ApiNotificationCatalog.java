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

package io.github.wechatpay4j.api;

import java.util.Collection;
import java.util.List;

import io.github.wechatpay4j.api.combine.CombineTransactionNotification;
import io.github.wechatpay4j.api.partner.PartnerTransactionNotification;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.refunds.RefundNotification;
import io.github.wechatpay4j.api.security.SecurityEchoNotification;
import io.github.wechatpay4j.api.transfers.TransferBillNotification;
import io.github.wechatpay4j.notification.NotificationCatalog;
import io.github.wechatpay4j.notification.NotificationType;

/**
 * The notifications of this module. Found through {@link java.util.ServiceLoader}.
 */
public final class ApiNotificationCatalog implements NotificationCatalog {

	@Override
	public Collection<NotificationType<?>> types() {
		return List.of(TransactionNotification.TYPE, PartnerTransactionNotification.TYPE,
				CombineTransactionNotification.TYPE, RefundNotification.TYPE, TransferBillNotification.TYPE,
				SecurityEchoNotification.TYPE);
	}

}
