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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What the merchant pays of the interest when the payer buys on credit (微信分付贴息信息).
 *
 * @param subsidyDetail the plans for each way of paying back (贴息详情列表)
 */
public record SubsidyInfo(@Nullable List<SubsidyDetail> subsidyDetail) {

	/** Copies the list. */
	public SubsidyInfo {
		subsidyDetail = (subsidyDetail != null) ? List.copyOf(subsidyDetail) : null;
	}

	/**
	 * Starts a subsidy.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link SubsidyInfo}.
	 */
	public static final class Builder {

		private final List<SubsidyDetail> subsidyDetail = new ArrayList<>();

		private Builder() {
		}

		/**
		 * Sets the plans for each way of paying back (贴息详情列表).
		 * @param subsidyDetail the plans for each way of paying back
		 * @return this builder
		 */
		public Builder subsidyDetail(List<SubsidyDetail> subsidyDetail) {
			this.subsidyDetail.clear();
			this.subsidyDetail.addAll(subsidyDetail);
			return this;
		}

		/**
		 * Adds one to the plans for each way of paying back (贴息详情列表).
		 * @param subsidyDetail sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder addSubsidyDetail(Consumer<SubsidyDetail.Builder> subsidyDetail) {
			SubsidyDetail.Builder builder = SubsidyDetail.builder();
			subsidyDetail.accept(builder);
			this.subsidyDetail.add(builder.build());
			return this;
		}

		/**
		 * Builds the subsidy.
		 * @return the subsidy
		 */
		public SubsidyInfo build() {
			return new SubsidyInfo(this.subsidyDetail.isEmpty() ? null : this.subsidyDetail);
		}

	}

}
