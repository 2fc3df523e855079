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

package io.github.wechatpay4j.api.bills;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the bill of a day's payments and refunds (申请交易账单).
 *
 * @param billDate the day (账单日期), required
 * @param subMchid the sub-merchant's number (二级商户号), only for service providers and
 * platforms
 * @param billType what the bill lists (账单类型), everything when left out
 * @param tarType the compression (压缩类型), {@code GZIP}, or none when left out
 */
public record TradeBillRequest(@JsonIgnore LocalDate billDate, @JsonIgnore @Nullable String subMchid,
		@JsonIgnore @Nullable TradeBillType billType,
		@JsonIgnore @Nullable String tarType) implements WechatPayRequest<BillResponse> {

	private static final Operation<BillResponse> OPERATION = Operation.get("/v3/bill/tradebill", BillResponse.class)
		.name("Bills.tradeBill")
		.build();

	/**
	 * Starts a request.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public Operation<BillResponse> operation() {
		return OPERATION;
	}

	@Override
	public void bind(RequestTarget.Builder target) {
		target.query("bill_date", this.billDate)
			.query("sub_mchid", this.subMchid)
			.query("bill_type", this.billType)
			.query("tar_type", this.tarType);
	}

	/**
	 * Builds a {@link TradeBillRequest}.
	 */
	public static final class Builder extends BillRequestBuilder<Builder> {

		private @Nullable TradeBillType billType;

		private Builder() {
		}

		@Override
		Builder self() {
			return this;
		}

		/**
		 * Sets what the bill lists (账单类型).
		 * @param billType what the bill lists, everything when left out
		 * @return this builder
		 */
		public Builder billType(TradeBillType billType) {
			this.billType = billType;
			return this;
		}

		/**
		 * Builds the request.
		 * @return the request
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public TradeBillRequest build() {
			return new TradeBillRequest(Required.field(this.billDate, "bill_date"), this.subMchid, this.billType,
					this.tarType);
		}

	}

}
