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

package io.github.wechatpay4j.api.partner;

import java.util.function.Consumer;

import io.github.wechatpay4j.api.payments.order.PayerIdentity;
import io.github.wechatpay4j.operation.Required;
import org.jspecify.annotations.Nullable;

/**
 * Who pays a service provider's order (支付者): the openid under the provider's appid, or
 * under the sub-merchant's.
 *
 * @param spOpenid the payer's openid under {@code sp_appid} (用户服务标识), required unless
 * {@code sub_openid} is given
 * @param subOpenid the payer's openid under {@code sub_appid} (用户子标识)
 * @param identity whom the payer must be in real life (实名支付)
 */
public record PartnerPayer(@Nullable String spOpenid, @Nullable String subOpenid, @Nullable PayerIdentity identity) {

	/**
	 * Starts a payer.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public String toString() {
		return "PartnerPayer[spOpenid=***, subOpenid=***, identity=" + this.identity + "]";
	}

	/**
	 * Builds a {@link PartnerPayer}.
	 */
	public static final class Builder {

		private @Nullable String spOpenid;

		private @Nullable String subOpenid;

		private @Nullable PayerIdentity identity;

		private Builder() {
		}

		/**
		 * Sets the payer's openid under {@code sp_appid} (用户服务标识).
		 * @param spOpenid the payer's openid under {@code sp_appid}, required unless
		 * {@code sub_openid} is given
		 * @return this builder
		 */
		public Builder spOpenid(String spOpenid) {
			this.spOpenid = spOpenid;
			return this;
		}

		/**
		 * Sets the payer's openid under {@code sub_appid} (用户子标识).
		 * @param subOpenid the payer's openid under {@code sub_appid}
		 * @return this builder
		 */
		public Builder subOpenid(String subOpenid) {
			this.subOpenid = subOpenid;
			return this;
		}

		/**
		 * Sets whom the payer must be in real life (实名支付).
		 * @param identity sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder identity(Consumer<PayerIdentity.Builder> identity) {
			PayerIdentity.Builder builder = PayerIdentity.builder();
			identity.accept(builder);
			this.identity = builder.build();
			return this;
		}

		/**
		 * Builds the payer.
		 * @return the payer
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public PartnerPayer build() {
			if (this.subOpenid == null) {
				Required.field(this.spOpenid, "payer.sp_openid");
			}
			return new PartnerPayer(this.spOpenid, this.subOpenid, this.identity);
		}

	}

}
