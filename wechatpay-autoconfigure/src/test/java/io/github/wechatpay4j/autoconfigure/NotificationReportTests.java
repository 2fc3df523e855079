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

package io.github.wechatpay4j.autoconfigure;

import java.util.List;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.notification.WechatPayListener;
import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.web.NotificationPath;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationReportTests {

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(WechatPayAutoConfiguration.class, WechatPayNotificationAutoConfiguration.class))
		.withPropertyValues(TestProperties.complete());

	private static String start(ApplicationContextRunner contexts) {
		try (LogCapture log = new LogCapture()) {
			contexts.run((context) -> context.publishEvent(new ApplicationReadyEvent(new SpringApplication(),
					new String[0], context.getSourceApplicationContext(), null)));
			return List.of(log.text()).toString();
		}
	}

	@Test
	void saysWhichAddressServesWhomAndWhichMethodHandlesWhat() {
		assertThat(start(this.contexts.withBean("handler", Payments.class)
			.withBean(NotificationPath.class, () -> new NotificationPath("/pay/notified"))))
			.contains("WeChat Pay notifications (mode DIRECT) come for 'default' at /pay/notified",
					"Payments.paid(TransactionNotification) handles TRANSACTION.SUCCESS as TransactionNotification")
			.doesNotContain("No method or handler");
	}

	@Test
	void saysSoWithoutAnyHandlerAndWithoutAnEndpoint() {
		assertThat(start(this.contexts)).contains("do not come to this application over HTTP",
				"No method or handler of this application handles WeChat Pay notifications: all of them are refused",
				"Write a method with @WechatPayListener");
		assertThat(start(this.contexts.withPropertyValues("wechatpay.notification.unhandled=accept")))
			.contains("all of them are acknowledged unseen, and lost");
	}

	static class Payments {

		@WechatPayListener
		void paid(TransactionNotification paid) {
		}

	}

}
