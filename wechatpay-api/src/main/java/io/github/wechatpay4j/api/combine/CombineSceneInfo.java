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

import io.github.wechatpay4j.operation.Required;
import org.jspecify.annotations.Nullable;

/**
 * Where and with what combined orders were made (场景信息).
 *
 * @param deviceId the merchant's device or store (商户端设备号)
 * @param payerClientIp the address of the payer's device (用户终端IP), required, IPv4 or IPv6
 */
public record CombineSceneInfo(@Nullable String deviceId, String payerClientIp) {

	/**
	 * Starts a scene.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public String toString() {
		return "CombineSceneInfo[deviceId=" + this.deviceId + ", payerClientIp=***]";
	}

	/**
	 * Builds a {@link CombineSceneInfo}.
	 */
	public static final class Builder {

		private @Nullable String deviceId;

		private @Nullable String payerClientIp;

		private Builder() {
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
		 * Sets the address of the payer's device (用户终端IP).
		 * @param payerClientIp the address of the payer's device, IPv4 or IPv6
		 * @return this builder
		 */
		public Builder payerClientIp(String payerClientIp) {
			this.payerClientIp = payerClientIp;
			return this;
		}

		/**
		 * Builds the scene.
		 * @return the scene
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public CombineSceneInfo build() {
			return new CombineSceneInfo(this.deviceId,
					Required.field(this.payerClientIp, "scene_info.payer_client_ip"));
		}

	}

}
