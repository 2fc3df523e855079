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

package io.github.wechatpay4j.client;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReactiveClientTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final ReactiveWechatPayClient client = platform.reactiveClient(TestMerchants.merchant(),
			TestMerchants.other("shop-b", "1900000002"));

	@Test
	void callsAnewForEachSubscriber() {
		platform.answers(platform.signed(200, "{\"prepay_id\":\"wx26\"}"));
		Mono<Calls.Prepaid> call = this.client.execute(Calls.Prepay.of("x"));
		assertThat(platform.requests()).as("nothing before a subscription").isEmpty();
		for (int i = 0; i < 2; i++) {
			StepVerifier.create(call).expectNext(new Calls.Prepaid("wx26")).verifyComplete();
		}
		assertThat(platform.requests()).hasSize(2)
			.extracting((sent) -> Authorization.parse(sent.getHeader("Authorization")).nonce())
			.doesNotHaveDuplicates();
	}

	@Test
	void endsWithTheSameErrorsAsTheBlockingClient() {
		platform.answers(FakePlatform.with(200, "{\"prepay_id\":\"wxFORGED\"}", Map.of()));
		StepVerifier.create(this.client.execute(Calls.Prepay.of("x"))).expectErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(OutcomeUnknownException.class).hasCauseInstanceOf(SignatureException.class);
		}).verify();
		platform.answers(FakePlatform.with(404, "{\"code\":\"ORDER_NOT_EXIST\"}", Map.of()));
		StepVerifier.create(this.client.execute(new Calls.Query("1"))).expectError(ApiException.class).verify();
		StepVerifier.create(this.client.execute(Calls.Prepay.of("😀")))
			.expectError(IllegalArgumentException.class)
			.verify();
	}

	@Test
	void asksARegistryWithADatabaseWhereBlockingIsAllowed() {
		platform.answers(platform.signed(200, "{}"));
		Database merchants = new Database();
		ReactiveWechatPayClient client = WechatPayClients.of(platform.exchange(), merchants, platform.clock())
			.reactive();
		client.execute(new Calls.Query("1")).subscribeOn(Schedulers.parallel()).block();
		client.execute(new Calls.Query("1")).block();
		assertThat(merchants.onEventLoops).hasSize(2).containsOnly(false);
		assertThat(new InMemoryMerchantRegistry(List.of()).isBlocking()).isFalse();
	}

	@Test
	void actsForAnotherMerchantOnlyWhenTold() {
		platform.answers(platform.signed(200, "{}"));
		StepVerifier.create(this.client.merchant("shop-b").execute(new Calls.Query("1")))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(Authorization.parse(platform.onlyRequest().getHeader("Authorization")).mchid())
			.isEqualTo("1900000002");
		assertThat(this.client.merchant("shop-b")).hasToString("ReactiveWechatPayClient[shop-b]");
		assertThat(this.client.invocations().app("p").partnerid()).isEqualTo(TestMerchants.MCHID);
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.merchant("nobody"));
	}

	/** An application's own registry, which says nothing about itself. */
	private static final class Database implements MerchantRegistry {

		private final List<Boolean> onEventLoops = new CopyOnWriteArrayList<>();

		@Override
		public Optional<Merchant> find(String name) {
			this.onEventLoops.add(Schedulers.isInNonBlockingThread());
			return Optional.of(TestMerchants.merchant());
		}

		@Override
		public Collection<Merchant> all() {
			return List.of(TestMerchants.merchant());
		}

	}

}
