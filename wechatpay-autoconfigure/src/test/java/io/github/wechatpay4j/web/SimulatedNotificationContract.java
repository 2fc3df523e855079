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

package io.github.wechatpay4j.web;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.payments.Transactions;
import io.github.wechatpay4j.api.payments.transaction.TradeState;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.simulator.WechatPaySimulator;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import io.github.wechatpay4j.simulator.notification.Delivery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of notifications that the simulator sends badly, on a real server below a
 * context path, with Spring Security's default protection.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SimulatedNotificationContract {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final WebApplicationType type;

	private ConfigurableApplicationContext context;

	private RecordingListener listener;

	private WechatPaySimulator simulator;

	private WechatPayClient wechatPay;

	SimulatedNotificationContract(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() {
		SpringApplication application = new SpringApplication(NotificationApplication.class);
		application.setWebApplicationType(this.type);
		String contextPath = (this.type == WebApplicationType.SERVLET) ? "--server.servlet.context-path=/shop"
				: "--spring.webflux.base-path=/shop";
		this.context = application.run("--server.port=0", "--server.address=127.0.0.1",
				"--wechatpay.notification.answer-within=20s", contextPath, "--wechatpay.simulator.enabled=true",
				"--wechatpay.simulator.speed=100");
		this.listener = this.context.getBean(RecordingListener.class);
		this.simulator = this.context.getBean(WechatPaySimulator.class);
		this.wechatPay = this.context.getBean(WechatPayClient.class);
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@BeforeEach
	void reset() {
		this.simulator.faults().clear();
		this.listener.reset();
	}

	@Test
	void arrivesAtOnce() {
		String order = pay();
		awaitPaid(order);
		assertThat(delivery(order).attempts()).extracting(Delivery.Attempt::status).containsExactly(204);
	}

	@Test
	void isHandledOnceWhenItComesTwice() {
		this.simulator.faults().add(FaultKind.DUPLICATE_NOTIFICATION);
		String order = pay();
		await().atMost(PATIENCE).until(() -> delivery(order).attempts().size() == 2);
		assertThat(delivery(order).attempts()).extracting(Delivery.Attempt::status)
			.contains(204)
			.as("done, or being handled right now")
			.isSubsetOf(204, 503);
		assertThat(this.listener.paid()).extracting(TransactionNotification::outTradeNo).containsExactly(order);
	}

	@ParameterizedTest
	@EnumSource(names = { "TAMPERED_NOTIFICATION", "PROBE_NOTIFICATION" })
	void isRefusedWhenItIsNotBelievedAndHandledWhenItComesRight(FaultKind fault) {
		this.simulator.faults().add(fault);
		String order = pay();
		awaitPaid(order);
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(delivery(order).attempts()).extracting(Delivery.Attempt::status)
				.containsExactly(401, 204));
		assertThat(this.listener.paid()).hasSize(1);
	}

	@Test
	void mayComeInAnotherOrder() {
		this.simulator.faults().add(FaultKind.OUT_OF_ORDER_NOTIFICATION);
		String first = pay();
		String second = pay();
		awaitPaid(first);
		assertThat(this.listener.paid()).extracting(TransactionNotification::outTradeNo).containsExactly(second, first);
	}

	@Test
	void mayBeLostAndIsFoundByAQuery() {
		this.simulator.faults().add(FaultKind.LOST_NOTIFICATION);
		String order = pay();
		assertThat(this.wechatPay.execute(Transactions.queryByOutTradeNo(order)).tradeState())
			.isEqualTo(TradeState.SUCCESS);
		assertThat(delivery(order).state()).isEqualTo(Delivery.State.LOST);
		assertThat(this.listener.paid()).isEmpty();
	}

	@Test
	void comesAgainUntilItIsHandled() {
		this.listener.failNext();
		String order = pay();
		awaitPaid(order);
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(delivery(order).attempts()).extracting(Delivery.Attempt::status)
				.containsExactly(500, 204));
	}

	private String pay() {
		String order = UUID.randomUUID().toString().replace("-", "");
		this.wechatPay.execute(
				NativePayments.prepay((r) -> r.description("Coffee").outTradeNo(order).amount((a) -> a.total(1800))));
		this.simulator.pay(order);
		return order;
	}

	private void awaitPaid(String order) {
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.listener.paid()).extracting(TransactionNotification::outTradeNo)
				.contains(order));
	}

	/** Orders are paid one after the other: the last delivery is the last order's. */
	private Delivery delivery(String order) {
		List<Delivery> deliveries = this.simulator.deliveries();
		assertThat(deliveries).as("deliveries for %s", order).isNotEmpty();
		return deliveries.get(deliveries.size() - 1);
	}

}
