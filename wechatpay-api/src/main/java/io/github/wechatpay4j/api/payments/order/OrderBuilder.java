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

package io.github.wechatpay4j.api.payments.order;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What the builders of all orders have in common. Not safe for use by many threads.
 *
 * @param <B> the builder itself
 */
public abstract class OrderBuilder<B extends OrderBuilder<B>> {

	protected @Nullable String description;

	protected @Nullable String outTradeNo;

	protected @Nullable OffsetDateTime timeExpire;

	protected @Nullable String attach;

	protected @Nullable String notifyUrl;

	protected @Nullable String goodsTag;

	protected @Nullable List<String> limitPay;

	protected @Nullable Boolean supportFapiao;

	protected @Nullable Amount amount;

	protected @Nullable OrderDetail detail;

	protected @Nullable SceneInfo sceneInfo;

	protected @Nullable SettleInfo settleInfo;

	/**
	 * This builder under its own type.
	 * @return this builder
	 */
	protected abstract B self();

	/**
	 * Sets the description of what is sold (商品描述).
	 * @param description the description of what is sold, at most 127 characters
	 * @return this builder
	 */
	public B description(String description) {
		this.description = description;
		return self();
	}

	/**
	 * Sets the order's number at the merchant (商户订单号).
	 * @param outTradeNo the order's number at the merchant, 6 to 32 letters, digits or
	 * {@code _-*}
	 * @return this builder
	 */
	public B outTradeNo(String outTradeNo) {
		this.outTradeNo = outTradeNo;
		return self();
	}

	/**
	 * Sets when the order ends if it is not paid (交易结束时间).
	 * @param timeExpire when the order ends if it is not paid
	 * @return this builder
	 */
	public B timeExpire(OffsetDateTime timeExpire) {
		this.timeExpire = timeExpire;
		return self();
	}

	/**
	 * Sets data that comes back in queries and notifications (附加数据).
	 * @param attach data that comes back in queries and notifications, at most 128
	 * characters
	 * @return this builder
	 */
	public B attach(String attach) {
		this.attach = attach;
		return self();
	}

	/**
	 * Sets where the notification is to be sent (通知地址).
	 * @param notifyUrl where the notification is to be sent, the configured address when
	 * left out
	 * @return this builder
	 */
	public B notifyUrl(String notifyUrl) {
		this.notifyUrl = notifyUrl;
		return self();
	}

	/**
	 * Sets the mark that discounts go by (订单优惠标记).
	 * @param goodsTag the mark that discounts go by
	 * @return this builder
	 */
	public B goodsTag(String goodsTag) {
		this.goodsTag = goodsTag;
		return self();
	}

	/**
	 * Sets the only ways to pay (指定支付方式).
	 * @param limitPay the only ways to pay, such as {@code no_credit} or
	 * {@code balance_only}
	 * @return this builder
	 */
	public B limitPay(List<String> limitPay) {
		this.limitPay = limitPay;
		return self();
	}

	/**
	 * Sets whether the payer can ask for an electronic invoice (电子发票入口开放标识).
	 * @param supportFapiao whether the payer can ask for an electronic invoice
	 * @return this builder
	 */
	public B supportFapiao(boolean supportFapiao) {
		this.supportFapiao = supportFapiao;
		return self();
	}

	/**
	 * Sets the amount (订单金额).
	 * @param amount sets its fields
	 * @return this builder
	 * @throws IllegalArgumentException if a required field is missing
	 */
	public B amount(Consumer<Amount.Builder> amount) {
		Amount.Builder builder = Amount.builder();
		amount.accept(builder);
		this.amount = builder.build();
		return self();
	}

	/**
	 * Sets the goods (优惠功能).
	 * @param detail sets its fields
	 * @return this builder
	 * @throws IllegalArgumentException if a required field is missing
	 */
	public B detail(Consumer<OrderDetail.Builder> detail) {
		OrderDetail.Builder builder = OrderDetail.builder();
		detail.accept(builder);
		this.detail = builder.build();
		return self();
	}

	/**
	 * Sets where and with what the order was made (场景信息).
	 * @param sceneInfo sets its fields
	 * @return this builder
	 * @throws IllegalArgumentException if a required field is missing
	 */
	public B sceneInfo(Consumer<SceneInfo.Builder> sceneInfo) {
		SceneInfo.Builder builder = SceneInfo.builder();
		sceneInfo.accept(builder);
		this.sceneInfo = builder.build();
		return self();
	}

	/**
	 * Sets how the order is settled (结算信息).
	 * @param settleInfo sets its fields
	 * @return this builder
	 * @throws IllegalArgumentException if a required field is missing
	 */
	public B settleInfo(Consumer<SettleInfo.Builder> settleInfo) {
		SettleInfo.Builder builder = SettleInfo.builder();
		settleInfo.accept(builder);
		this.settleInfo = builder.build();
		return self();
	}

}
