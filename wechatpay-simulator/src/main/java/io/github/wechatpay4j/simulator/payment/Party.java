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

package io.github.wechatpay4j.simulator.payment;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for money.
 *
 * @param mchid the merchant who calls, a service provider's {@code sp_mchid} in partner
 * mode
 * @param appid the caller's application
 * @param subMchid the merchant who is paid through a service provider
 * @param subAppid that merchant's application
 */
public record Party(String mchid, String appid, @Nullable String subMchid, @Nullable String subAppid) {

	/**
	 * The merchant who is paid, within whom numbers are unique.
	 * @return the merchant's number
	 */
	public String payee() {
		return (this.subMchid != null) ? this.subMchid : this.mchid;
	}

	/**
	 * Whether there is a service provider.
	 * @return whether there is
	 */
	public boolean isPartner() {
		return this.subMchid != null;
	}

}
