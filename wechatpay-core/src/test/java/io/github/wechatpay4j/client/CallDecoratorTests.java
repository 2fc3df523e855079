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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.OutcomeUnknownException;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CallDecoratorTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final List<String> seen = new ArrayList<>();

	private final WechatPayClients clients = WechatPayClients.of(platform.exchange(),
			new InMemoryMerchantRegistry(List.of(TestMerchants.merchant())), platform.clock());

	@Test
	void surroundsTheCallsOfBothClientsTheFirstInnermost() {
		platform.answers(platform.signed(200, "{}"));
		this.clients.decorate(new Naming("inner")).decorate(new Naming("outer"));
		this.clients.blocking().execute(new Calls.Query("1"));
		this.clients.reactive().execute(new Calls.Query("1")).block();
		assertThat(this.seen).containsExactly("outer", "inner", "outer", "inner");
	}

	@Test
	void signsEveryAttemptAnew() {
		platform.answers(FakePlatform.with(500, "{\"code\":\"SYSTEM_ERROR\"}", Map.of()));
		this.clients.decorate(new CallDecorator() {

			@Override
			public <T> Mono<T> decorate(WechatPayRequest<T> request, Merchant merchant, Mono<T> call) {
				assertThat(request.operation().name()).isEqualTo(new Calls.Query("1").operation().name());
				assertThat(merchant.mchid()).isEqualTo(TestMerchants.MCHID);
				return call.retry(2);
			}

		});
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.clients.blocking().execute(new Calls.Query("1")));
		assertThat(platform.requests()).hasSize(3)
			.extracting((request) -> request.getHeader("Authorization"))
			.doesNotHaveDuplicates()
			.allSatisfy((header) -> assertThat(Authorization.parse(header)).isNotNull());
	}

	@Test
	void cannotSwallowThatSomethingMayHaveBeenDone() {
		platform.answers(FakePlatform.with(500, "{\"code\":\"SYSTEM_ERROR\"}", Map.of()));
		this.clients.decorate(new CallDecorator() {

			@Override
			public <T> Mono<T> decorate(WechatPayRequest<T> request, Merchant merchant, Mono<T> call) {
				return call.onErrorComplete();
			}

		});
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> this.clients.blocking().execute(Calls.Prepay.of("x")))
			.satisfies((ex) -> assertThat(ex.businessNumber()).isEqualTo(Calls.Prepay.of("x").outTradeNo()));
		assertThatExceptionOfType(OutcomeUnknownException.class)
			.isThrownBy(() -> this.clients.reactive().execute(Calls.Prepay.of("x")).block());
		assertThatIllegalStateException().isThrownBy(() -> this.clients.blocking().execute(new Calls.Query("1")))
			.withMessageContaining("CallDecorator");
	}

	private final class Naming implements CallDecorator {

		private final String name;

		private Naming(String name) {
			this.name = name;
		}

		@Override
		public <T> Mono<T> decorate(WechatPayRequest<T> request, Merchant merchant, Mono<T> call) {
			return call.doFirst(() -> CallDecoratorTests.this.seen.add(this.name));
		}

	}

}
