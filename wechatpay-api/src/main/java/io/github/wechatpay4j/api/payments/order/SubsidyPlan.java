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
 * What the merchant pays of the interest for a number of instalments (贴息方案).
 *
 * @param subsidyInstallmentNum the number of instalments (贴息期数), required, 3, 6 or 12
 * @param subsidyPercent the percentage of the interest (贴息比例), required, 0 or 100
 */
public record SubsidyPlan(long subsidyInstallmentNum, long subsidyPercent) {

	/**
	 * Starts a plan.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link SubsidyPlan}.
	 */
	public static final class Builder {

		private @Nullable Long subsidyInstallmentNum;

		private @Nullable Long subsidyPercent;

		private Builder() {
		}

		/**
		 * Sets the number of instalments (贴息期数).
		 * @param subsidyInstallmentNum the number of instalments, 3, 6 or 12
		 * @return this builder
		 */
		public Builder subsidyInstallmentNum(long subsidyInstallmentNum) {
			this.subsidyInstallmentNum = subsidyInstallmentNum;
			return this;
		}

		/**
		 * Sets the percentage of the interest (贴息比例).
		 * @param subsidyPercent the percentage of the interest, 0 or 100
		 * @return this builder
		 */
		public Builder subsidyPercent(long subsidyPercent) {
			this.subsidyPercent = subsidyPercent;
			return this;
		}

		/**
		 * Builds the plan.
		 * @return the plan
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public SubsidyPlan build() {
			return new SubsidyPlan(Required.field(this.subsidyInstallmentNum, "subsidy_plan.subsidy_installment_num"),
					Required.field(this.subsidyPercent, "subsidy_plan.subsidy_percent"));
		}

	}

}
