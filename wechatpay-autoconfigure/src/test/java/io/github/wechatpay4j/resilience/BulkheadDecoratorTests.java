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

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.CallNotPermittedException.Reason;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.client.WechatPayClients;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BulkheadDecoratorTests {

	/** How long a call is under way that a test gives up: longer than any test takes. */
	private static final int LONG = 60_000;

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform(Duration.ofMinutes(2));

	@Test
	void refusesMoreCallsThanFitAndSendsNothingForThem() {
		Bulkhead bulkhead = bulkhead(Duration.ZERO);
		ReactiveWechatPayClient client = client(bulkhead);
		platform.answers(platform.signed(200, "{}").withFixedDelay(LONG));
		Disposable first = client.execute(new Calls.Query("1")).subscribe();
		Disposable second = client.execute(new Calls.Query("2")).subscribe();
		assertThat(platform.requests(2)).hasSize(2);
		assertThatExceptionOfType(CallNotPermittedException.class)
			.isThrownBy(() -> client.execute(new Calls.Refund("3")).block())
			.withMessage(
					"Calls.refund was not sent: 2 calls of merchant 'default' are under way, bulkhead 'test' is full")
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.CONCURRENCY));
		assertThat(platform.requests()).hasSize(2);
		first.dispose();
		second.dispose();
		assertThat(bulkhead.getMetrics().getAvailableConcurrentCalls()).isEqualTo(2);
	}

	@Test
	void makesRoomWhenCallsEndHoweverTheyDo() {
		Bulkhead bulkhead = bulkhead(Duration.ZERO);
		ReactiveWechatPayClient client = client(bulkhead);
		platform.answers(platform.signed(200, "{}"));
		for (int i = 0; i < 3; i++) {
			client.execute(new Calls.Query("1")).block();
		}
		platform.answers(platform.signed(200, "{}").withFixedDelay(LONG));
		Disposable call = client.execute(new Calls.Query("1")).subscribe();
		// Given up before it arrives, it might still do so in the middle of the next test
		platform.requests(4);
		call.dispose();
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> client.execute(new Calls.Query("..")).block());
		assertThat(bulkhead.getMetrics().getAvailableConcurrentCalls()).isEqualTo(2);
	}

	@Test
	void doesNotLetABulkheadThatWaitsBlockTheCallersThread() {
		Bulkhead bulkhead = bulkhead(Duration.ofSeconds(20));
		ReactiveWechatPayClient client = client(bulkhead);
		platform.answers(platform.signed(200, "{}"));
		bulkhead.acquirePermission();
		bulkhead.acquirePermission();
		Mono<Calls.Transaction> call = client.execute(new Calls.Query("1")).cache();
		Mono.fromRunnable(call::subscribe).subscribeOn(Schedulers.parallel()).block();
		bulkhead.releasePermission();
		assertThat(call.block()).isNotNull();
	}

	private static Bulkhead bulkhead(Duration maxWait) {
		return Bulkhead.of("test", BulkheadConfig.custom().maxConcurrentCalls(2).maxWaitDuration(maxWait).build());
	}

	private static ReactiveWechatPayClient client(Bulkhead bulkhead) {
		return WechatPayClients
			.of(platform.exchange(), new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), platform.clock())
			.decorate(new BulkheadDecorator((merchant) -> bulkhead))
			.reactive();
	}

}
