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

package io.github.wechatpay4j.api.transfers;

import io.github.wechatpay4j.operation.Required;
import org.jspecify.annotations.Nullable;

/**
 * What the user sees when taking the money (用户收款样式).
 *
 * @param type the kind of page (用户收款样式类型), required, {@code CONFIRM_PAGE} or
 * {@code RED_PACKET}
 */
public record UserRecvStyle(String type) {

	/**
	 * Starts a style.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds an {@link UserRecvStyle}.
	 */
	public static final class Builder {

		private @Nullable String type;

		private Builder() {
		}

		/**
		 * Sets the kind of page (用户收款样式类型).
		 * @param type the kind of page, {@code CONFIRM_PAGE} or {@code RED_PACKET}
		 * @return this builder
		 */
		public Builder type(String type) {
			this.type = type;
			return this;
		}

		/**
		 * Builds the style.
		 * @return the style
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public UserRecvStyle build() {
			return new UserRecvStyle(Required.field(this.type, "user_recv_style.type"));
		}

	}

}
