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

package io.github.wechatpay4j.documentation;

import java.time.Duration;

import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.refunds.RefundNotification;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.listener.WechatPayListenerConfigurer;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.WechatPayListener;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.simulator.WechatPaySimulator;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The examples below docs, so that they compile. {@link DocumentationTests} compares.
 */
abstract class DocsExamples {

	abstract void settle(TransactionNotification paid);

	abstract void later(WechatPayRequest<?> request);

	abstract void failed(String message);

	// @formatter:off
@Component
class Payments {

	@WechatPayListener // the events follow from the parameter's type
	void paid(TransactionNotification paid) {
		// ...
	}

	@WechatPayListener(events = "REFUND.*")
	void refunded(Notification<RefundNotification> refund) { // with the envelope: id, event type, time, merchant, raw JSON
		// ...
	}

	@WechatPayListener(events = "COMPLAINT.*")
	Mono<Void> complained(Notification<JsonNode> complaint) { // anything without a type; done when the Mono completes
		return Mono.empty();
	}

}

@Bean
WechatPayListenerConfigurer handlers() {
	return (registrar) -> registrar.register(TransactionNotification.class,
			(notification) -> settle(notification.payload()));
}
	// @formatter:on

	void refund(WechatPayClient wechatPay, WechatPayRequest<?> refund) {
		// @formatter:off
try {
	wechatPay.execute(refund);
}
catch (WechatPayException ex) {
	if (ex.isOutcomeUnknown()) {
		later(refund); // the same request, with the same out_refund_no
	}
	else {
		failed(ex.getMessage());
	}
}
catch (IllegalArgumentException ex) {
	failed(ex.getMessage()); // 'description' holds a character ... which WeChat Pay refuses
}
		// @formatter:on
	}

	// @formatter:off
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wechatpay.simulator.enabled=true")
class PaymentTests {

	@Autowired
	WechatPayClient wechatPay;

	@Autowired
	WechatPaySimulator simulator;

	@Test
	void survivesATamperedNotification() {
		this.simulator.faults().add(FaultKind.TAMPERED_NOTIFICATION);
		this.wechatPay.execute(NativePayments
			.prepay((r) -> r.description("Coffee").outTradeNo("order-1").amount((a) -> a.total(1800))));
		this.simulator.pay("order-1");
		this.simulator.awaitDeliveries(Duration.ofSeconds(10));
		// now the application has handled it: refused once, believed when it came again
	}

}
	// @formatter:on

}
