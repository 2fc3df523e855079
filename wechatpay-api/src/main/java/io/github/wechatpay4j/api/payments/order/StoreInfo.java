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

import io.github.wechatpay4j.operation.Required;
import org.jspecify.annotations.Nullable;

/**
 * The store where an order was made (商户门店信息).
 *
 * @param id the store's number at the merchant (门店编号), required
 * @param name the store's name (门店名称)
 * @param areaCode the code of the store's region (地区编码)
 * @param address the store's address (详细地址)
 */
public record StoreInfo(String id, @Nullable String name, @Nullable String areaCode, @Nullable String address) {

	/**
	 * Starts a store.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link StoreInfo}.
	 */
	public static final class Builder {

		private @Nullable String id;

		private @Nullable String name;

		private @Nullable String areaCode;

		private @Nullable String address;

		private Builder() {
		}

		/**
		 * Sets the store's number at the merchant (门店编号).
		 * @param id the store's number at the merchant
		 * @return this builder
		 */
		public Builder id(String id) {
			this.id = id;
			return this;
		}

		/**
		 * Sets the store's name (门店名称).
		 * @param name the store's name
		 * @return this builder
		 */
		public Builder name(String name) {
			this.name = name;
			return this;
		}

		/**
		 * Sets the code of the store's region (地区编码).
		 * @param areaCode the code of the store's region
		 * @return this builder
		 */
		public Builder areaCode(String areaCode) {
			this.areaCode = areaCode;
			return this;
		}

		/**
		 * Sets the store's address (详细地址).
		 * @param address the store's address
		 * @return this builder
		 */
		public Builder address(String address) {
			this.address = address;
			return this;
		}

		/**
		 * Builds the store.
		 * @return the store
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public StoreInfo build() {
			return new StoreInfo(Required.field(this.id, "store_info.id"), this.name, this.areaCode, this.address);
		}

	}

}
