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

package io.github.wechatpay4j.simulator;

import java.time.Clock;
import java.time.Duration;

import io.github.wechatpay4j.simulator.Caller.Mode;
import io.github.wechatpay4j.simulator.SimulatorSettings.SigningKey;
import io.github.wechatpay4j.simulator.notification.Delivery;
import io.github.wechatpay4j.simulator.notification.Delivery.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole story of an order, as core's client sees it.
 */
class StoryTests {

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anOrderIsPaidNotifiedQueriedAndRefunded(Mode mode) throws Exception {
		SimulatorSettings settings = SimulatorSettings.defaults()
			.withSettleDelay(Duration.ZERO)
			.withNotificationKey((mode == Mode.PUBLIC_KEY) ? SigningKey.PUBLIC_KEY : SigningKey.CERTIFICATE);
		try (WechatPaySimulator simulator = WechatPaySimulator.start(settings);
				Receiver receiver = new Receiver();
				Caller caller = Caller.of(simulator, mode, Duration.ofSeconds(10), Clock.systemUTC())) {
			assertThat(caller.prepay("order-1", 1800, receiver.url()).path("prepay_id").stringValue()).startsWith("wx")
				.hasSize(36);
			assertThat(caller.transaction("order-1").path("trade_state").stringValue()).isEqualTo("NOTPAY");

			simulator.pay("order-1");
			JsonNode paid = resource(receiver, caller, "TRANSACTION.SUCCESS");
			assertThat(paid.path("trade_state").stringValue()).isEqualTo("SUCCESS");
			assertThat(paid.path("attach").stringValue()).isEqualTo("table 7");
			JsonNode queried = caller.transaction("order-1");
			assertThat(queried).isEqualTo(paid);
			String transactionId = queried.path("transaction_id").stringValue();
			assertThat(caller.get("/v3/pay/transactions/id/" + transactionId + "?mchid=" + caller.mchid()))
				.isEqualTo(queried);

			JsonNode refund = caller.post("/v3/refund/domestic/refunds",
					Caller.refund("order-1", "refund-1", 800, 1800, receiver.url()));
			assertThat(refund.path("status").stringValue()).isEqualTo("PROCESSING");
			JsonNode refunded = resource(receiver, caller, "REFUND.SUCCESS");
			assertThat(refunded.path("refund_status").stringValue()).isEqualTo("SUCCESS");
			assertThat(refunded.at("/amount/refund").longValue()).isEqualTo(800);
			assertThat(caller.get("/v3/refund/domestic/refunds/refund-1").path("status").stringValue())
				.isEqualTo("SUCCESS");
			assertThat(caller.transaction("order-1").path("trade_state").stringValue()).isEqualTo("REFUND");
			assertThat(simulator.awaitDeliveries(Duration.ofSeconds(5))).extracting(Delivery::state)
				.containsExactly(State.DONE, State.DONE);
		}
	}

	private static JsonNode resource(Receiver receiver, Caller caller, String eventType) throws Exception {
		Receiver.Message message = receiver.next();
		assertThat(message.verify(caller.merchant()).eventType()).isEqualTo(eventType);
		return message.resource(caller.merchant());
	}

}
