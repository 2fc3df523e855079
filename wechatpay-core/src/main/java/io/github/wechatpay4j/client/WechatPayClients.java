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

import java.time.Clock;

import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.merchant.MerchantRegistry;

/**
 * Makes clients where no Spring Boot application does.
 */
public final class WechatPayClients {

	private WechatPayClients() {
	}

	/**
	 * A blocking client for the primary merchant of a registry.
	 * @param exchange performs the calls
	 * @param merchants the merchants
	 * @param clock tells the time
	 * @return the client
	 */
	public static WechatPayClient blocking(Exchange exchange, MerchantRegistry merchants, Clock clock) {
		return new DefaultWechatPayClient(new Calls(exchange, merchants, clock, null));
	}

	/**
	 * A reactive client for the primary merchant of a registry.
	 * @param exchange performs the calls
	 * @param merchants the merchants
	 * @param clock tells the time
	 * @return the client
	 */
	public static ReactiveWechatPayClient reactive(Exchange exchange, MerchantRegistry merchants, Clock clock) {
		return new DefaultReactiveWechatPayClient(new Calls(exchange, merchants, clock, null));
	}

}
