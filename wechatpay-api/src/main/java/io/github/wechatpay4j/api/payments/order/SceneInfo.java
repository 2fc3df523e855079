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
 * Where and with what an order was made (场景信息).
 *
 * @param payerClientIp the address of the payer's device (用户终端IP), IPv4 or IPv6
 * @param deviceId the merchant's device or store (商户端设备号)
 * @param storeInfo the store (商户门店信息)
 * @param h5Info where the payment was started (H5场景信息), only for H5 orders
 */
public record SceneInfo(@Nullable String payerClientIp, @Nullable String deviceId, @Nullable StoreInfo storeInfo,
		@Nullable H5Info h5Info) {

	/**
	 * Starts a scene.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public String toString() {
		return "SceneInfo[payerClientIp=***, deviceId=" + this.deviceId + ", storeInfo=" + this.storeInfo + ", h5Info="
				+ this.h5Info + "]";
	}

	/**
	 * Builds a {@link SceneInfo}.
	 */
	public static final class Builder {

		private @Nullable String payerClientIp;

		private @Nullable String deviceId;

		private @Nullable StoreInfo storeInfo;

		private @Nullable H5Info h5Info;

		private Builder() {
		}

		/**
		 * Sets the address of the payer's device (用户终端IP).
		 * @param payerClientIp the address of the payer's device, IPv4 or IPv6
		 * @return this builder
		 */
		public Builder payerClientIp(String payerClientIp) {
			this.payerClientIp = payerClientIp;
			return this;
		}

		/**
		 * Sets the merchant's device or store (商户端设备号).
		 * @param deviceId the merchant's device or store
		 * @return this builder
		 */
		public Builder deviceId(String deviceId) {
			this.deviceId = deviceId;
			return this;
		}

		/**
		 * Sets the store (商户门店信息).
		 * @param storeInfo sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder storeInfo(Consumer<StoreInfo.Builder> storeInfo) {
			StoreInfo.Builder builder = StoreInfo.builder();
			storeInfo.accept(builder);
			this.storeInfo = builder.build();
			return this;
		}

		/**
		 * Sets where the payment was started (H5场景信息).
		 * @param h5Info sets its fields, only for H5 orders
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder h5Info(Consumer<H5Info.Builder> h5Info) {
			H5Info.Builder builder = H5Info.builder();
			h5Info.accept(builder);
			this.h5Info = builder.build();
			return this;
		}

		/**
		 * Builds the scene.
		 * @return the scene
		 */
		public SceneInfo build() {
			return new SceneInfo(this.payerClientIp, this.deviceId, this.storeInfo, this.h5Info);
		}

	}

}
