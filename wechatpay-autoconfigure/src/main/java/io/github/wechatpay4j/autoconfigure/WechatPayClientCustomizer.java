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

package io.github.wechatpay4j.autoconfigure;

import io.github.wechatpay4j.client.WechatPayClients;

/**
 * Customizes the clients, for example with a
 * {@link io.github.wechatpay4j.client.CallDecorator} around every call. Beans of this
 * type are applied in their order, to the blocking and to the reactive client; what comes
 * first is innermost. The library's own have the orders below.
 */
@FunctionalInterface
public interface WechatPayClientCustomizer {

	/** Measures each attempt. */
	int ATTEMPT_ORDER = 0;

	/** Tries again. */
	int RETRY_ORDER = 1000;

	/** Breaks the circuit. */
	int BREAKER_ORDER = 2000;

	/** Limits the rate. */
	int LIMIT_ORDER = 3000;

	/** Checks that a call is not made inside of a transaction, around limits. */
	int TRANSACTION_ORDER = 3500;

	/** Measures the call as its caller sees it. */
	int CALL_ORDER = 4000;

	/**
	 * Customizes the builder of a client.
	 * @param clients the builder
	 */
	void customize(WechatPayClients clients);

}
