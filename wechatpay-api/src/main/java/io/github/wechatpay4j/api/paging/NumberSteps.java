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

import java.util.function.Function;
import java.util.function.LongFunction;

import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Pages that are asked for by a number: of the items before them, or of the page itself.
 *
 * @param pages makes the requests
 * @param total how many items there are
 * @param number the number of the next page
 * @param countsItems whether the number is one of items
 * @param seen how many items have come
 * @param <P> the page
 */
record NumberSteps<P>(LongFunction<WechatPayRequest<P>> pages, Function<P, @Nullable Long> total, long number,
		boolean countsItems, long seen) implements Steps<P> {

	NumberSteps(LongFunction<WechatPayRequest<P>> pages, Function<P, @Nullable Long> total, long first,
			boolean countsItems) {
		this(pages, total, first, countsItems, 0);
	}

	@Override
	public WechatPayRequest<P> request() {
		return this.pages.apply(this.number);
	}

	@Override
	public @Nullable Steps<P> after(P page, int size) {
		long all = this.seen + size;
		Long there = this.total.apply(page);
		if (size == 0 && there != null && all < there) {
			throw new IllegalStateException(
					"The platform sends an empty page after " + all + " of " + there + " items");
		}
		if (size == 0 || (there != null && all >= there)) {
			return null;
		}
		return new NumberSteps<>(this.pages, this.total, this.number + (this.countsItems ? size : 1), this.countsItems,
				all);
	}

}
