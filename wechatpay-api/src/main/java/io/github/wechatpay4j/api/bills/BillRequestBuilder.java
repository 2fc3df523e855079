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

import org.jspecify.annotations.Nullable;

/**
 * What the builders of requests for bills have in common.
 *
 * @param <B> the builder itself
 */
abstract class BillRequestBuilder<B extends BillRequestBuilder<B>> {

	@Nullable LocalDate billDate;

	@Nullable String subMchid;

	@Nullable String tarType;

	/**
	 * This builder under its own type.
	 * @return this builder
	 */
	abstract B self();

	/**
	 * Sets the day (账单日期).
	 * @param billDate the day
	 * @return this builder
	 */
	public B billDate(LocalDate billDate) {
		this.billDate = billDate;
		return self();
	}

	/**
	 * Sets the sub-merchant's number (二级商户号).
	 * @param subMchid the sub-merchant's number, only for service providers and platforms
	 * @return this builder
	 */
	public B subMchid(String subMchid) {
		this.subMchid = subMchid;
		return self();
	}

	/**
	 * Sets the compression (压缩类型).
	 * @param tarType the compression, {@code GZIP}, or none when left out
	 * @return this builder
	 */
	public B tarType(String tarType) {
		this.tarType = tarType;
		return self();
	}

}
