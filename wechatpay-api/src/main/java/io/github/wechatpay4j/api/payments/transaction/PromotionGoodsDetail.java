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

import org.jspecify.annotations.Nullable;

/**
 * Goods that a discount applied to (单品列表).
 *
 * @param goodsId the goods' code (商品编码)
 * @param quantity how many (商品数量)
 * @param unitPrice the price of one in fen (商品单价)
 * @param discountAmount the discount in fen (商品优惠金额)
 * @param goodsRemark the remark (商品备注)
 */
public record PromotionGoodsDetail(@Nullable String goodsId, @Nullable Long quantity, @Nullable Long unitPrice,
		@Nullable Long discountAmount, @Nullable String goodsRemark) {

}
