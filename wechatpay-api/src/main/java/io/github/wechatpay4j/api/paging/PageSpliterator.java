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

import java.util.Collections;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.function.Consumer;

import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a page when its first item is asked for. Never splits: a page is known only
 * after the one before it.
 *
 * @param <P> the pages
 * @param <T> the items
 */
final class PageSpliterator<P, T> implements Spliterator<T> {

	static final int CHARACTERISTICS = Spliterator.ORDERED | Spliterator.NONNULL;

	private final Walk<P, T> walk;

	private final WechatPayClient client;

	private Iterator<T> left = Collections.emptyIterator();

	PageSpliterator(Walk<P, T> walk, WechatPayClient client) {
		this.walk = walk;
		this.client = client;
	}

	@Override
	public boolean tryAdvance(Consumer<? super T> action) {
		while (!this.left.hasNext()) {
			WechatPayRequest<P> request = this.walk.request();
			if (request == null) {
				return false;
			}
			this.left = this.walk.accept(this.client.execute(request)).iterator();
		}
		action.accept(this.left.next());
		return true;
	}

	@Override
	public @Nullable Spliterator<T> trySplit() {
		return null;
	}

	@Override
	public long estimateSize() {
		return Long.MAX_VALUE;
	}

	@Override
	public int characteristics() {
		return CHARACTERISTICS;
	}

}
