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

import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.publisher.Mono;

/**
 * Surrounds calls, of the blocking and of the reactive client alike: to measure, to
 * limit, to break a circuit, to try again. Downloads of files are not surrounded. Must be
 * safe for use by many threads. A decorator that fails after the platform may have acted
 * cannot hide that: its failure becomes the cause of an
 * {@link io.github.wechatpay4j.OutcomeUnknownException}.
 *
 * <pre class="code">
 * public &lt;T&gt; Mono&lt;T&gt; decorate(WechatPayRequest&lt;T&gt; request, Merchant merchant, Mono&lt;T&gt; call) {
 *     return call.doOnError((ex) -&gt; this.failures.increment(request.operation().name()));
 * }
 * </pre>
 */
@FunctionalInterface
public interface CallDecorator {

	/**
	 * Surrounds a call.
	 * @param request what is asked for
	 * @param merchant in whose name
	 * @param call the call: every subscription is an attempt of its own, signed anew.
	 * Subscribe again only where {@link WechatPayRequest#idempotency()} allows it
	 * @param <T> what the platform answers
	 * @return the surrounded call
	 */
	<T> Mono<T> decorate(WechatPayRequest<T> request, Merchant merchant, Mono<T> call);

}
