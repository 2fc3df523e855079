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

package io.github.wechatpay4j.simulator.payment;

/**
 * The state of an order.
 */
public enum TradeState {

	/** Paid. */
	SUCCESS("支付成功"),

	/** Paid, and at least partly refunded. */
	REFUND("转入退款"),

	/** Not paid yet. */
	NOTPAY("订单未支付"),

	/** Closed, or expired. */
	CLOSED("订单已关闭");

	private final String description;

	TradeState(String description) {
		this.description = description;
	}

	/**
	 * The state in words.
	 * @return {@code trade_state_desc}
	 */
	public String description() {
		return this.description;
	}

	/**
	 * Whether money has come in.
	 * @return whether it has
	 */
	public boolean isPaid() {
		return this == SUCCESS || this == REFUND;
	}

}
