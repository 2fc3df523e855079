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

package io.github.wechatpay4j.api.security;

import io.github.wechatpay4j.notification.NotificationType;
import org.jspecify.annotations.Nullable;

/**
 * What the platform sent back in a notification (回显通知).
 *
 * @param echoMessage the text (回显消息)
 * @param encryptEchoMessage the text that travelled encrypted, as it arrived (加密回显消息)
 */
public record SecurityEchoNotification(@Nullable String echoMessage, @Nullable String encryptEchoMessage) {

	/** How this kind of notification is recognised. */
	public static final NotificationType<SecurityEchoNotification> TYPE = NotificationType
		.of(SecurityEchoNotification.class, "SECURITY_ECHO.SUCCESS")
		.originalType("security")
		.with("echo_message")
		.build();

}
