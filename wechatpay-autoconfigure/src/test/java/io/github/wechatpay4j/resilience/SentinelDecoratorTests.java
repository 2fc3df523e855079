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

package io.github.wechatpay4j.resilience;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.alibaba.csp.sentinel.context.ContextUtil;
import com.alibaba.csp.sentinel.slots.block.RuleConstant;
import com.alibaba.csp.sentinel.slots.block.authority.AuthorityRule;
import com.alibaba.csp.sentinel.slots.block.authority.AuthorityRuleManager;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import com.alibaba.csp.sentinel.slots.clusterbuilder.ClusterBuilderSlot;
import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.CallNotPermittedException.Reason;
import io.github.wechatpay4j.client.WechatPayClients;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SentinelDecoratorTests {

	/** How long a call is under way that a test gives up: longer than any test takes. */
	private static final int LONG = 60_000;

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform(Duration.ofMinutes(2));

	private String resource;

	private WechatPayClients clients;

	/** Sentinel logs into the home directory otherwise. */
	@BeforeAll
	static void logBelowTarget() {
		System.setProperty("csp.sentinel.log.dir", "target/sentinel");
	}

	@BeforeEach
	void prepare(TestInfo test) {
		this.resource = "wechatpay:" + test.getTestMethod().orElseThrow().getName();
		this.clients = WechatPayClients
			.of(platform.exchange(), new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), platform.clock())
			.decorate(new SentinelDecorator((operation) -> this.resource));
		platform.answers(platform.signed(200, "{}"));
	}

	@AfterEach
	void forgetRules() {
		FlowRuleManager.loadRules(List.of());
		DegradeRuleManager.loadRules(List.of());
		AuthorityRuleManager.loadRules(List.of());
	}

	@Test
	void sendsNothingThatAFlowRuleForbids() {
		this.clients.blocking().execute(new Calls.Query("1"));
		FlowRule rule = new FlowRule(this.resource);
		rule.setCount(0);
		FlowRuleManager.loadRules(List.of(rule));
		assertRefused(Reason.RATE_LIMIT, "FlowException");
		assertThat(platform.requests()).hasSize(1);
	}

	@Test
	void countsCallsAsUnderWayUntilTheirAnswer() {
		FlowRule rule = new FlowRule(this.resource);
		rule.setGrade(RuleConstant.FLOW_GRADE_THREAD);
		rule.setCount(1);
		FlowRuleManager.loadRules(List.of(rule));
		this.clients.blocking().execute(new Calls.Query("1"));
		platform.answers(platform.signed(200, "{}").withFixedDelay(LONG));
		Disposable second = this.clients.reactive().execute(new Calls.Query("2")).subscribe();
		// Given up before it arrives, it might still do so in the middle of the next test
		platform.requests(2);
		assertRefused(Reason.CONCURRENCY, "FlowException");
		second.dispose();
		assertThat(ClusterBuilderSlot.getClusterNode(this.resource).curThreadNum()).isZero();
	}

	@Test
	void breaksTheCircuitAfterFailuresOfThePlatform() {
		breakAfterTwo();
		fail(502, 3);
		assertRefused(Reason.CIRCUIT_OPEN, "DegradeException");
		assertThat(platform.requests()).hasSize(3);
	}

	@Test
	void takesRefusalsForSignsOfLife() {
		breakAfterTwo();
		fail(404, 5);
		fail(429, 5);
		platform.answers(platform.signed(200, "{}"));
		assertThat(this.clients.blocking().execute(new Calls.Query("1"))).isNotNull();
	}

	@Test
	void namesOtherRules() {
		AuthorityRule rule = new AuthorityRule();
		rule.setResource(this.resource);
		rule.setStrategy(RuleConstant.AUTHORITY_WHITE);
		rule.setLimitApp("somebody");
		AuthorityRuleManager.loadRules(List.of(rule));
		ContextUtil.enter("test", "nobody");
		try {
			assertRefused(Reason.OTHER, "AuthorityException");
		}
		finally {
			ContextUtil.exit();
		}
	}

	@Test
	void letsNoEventLoopSleepWhereARulePacesCalls() {
		FlowRule rule = new FlowRule(this.resource);
		rule.setCount(1000);
		rule.setControlBehavior(RuleConstant.CONTROL_BEHAVIOR_RATE_LIMITER);
		rule.setMaxQueueingTimeMs(60_000);
		FlowRuleManager.loadRules(List.of(rule));
		assertThat(enteredOn(Schedulers.parallel())).startsWith("boundedElastic-");
		assertThat(enteredOn(Schedulers.boundedElastic())).startsWith("boundedElastic-");
		assertThat(enteredOn(Schedulers.immediate())).isEqualTo(Thread.currentThread().getName());
		assertThat(ClusterBuilderSlot.getClusterNode(this.resource).curThreadNum()).isZero();
	}

	@Test
	void knowsWhoCallsOnAnEventLoopToo() {
		AuthorityRule rule = new AuthorityRule();
		rule.setResource(this.resource);
		rule.setStrategy(RuleConstant.AUTHORITY_WHITE);
		rule.setLimitApp("somebody");
		AuthorityRuleManager.loadRules(List.of(rule));
		Mono<Calls.Transaction> call = this.clients.reactive().execute(new Calls.Query("1"));
		assertThat(as("somebody", call).block()).isNotNull();
		assertThatExceptionOfType(CallNotPermittedException.class).isThrownBy(() -> as("nobody", call).block())
			.withMessageContaining("AuthorityException");
	}

	/** Subscribes on an event loop, as somebody. */
	private static <T> Mono<T> as(String origin, Mono<T> call) {
		return Mono.defer(() -> {
			Mono<T> called = call.cache();
			ContextUtil.enter("test", origin);
			try {
				called.subscribe((answer) -> {
				}, (ex) -> {
				});
			}
			finally {
				ContextUtil.exit();
			}
			return called;
		}).subscribeOn(Schedulers.parallel());
	}

	/** The thread on which a call begins once Sentinel lets it. */
	private String enteredOn(Scheduler caller) {
		return new SentinelDecorator((operation) -> this.resource)
			.decorate(new Calls.Query("1"), TestMerchants.merchant(),
					Mono.fromSupplier(() -> new Calls.Transaction(Thread.currentThread().getName(), "")))
			.subscribeOn(caller)
			.map(Calls.Transaction::outTradeNo)
			.block();
	}

	private void breakAfterTwo() {
		DegradeRule rule = new DegradeRule(this.resource);
		rule.setGrade(RuleConstant.DEGRADE_GRADE_EXCEPTION_COUNT);
		rule.setCount(2);
		rule.setMinRequestAmount(1);
		rule.setStatIntervalMs(86_400_000);
		rule.setTimeWindow(60);
		DegradeRuleManager.loadRules(List.of(rule));
	}

	private void fail(int status, int times) {
		platform.answers(FakePlatform.with(status, "{\"code\":\"SOME_CODE\"}", Map.of()));
		for (int i = 0; i < times; i++) {
			assertThatExceptionOfType(ApiException.class)
				.isThrownBy(() -> this.clients.blocking().execute(new Calls.Query("1")));
		}
	}

	private void assertRefused(Reason reason, String rule) {
		assertThatExceptionOfType(CallNotPermittedException.class)
			.isThrownBy(() -> this.clients.blocking().execute(new Calls.Refund("1")))
			.withMessage("Calls.refund was not sent: a rule of Sentinel about '" + this.resource
					+ "' does not permit it (" + rule + ")")
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

}
