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

import io.github.wechatpay4j.operation.Required;
import org.jspecify.annotations.Nullable;

/**
 * The plans for one way of paying back (贴息详情).
 *
 * @param subsidyPeriodType the way of paying back (贴息方案类型), required, {@code DAILY} or
 * {@code PERIOD}
 * @param subsidyPlan the plans (贴息方案列表), required
 */
public record SubsidyDetail(String subsidyPeriodType, List<SubsidyPlan> subsidyPlan) {

	/** Copies the list. */
	public SubsidyDetail {
		subsidyPlan = (subsidyPlan != null) ? List.copyOf(subsidyPlan) : List.of();
	}

	/**
	 * Starts a detail.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link SubsidyDetail}.
	 */
	public static final class Builder {

		private @Nullable String subsidyPeriodType;

		private final List<SubsidyPlan> subsidyPlan = new ArrayList<>();

		private Builder() {
		}

		/**
		 * Sets the way of paying back (贴息方案类型).
		 * @param subsidyPeriodType the way of paying back, {@code DAILY} or
		 * {@code PERIOD}
		 * @return this builder
		 */
		public Builder subsidyPeriodType(String subsidyPeriodType) {
			this.subsidyPeriodType = subsidyPeriodType;
			return this;
		}

		/**
		 * Sets the plans (贴息方案列表).
		 * @param subsidyPlan the plans
		 * @return this builder
		 */
		public Builder subsidyPlan(List<SubsidyPlan> subsidyPlan) {
			this.subsidyPlan.clear();
			this.subsidyPlan.addAll(subsidyPlan);
			return this;
		}

		/**
		 * Adds one to the plans (贴息方案列表).
		 * @param subsidyPlan sets its fields
		 * @return this builder
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public Builder addSubsidyPlan(Consumer<SubsidyPlan.Builder> subsidyPlan) {
			SubsidyPlan.Builder builder = SubsidyPlan.builder();
			subsidyPlan.accept(builder);
			this.subsidyPlan.add(builder.build());
			return this;
		}

		/**
		 * Builds the detail.
		 * @return the detail
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public SubsidyDetail build() {
			return new SubsidyDetail(Required.field(this.subsidyPeriodType, "subsidy_detail.subsidy_period_type"),
					Required.field(this.subsidyPlan, "subsidy_detail.subsidy_plan"));
		}

	}

}
