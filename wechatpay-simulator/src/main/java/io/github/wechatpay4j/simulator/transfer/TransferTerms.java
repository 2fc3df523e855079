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

package io.github.wechatpay4j.simulator.transfer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a transfer was asked for with.
 *
 * @param mchid the merchant who pays
 * @param appid the merchant's application
 * @param outBillNo the merchant's number
 * @param openid who receives
 * @param userName the receiver's name, if it was given
 * @param amount fen
 * @param remark what the receiver is told
 * @param notifyUrl where to notify, if anywhere
 * @param request the whole request, to recognise a repetition by
 */
public record TransferTerms(String mchid, String appid, String outBillNo, String openid, @Nullable String userName,
		long amount, String remark, @Nullable String notifyUrl, JsonNode request) {

	@Override
	public String toString() {
		return "TransferTerms[" + this.outBillNo + "]";
	}

}
