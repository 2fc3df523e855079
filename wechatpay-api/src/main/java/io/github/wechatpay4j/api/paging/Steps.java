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

import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * The way from page to page. Used once, by one reader.
 *
 * @param <P> the page
 */
interface Steps<P> {

	/** The request for the next page. */
	WechatPayRequest<P> request();

	/**
	 * Goes on.
	 * @param page the page that came
	 * @param size how many items it has, possibly none
	 * @return what comes next; {@code null} after the last page
	 */
	@Nullable Steps<P> after(P page, int size);

}
