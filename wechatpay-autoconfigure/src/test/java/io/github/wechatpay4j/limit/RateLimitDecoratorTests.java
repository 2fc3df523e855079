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

package io.github.wechatpay4j.limit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.CallNotPermittedException.Reason;
import io.github.wechatpay4j.client.CallOptions;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.client.WechatPayClients;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RateLimitDecoratorTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final Merchant merchant = TestMerchants.merchant();

	private final InMemoryRateLimiter limiter = new InMemoryRateLimiter(() -> 0, PermitQueue.start());

	@BeforeEach
	void answer() {
		platform.answers(platform.signed(200, "{}"));
	}

	@AfterEach
	void close() {
		this.limiter.close();
	}

	@Test
	void sendsNothingOverTheLimitAndSaysSo() {
		WechatPayClient client = clients(limit("queries", "Calls", 2)).blocking();
		client.execute(new Calls.Query("1"));
		client.execute(new Calls.Query("2"));
		assertThatExceptionOfType(CallNotPermittedException.class)
			.isThrownBy(() -> client.execute(new Calls.Refund("3")))
			.withMessageStartingWith("Calls.refund was not sent: the limit 'queries' of 10 calls in 1000 ms is used up "
					+ "for merchant 'default'")
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(Reason.RATE_LIMIT);
				assertThat(ex.isOutcomeUnknown()).isFalse();
			});
		assertThat(platform.requests()).hasSize(2);
	}

	@Test
	void refusesAtOnceWhoseTurnWouldComeAfterTheCallsEnd() {
		RateLimit slow = new RateLimit("slow", List.of("*"), List.of("*"), 1, Duration.ofSeconds(10), 1,
				Duration.ofMinutes(1));
		try (InMemoryRateLimiter real = new InMemoryRateLimiter()) {
			WechatPayClient client = WechatPayClients
				.of(platform.exchange(), new InMemoryMerchantRegistry(List.of(this.merchant)), platform.clock())
				.decorate(new RateLimitDecorator(List.of(slow), real))
				.blocking()
				.with(CallOptions.totalTimeout(Duration.ofSeconds(5)));
			client.execute(new Calls.Query("1"));
			assertThatExceptionOfType(CallNotPermittedException.class)
				.isThrownBy(() -> client.execute(new Calls.Refund("1")))
				.withMessageContaining("all that is left of the call's total timeout")
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.RATE_LIMIT));
			assertThat(platform.requests()).hasSize(1);
		}
	}

	@Test
	void countsMerchantsOnTheirOwn() {
		WechatPayClients clients = WechatPayClients
			.of(platform.exchange(),
					new InMemoryMerchantRegistry(List.of(this.merchant, TestMerchants.other("second", "1900000002"))),
					platform.clock())
			.decorate(new RateLimitDecorator(List.of(limit("queries", "*", 1)), this.limiter));
		clients.blocking().execute(new Calls.Query("1"));
		clients.blocking().merchant("second").execute(new Calls.Query("1"));
		assertThatExceptionOfType(CallNotPermittedException.class)
			.isThrownBy(() -> clients.blocking().merchant("second").execute(new Calls.Query("1")))
			.withMessageContaining("merchant 'second'");
		assertThat(platform.requests()).hasSize(2);
	}

	@Test
	void asksEveryLimitThatCoversTheCall() {
		WechatPayClient client = clients(limit("all", "*", 3), limit("refunds", "Calls.refund", 1)).blocking();
		client.execute(new Calls.Refund("1"));
		client.execute(new Calls.Query("2"));
		assertThatExceptionOfType(CallNotPermittedException.class)
			.isThrownBy(() -> client.execute(new Calls.Refund("3")))
			.withMessageContaining("'refunds'");
		assertThatExceptionOfType(CallNotPermittedException.class)
			.isThrownBy(() -> client.execute(new Calls.Query("4")))
			.withMessageContaining("'all'");
	}

	@Test
	void doesNotBlockWhoeverWaits() {
		RateLimit slow = new RateLimit("slow", List.of("*"), List.of("*"), 20, Duration.ofSeconds(1), 1,
				Duration.ofSeconds(10));
		List<String> threads = new CopyOnWriteArrayList<>();
		try (InMemoryRateLimiter real = new InMemoryRateLimiter()) {
			ReactiveWechatPayClient client = WechatPayClients
				.of(platform.exchange(), new InMemoryMerchantRegistry(List.of(this.merchant)), platform.clock())
				.decorate(new RateLimitDecorator(List.of(slow), real))
				.reactive();
			Flux.range(0, 5)
				.flatMap((i) -> client.execute(new Calls.Query("1"))
					.doOnSubscribe((subscription) -> threads.add(Thread.currentThread().getName())))
				.subscribeOn(Schedulers.newSingle("event-loop"))
				.blockLast();
		}
		assertThat(threads).as("all five begin on one thread, which waits for none of them")
			.hasSize(5)
			.allMatch((thread) -> thread.startsWith("event-loop"));
		assertThat(platform.requests()).hasSize(5);
	}

	@Test
	void asksOnceForEachSubscription() {
		Mono<Calls.Transaction> call = clients(limit("queries", "*", 1)).reactive().execute(new Calls.Query("1"));
		call.block();
		assertThatExceptionOfType(CallNotPermittedException.class).isThrownBy(call::block);
	}

	@ParameterizedTest
	@CsvSource({ "Refunds, Refunds.create, true", "Refunds, RefundsAbroad.create, false",
			"Refunds*, RefundsAbroad.x, true", "Refunds.create, Refunds.create, true",
			"Refunds.create, Refunds.query, false", "*Payments, AppPayments.x, true", "RawRequest, RawRequest, true",
			"*, anything, true" })
	void coversProductsAndOperations(String pattern, String operation, boolean covered) {
		Operation<NoContent> called = Operation.get("/v3/thing", NoContent.class).name(operation).build();
		assertThat(limit("test", pattern, 1).covers(called, this.merchant)).isEqualTo(covered);
	}

	@Test
	void coversTheMerchantsThatItNames() {
		RateLimit limit = new RateLimit("test", List.of("*"), List.of("second", "shop-*"), 1, Duration.ofSeconds(1), 1,
				Duration.ZERO);
		Operation<?> operation = new Calls.Query("1").operation();
		assertThat(Stream.of("second", "shop-b").map((name) -> TestMerchants.other(name, "1900000002")))
			.allMatch((other) -> limit.covers(operation, other));
		assertThat(limit.covers(operation, this.merchant)).isFalse();
	}

	@Test
	void refusesLimitsThatNoCallCouldPass() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> new RateLimit("test", List.of("*"), List.of("*"), 0, Duration.ofSeconds(1), 1, Duration.ZERO));
	}

	private WechatPayClients clients(RateLimit... limits) {
		return WechatPayClients
			.of(platform.exchange(), new InMemoryMerchantRegistry(List.of(this.merchant)), platform.clock())
			.decorate(new RateLimitDecorator(List.of(limits), this.limiter));
	}

	private static RateLimit limit(String name, String product, int burst) {
		return new RateLimit(name, List.of(product), List.of("*"), 10, Duration.ofSeconds(1), burst, Duration.ZERO);
	}

}
