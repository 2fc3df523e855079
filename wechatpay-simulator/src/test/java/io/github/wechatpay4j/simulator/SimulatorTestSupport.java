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

import java.time.Duration;

import io.github.wechatpay4j.simulator.Caller.Mode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * One simulator, one receiver of notifications and one application for a class of tests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SimulatorTestSupport {

	static final Duration SOON = Duration.ofSeconds(10);

	final MutableClock clock = new MutableClock();

	WechatPaySimulator simulator;

	Receiver receiver;

	Caller caller;

	SimulatorSettings settings() {
		return SimulatorSettings.defaults().withSettleDelay(Duration.ZERO);
	}

	@BeforeAll
	void start() {
		SimulatorSettings settings = settings();
		this.simulator = WechatPaySimulator.start(settings);
		this.receiver = new Receiver();
		this.caller = Caller.of(this.simulator, Mode.PUBLIC_KEY, Duration.ofSeconds(3), settings.clock());
	}

	@AfterEach
	void clearFaults() {
		this.simulator.faults().clear();
	}

	@AfterAll
	void stop() {
		this.caller.close();
		this.simulator.close();
		this.receiver.close();
	}

	void prepay(String outTradeNo, long total) {
		this.caller.prepay(outTradeNo, total, this.receiver.url());
	}

	/** Pays an order and takes its notification. */
	void paid(String outTradeNo, long total) throws InterruptedException {
		prepay(outTradeNo, total);
		this.simulator.pay(outTradeNo);
		this.receiver.next();
	}

	String state(String outTradeNo) {
		return this.caller.transaction(outTradeNo).path("trade_state").stringValue();
	}

}
