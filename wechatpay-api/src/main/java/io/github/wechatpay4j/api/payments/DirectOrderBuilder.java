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

package io.github.wechatpay4j.api.payments;

import java.util.function.Consumer;

import io.github.wechatpay4j.api.payments.order.OrderBuilder;
import io.github.wechatpay4j.api.payments.order.Payer;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of a direct merchant's orders have in common.
 *
 * @param <B> the builder itself
 */
abstract class DirectOrderBuilder<B extends DirectOrderBuilder<B>> extends OrderBuilder<B> {

	@Nullable String appid;

	@Nullable String mchid;

	@Nullable Payer payer;

	/**
	 * Sets the application that the order belongs to (公众账号ID).
	 * @param appid the application that the order belongs to, the configured one when
	 * left out
	 * @return this builder
	 */
	public B appid(String appid) {
		this.appid = appid;
		return self();
	}

	/**
	 * Sets the merchant's number (商户号).
	 * @param mchid the merchant's number, the configured one when left out
	 * @return this builder
	 */
	public B mchid(String mchid) {
		this.mchid = mchid;
		return self();
	}

	/**
	 * Sets who pays (支付者).
	 * @param payer sets its fields
	 * @return this builder
	 * @throws IllegalArgumentException if a required field is missing
	 */
	public B payer(Consumer<Payer.Builder> payer) {
		Payer.Builder builder = Payer.builder();
		payer.accept(builder);
		this.payer = builder.build();
		return self();
	}

}
