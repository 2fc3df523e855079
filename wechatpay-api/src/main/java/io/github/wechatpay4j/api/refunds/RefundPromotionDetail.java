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

package io.github.wechatpay4j.api.refunds;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A discount that was taken back (优惠退款信息).
 *
 * @param promotionId the coupon's number (券ID)
 * @param scope what it applied to (优惠范围), {@code GLOBAL} or {@code SINGLE}
 * @param type the kind of discount (优惠类型), {@code COUPON} or {@code DISCOUNT}
 * @param amount the discount in fen (优惠券面额)
 * @param refundAmount the part taken back in fen (优惠退款金额)
 * @param goodsDetail the goods it applied to (商品列表)
 */
public record RefundPromotionDetail(@Nullable String promotionId, @Nullable String scope, @Nullable String type,
		@Nullable Long amount, @Nullable Long refundAmount, List<RefundGoodsDetail> goodsDetail) {

	/** Copies the list. */
	public RefundPromotionDetail {
		goodsDetail = (goodsDetail != null) ? List.copyOf(goodsDetail) : List.of();
	}

}
