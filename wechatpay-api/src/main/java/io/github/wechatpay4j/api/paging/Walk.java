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

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

/**
 * One reading of a list, page by page. Used once, by one reader.
 *
 * @param <P> the pages
 * @param <T> the items
 */
final class Walk<P, T> {

	private final Function<P, List<T>> items;

	private @Nullable Steps<P> steps;

	private List<T> previous = List.of();

	Walk(Steps<P> steps, Function<P, List<T>> items) {
		this.steps = steps;
		this.items = items;
	}

	/** The request for the next page, {@code null} after the last one. */
	@Nullable WechatPayRequest<P> request() {
		return (this.steps != null) ? this.steps.request() : null;
	}

	/** The items of the page that was requested. */
	List<T> accept(P page) {
		List<T> found = this.items.apply(page);
		if (!found.isEmpty() && found.equals(this.previous)) {
			throw new IllegalStateException("The platform repeats a page of " + found.size()
					+ " items instead of going on: does the request use the offset, number or token?");
		}
		if (this.steps != null) {
			this.steps = this.steps.after(page, found.size());
		}
		this.previous = found;
		return found;
	}

	Flux<T> flux(ReactiveWechatPayClient client) {
		return Flux.<WechatPayRequest<P>>generate((sink) -> {
			WechatPayRequest<P> request = request();
			if (request != null) {
				sink.next(request);
			}
			else {
				sink.complete();
			}
		}).concatMap((request) -> client.execute(request).flatMapMany(this::itemsOf), 0);
	}

	/**
	 * A page that is not the last one completes when more is asked for than it has, not
	 * before: completing is what fetches the next one.
	 */
	private Flux<T> itemsOf(P page) {
		List<T> found = accept(page);
		if (this.steps == null) {
			return Flux.fromIterable(found);
		}
		return Flux.generate(found::iterator, (Iterator<T> left, SynchronousSink<T> sink) -> {
			if (left.hasNext()) {
				sink.next(left.next());
			}
			else {
				sink.complete();
			}
			return left;
		});
	}

}
