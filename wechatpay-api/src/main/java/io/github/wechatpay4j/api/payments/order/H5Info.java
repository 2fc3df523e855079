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

import org.jspecify.annotations.Nullable;

/**
 * Where a payment outside WeChat was started (H5场景信息).
 *
 * @param type the kind of place (场景类型), such as {@code Wap}, {@code iOS} or
 * {@code Android}
 * @param appName the application's name (应用名称)
 * @param appUrl the site's address (网站URL)
 * @param bundleId the application's bundle on iOS (iOS平台BundleID)
 * @param packageName the application's package on Android (Android平台PackageName)
 */
public record H5Info(@Nullable String type, @Nullable String appName, @Nullable String appUrl,
		@Nullable String bundleId, @Nullable String packageName) {

	/**
	 * Starts a place.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link H5Info}.
	 */
	public static final class Builder {

		private @Nullable String type;

		private @Nullable String appName;

		private @Nullable String appUrl;

		private @Nullable String bundleId;

		private @Nullable String packageName;

		private Builder() {
		}

		/**
		 * Sets the kind of place (场景类型).
		 * @param type the kind of place, such as {@code Wap}, {@code iOS} or
		 * {@code Android}
		 * @return this builder
		 */
		public Builder type(String type) {
			this.type = type;
			return this;
		}

		/**
		 * Sets the application's name (应用名称).
		 * @param appName the application's name
		 * @return this builder
		 */
		public Builder appName(String appName) {
			this.appName = appName;
			return this;
		}

		/**
		 * Sets the site's address (网站URL).
		 * @param appUrl the site's address
		 * @return this builder
		 */
		public Builder appUrl(String appUrl) {
			this.appUrl = appUrl;
			return this;
		}

		/**
		 * Sets the application's bundle on iOS (iOS平台BundleID).
		 * @param bundleId the application's bundle on iOS
		 * @return this builder
		 */
		public Builder bundleId(String bundleId) {
			this.bundleId = bundleId;
			return this;
		}

		/**
		 * Sets the application's package on Android (Android平台PackageName).
		 * @param packageName the application's package on Android
		 * @return this builder
		 */
		public Builder packageName(String packageName) {
			this.packageName = packageName;
			return this;
		}

		/**
		 * Builds the place.
		 * @return the place
		 */
		public H5Info build() {
			return new H5Info(this.type, this.appName, this.appUrl, this.bundleId, this.packageName);
		}

	}

}
