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

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Who pays an order (支付者).
 *
 * @param openid the payer's openid under the order's appid (用户标识), required for JSAPI
 * orders, left out for others
 * @param identity whom the payer must be in real life (实名支付)
 */
public record Payer(@Nullable String openid, @Nullable PayerIdentity identity) {

	/**
	 * Starts a payer.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public String toString() {
		return "Payer[openid=***, identity=" + this.identity + "]";
	}

	/**
	 * Builds a {@link Payer}.
	 */
	public static final class Builder {

		private @Nullable String openid;

		private @Nullable PayerIdentity identity;

		private Builder() {
		}

		/**
		 * Sets the payer's openid under the order's appid (用户标识).
		 * @param openid the payer's openid under the order's appid, required for JSAPI
		 * orders, left out for others
		 * @return this builder
		 */
		public Builder openid(String openid) {
			this.openid = openid;
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
		public Payer build() {
			return new Payer(this.openid, this.identity);
		}

	}

}
