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

package io.github.wechatpay4j.api.combine;

import java.util.function.Consumer;

import io.github.wechatpay4j.api.payments.order.PayerIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Who pays combined orders (支付者).
 *
 * @param openid the payer's openid under {@code combine_appid} (用户标识)
 * @param subOpenid the payer's openid under {@code sub_appid} (用户子标识)
 * @param identity whom the payer must be in real life (实名支付)
 */
public record CombinePayerInfo(@Nullable String openid, @Nullable String subOpenid, @Nullable PayerIdentity identity) {

	/**
	 * Starts a payer.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public String toString() {
		return "CombinePayerInfo[openid=***, subOpenid=***, identity=" + this.identity + "]";
	}

	/**
	 * Builds a {@link CombinePayerInfo}.
	 */
	public static final class Builder {

		private @Nullable String openid;

		private @Nullable String subOpenid;

		private @Nullable PayerIdentity identity;

		private Builder() {
		}

		/**
		 * Sets the payer's openid under {@code combine_appid} (用户标识).
		 * @param openid the payer's openid under {@code combine_appid}
		 * @return this builder
		 */
		public Builder openid(String openid) {
			this.openid = openid;
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
		 */
		public CombinePayerInfo build() {
			return new CombinePayerInfo(this.openid, this.subOpenid, this.identity);
		}

	}

}
