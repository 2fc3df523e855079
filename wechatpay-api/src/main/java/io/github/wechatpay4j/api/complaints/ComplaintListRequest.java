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

package io.github.wechatpay4j.api.complaints;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the complaints of some days (查询投诉单列表).
 *
 * @param limit the size of the page (分页大小), at most 50, 10 when left out
 * @param offset where the page begins (分页开始位置), 0 when left out
 * @param beginDate the first day (开始日期), required
 * @param endDate the last day (结束日期), required, at most 30 days in all
 * @param complaintedMchid the number of the merchant complained about (被诉商户号)
 */
public record ComplaintListRequest(@JsonIgnore @Nullable Long limit, @JsonIgnore @Nullable Long offset,
		@JsonIgnore LocalDate beginDate, @JsonIgnore LocalDate endDate,
		@JsonIgnore @Nullable String complaintedMchid) implements WechatPayRequest<ComplaintListResponse> {

	private static final Operation<ComplaintListResponse> OPERATION = Operation
		.get("/v3/merchant-service/complaints-v2", ComplaintListResponse.class)
		.name("Complaints.list")
		.build();

	/**
	 * Starts a request.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public Operation<ComplaintListResponse> operation() {
		return OPERATION;
	}

	@Override
	public void bind(RequestTarget.Builder target) {
		target.query("limit", this.limit)
			.query("offset", this.offset)
			.query("begin_date", this.beginDate)
			.query("end_date", this.endDate)
			.query("complainted_mchid", this.complaintedMchid);
	}

	/**
	 * Builds a {@link ComplaintListRequest}.
	 */
	public static final class Builder {

		private @Nullable Long limit;

		private @Nullable Long offset;

		private @Nullable LocalDate beginDate;

		private @Nullable LocalDate endDate;

		private @Nullable String complaintedMchid;

		private Builder() {
		}

		/**
		 * Sets the size of the page (分页大小).
		 * @param limit the size of the page, at most 50, 10 when left out
		 * @return this builder
		 */
		public Builder limit(long limit) {
			this.limit = limit;
			return this;
		}

		/**
		 * Sets where the page begins (分页开始位置).
		 * @param offset where the page begins, 0 when left out
		 * @return this builder
		 */
		public Builder offset(long offset) {
			this.offset = offset;
			return this;
		}

		/**
		 * Sets the first day (开始日期).
		 * @param beginDate the first day
		 * @return this builder
		 */
		public Builder beginDate(LocalDate beginDate) {
			this.beginDate = beginDate;
			return this;
		}

		/**
		 * Sets the last day (结束日期).
		 * @param endDate the last day, at most 30 days in all
		 * @return this builder
		 */
		public Builder endDate(LocalDate endDate) {
			this.endDate = endDate;
			return this;
		}

		/**
		 * Sets the number of the merchant complained about (被诉商户号).
		 * @param complaintedMchid the number of the merchant complained about
		 * @return this builder
		 */
		public Builder complaintedMchid(String complaintedMchid) {
			this.complaintedMchid = complaintedMchid;
			return this;
		}

		/**
		 * Builds the request.
		 * @return the request
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public ComplaintListRequest build() {
			return new ComplaintListRequest(this.limit, this.offset, Required.field(this.beginDate, "begin_date"),
					Required.field(this.endDate, "end_date"), this.complaintedMchid);
		}

	}

}
