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

package io.github.wechatpay4j.api.payments.transaction;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A discount that was used (优惠功能).
 *
 * @param couponId the coupon's number (券ID)
 * @param name the discount's name (优惠名称)
 * @param scope what it applies to (优惠范围), {@code GLOBAL} or {@code SINGLE}
 * @param type who pays it in advance (优惠类型), {@code CASH} or {@code NOCASH}
 * @param amount the discount in fen (优惠券面额)
 * @param stockId the batch of the coupon (活动批次ID)
 * @param wechatpayContribute the part WeChat Pay gives in fen (微信出资)
 * @param merchantContribute the part the merchant gives in fen (商户出资)
 * @param otherContribute the part others give in fen (其他出资)
 * @param currency the currency (优惠币种)
 * @param goodsDetail the goods it applied to (单品列表)
 */
public record PromotionDetail(@Nullable String couponId, @Nullable String name, @Nullable String scope,
		@Nullable String type, @Nullable Long amount, @Nullable String stockId, @Nullable Long wechatpayContribute,
		@Nullable Long merchantContribute, @Nullable Long otherContribute, @Nullable String currency,
		List<PromotionGoodsDetail> goodsDetail) {

	/** Copies the list. */
	public PromotionDetail {
		goodsDetail = (goodsDetail != null) ? List.copyOf(goodsDetail) : List.of();
	}

}
