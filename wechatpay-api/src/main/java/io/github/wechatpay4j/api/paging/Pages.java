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

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * A list that comes in pages, seen as one stream. A page is fetched when its first item
 * is asked for, one after the other, and none is fetched that the total says is not
 * there. An empty page ends the list. An exception of a page surfaces as it is, after the
 * items before it.
 * <p>
 * A list that changes while it is read may miss items or bring one twice: that is how
 * pages are. Immutable and safe for use by many threads; a stream is for one.
 *
 * <pre class="code">
 * Pages&lt;Complaint&gt; complaints = Pages.byOffset(
 *         offset -&gt; Complaints.list(r -&gt; r.beginDate(from).endDate(to).limit(50).offset(offset)),
 *         ComplaintListResponse::data, ComplaintListResponse::totalCount);
 * Stream&lt;Complaint&gt; all = complaints.stream(wechatPay);
 * Flux&lt;Complaint&gt; later = complaints.flux(reactiveWechatPay);
 * </pre>
 *
 * @param <T> the items
 */
public final class Pages<T> {

	private final Supplier<Walk<?, T>> walks;

	private Pages(Supplier<Walk<?, T>> walks) {
		this.walks = walks;
	}

	/**
	 * A list whose {@code offset} is the number of items to leave out. The next offset
	 * counts the items that came, so that a page which is shorter than asked for leaves
	 * no gap. Some operations call a page's number {@code offset}: see {@link #byNumber}.
	 * @param page the request for the page at an offset, which has to use it
	 * @param items the items of a page
	 * @param total how many items there are in all, {@code null} if a page does not say;
	 * without it, the list ends with an empty page
	 * @param <P> the page
	 * @param <T> the items
	 * @return the list
	 */
	public static <P, T> Pages<T> byOffset(LongFunction<WechatPayRequest<P>> page, Function<P, List<T>> items,
			Function<P, @Nullable Long> total) {
		return numbered(page, items, total, 0, true);
	}

	/**
	 * A list whose pages are counted, whatever the operation calls the count:
	 * {@code page_index}, {@code page_num} and, in the operations whose field is labelled
	 * 分页页码, {@code offset}.
	 * @param first the number of the first page, 0 or 1 as the operation has it
	 * @param page the request for the page with a number, which has to use it
	 * @param items the items of a page
	 * @param total how many items (not pages) there are in all, {@code null} if a page
	 * does not say; without it, the list ends with an empty page
	 * @param <P> the page
	 * @param <T> the items
	 * @return the list
	 */
	public static <P, T> Pages<T> byNumber(long first, LongFunction<WechatPayRequest<P>> page,
			Function<P, List<T>> items, Function<P, @Nullable Long> total) {
		return numbered(page, items, total, first, false);
	}

	/**
	 * A list whose pages name the next one, as {@code next_page_token} does.
	 * @param page the request for the page with a token, {@code null} for the first page
	 * @param items the items of a page
	 * @param next the token of the next page; {@code null} or empty on the last one
	 * @param <P> the page
	 * @param <T> the items
	 * @return the list
	 */
	public static <P, T> Pages<T> byToken(Function<@Nullable String, WechatPayRequest<P>> page,
			Function<P, List<T>> items, Function<P, @Nullable String> next) {
		Objects.requireNonNull(page, "page");
		Objects.requireNonNull(items, "items");
		Objects.requireNonNull(next, "next");
		return new Pages<>(() -> new Walk<>(new TokenSteps<>(page, next), items));
	}

	private static <P, T> Pages<T> numbered(LongFunction<WechatPayRequest<P>> page, Function<P, List<T>> items,
			Function<P, @Nullable Long> total, long first, boolean countsItems) {
		Objects.requireNonNull(page, "page");
		Objects.requireNonNull(items, "items");
		Objects.requireNonNull(total, "total");
		return new Pages<>(() -> new Walk<>(new NumberSteps<>(page, total, first, countsItems), items));
	}

	/**
	 * Reads the list. Each stream reads from the start.
	 * @param client fetches the pages, blocking whoever asks the stream
	 * @return the items, in the platform's order; sequential also where {@code parallel}
	 * is called. Asking for an item throws
	 * {@link io.github.wechatpay4j.WechatPayException} if its page cannot be fetched, and
	 * {@link IllegalStateException} if the platform repeats a page instead of going on
	 */
	public Stream<T> stream(WechatPayClient client) {
		Objects.requireNonNull(client, "client");
		return StreamSupport.stream(() -> new PageSpliterator<>(this.walks.get(), client),
				PageSpliterator.CHARACTERISTICS, false);
	}

	/**
	 * Reads the list without blocking, with the errors of {@link #stream}. Each
	 * subscription reads from the start.
	 * @param client fetches the pages
	 * @return the items, in the platform's order; no page is fetched without demand for
	 * its items
	 */
	public Flux<T> flux(ReactiveWechatPayClient client) {
		Objects.requireNonNull(client, "client");
		return Flux.defer(() -> this.walks.get().flux(client));
	}

}
