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

package io.github.wechatpay4j.api.paging;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.api.complaints.Complaint;
import io.github.wechatpay4j.api.complaints.ComplaintListResponse;
import io.github.wechatpay4j.client.CallOptions;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.merchant.Invocations;
import io.github.wechatpay4j.operation.Downloadable;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.FakePlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;

import static org.assertj.core.api.Assertions.assertThat;

class FluxedPagesTests extends PagesContract {

	private static final Duration AMPLE = Duration.ofSeconds(20);

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final Flux<String> ids = COMPLAINTS.flux(platform.reactiveClient()).map(Complaint::complaintId);

	@Override
	FakePlatform platform() {
		return platform;
	}

	@Override
	<T> List<T> read(Pages<T> pages, int most) {
		return pages.flux(platform.reactiveClient()).take(most).collectList().block(AMPLE);
	}

	@Test
	void fetchesNothingWithoutDemand() {
		answers(0, complaints(",\"total_count\":6", 1, 2, 3));
		answers(3, complaints(",\"total_count\":6", 4, 5, 6));
		List<Long> asked = new ArrayList<>();
		Pages<Complaint> noted = Pages.byOffset((offset) -> {
			asked.add(offset);
			return page(offset);
		}, ComplaintListResponse::data, ComplaintListResponse::totalCount);
		StepVerifier.create(noted.flux(platform.reactiveClient()).map(Complaint::complaintId), 0)
			.expectSubscription()
			.then(() -> assertThat(asked).isEmpty())
			.thenRequest(3)
			.expectNext("1", "2", "3")
			.then(() -> assertThat(asked).containsExactly(0L))
			.thenRequest(3)
			.expectNext("4", "5", "6")
			.expectComplete()
			.verify(AMPLE);
		assertThat(asked).containsExactly(0L, 3L);
	}

	@Test
	void givesTheItemsBeforeTheErrorOfALaterPage() {
		answers(0, complaints(",\"total_count\":6", 1, 2, 3));
		answers(3, FakePlatform.with(500, "", Map.of()));
		StepVerifier.create(this.ids).expectNext("1", "2", "3").expectError(ApiException.class).verify(AMPLE);
	}

	@Test
	void readsFromTheStartForEachSubscriber() {
		answers(0, complaints(",\"total_count\":2", 1, 2));
		StepVerifier.create(this.ids).expectNext("1", "2").expectComplete().verify(AMPLE);
		StepVerifier.create(this.ids).expectNext("1", "2").expectComplete().verify(AMPLE);
	}

	@Test
	void readsMorePagesThanAStackIsDeep() {
		Pages<Long> numbers = Pages.byOffset(Page::new, (page) -> List.of(page), (page) -> 50_000L);
		assertThat(numbers.flux(new Echo()).count().block(AMPLE)).isEqualTo(50_000);
	}

	/** A page of one number: its own. */
	private record Page(long offset) implements WechatPayRequest<Long> {

		@Override
		public Operation<Long> operation() {
			throw new UnsupportedOperationException();
		}

	}

	/** Answers at once, on the same stack: HTTP never does. */
	private static final class Echo implements ReactiveWechatPayClient {

		@Override
		@SuppressWarnings("unchecked")
		public <T> Mono<T> execute(WechatPayRequest<T> request) {
			return (Mono<T>) Mono.just(((Page) request).offset());
		}

		@Override
		public Flux<DataBuffer> download(Downloadable file) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Mono<Void> download(Downloadable file, Path target) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Invocations invocations() {
			throw new UnsupportedOperationException();
		}

		@Override
		public ReactiveWechatPayClient with(CallOptions options) {
			throw new UnsupportedOperationException();
		}

		@Override
		public ReactiveWechatPayClient merchant(String name) {
			return this;
		}

	}

}
