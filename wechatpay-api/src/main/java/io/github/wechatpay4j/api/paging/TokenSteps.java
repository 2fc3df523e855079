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

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Pages that name the next one. Remembers all names, because a circle would never end.
 *
 * @param <P> the page
 */
final class TokenSteps<P> implements Steps<P> {

	private final Function<@Nullable String, WechatPayRequest<P>> pages;

	private final Function<P, @Nullable String> next;

	private final Set<String> used = new HashSet<>();

	private @Nullable String token;

	TokenSteps(Function<@Nullable String, WechatPayRequest<P>> pages, Function<P, @Nullable String> next) {
		this.pages = pages;
		this.next = next;
	}

	@Override
	public WechatPayRequest<P> request() {
		return this.pages.apply(this.token);
	}

	@Override
	public @Nullable Steps<P> after(P page, int size) {
		String following = this.next.apply(page);
		if (following == null || following.isEmpty()) {
			return null;
		}
		if (!this.used.add(following)) {
			throw new IllegalStateException("The platform goes in circles: it names the same next page again");
		}
		this.token = following;
		return this;
	}

}
