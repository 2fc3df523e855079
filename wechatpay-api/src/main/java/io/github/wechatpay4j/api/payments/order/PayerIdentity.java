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
import io.github.wechatpay4j.operation.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * Whom the payer must be in real life (实名支付): the payment fails for anybody else. Needs a
 * permission of its own.
 *
 * @param type the kind of document (证件类型), required, such as {@code IDCARD} or
 * {@code OVERSEA_PASSPORT}
 * @param number the document's number (证件号), required, sent encrypted
 * @param name the name (姓名), required, sent encrypted
 */
public record PayerIdentity(String type, @Sensitive String number, @Sensitive String name) {

	/**
	 * Starts an identity.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public String toString() {
		return "PayerIdentity[type=" + this.type + ", number=***, name=***]";
	}

	/**
	 * Builds a {@link PayerIdentity}.
	 */
	public static final class Builder {

		private @Nullable String type;

		private @Nullable String number;

		private @Nullable String name;

		private Builder() {
		}

		/**
		 * Sets the kind of document (证件类型).
		 * @param type the kind of document, such as {@code IDCARD} or
		 * {@code OVERSEA_PASSPORT}
		 * @return this builder
		 */
		public Builder type(String type) {
			this.type = type;
			return this;
		}

		/**
		 * Sets the document's number (证件号).
		 * @param number the document's number, sent encrypted
		 * @return this builder
		 */
		public Builder number(String number) {
			this.number = number;
			return this;
		}

		/**
		 * Sets the name (姓名).
		 * @param name the name, sent encrypted
		 * @return this builder
		 */
		public Builder name(String name) {
			this.name = name;
			return this;
		}

		/**
		 * Builds the identity.
		 * @return the identity
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public PayerIdentity build() {
			return new PayerIdentity(Required.field(this.type, "identity.type"),
					Required.field(this.number, "identity.number"), Required.field(this.name, "identity.name"));
		}

	}

}
