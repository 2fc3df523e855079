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

import io.github.wechatpay4j.crypto.FieldEncryptor;
import io.github.wechatpay4j.simulator.official.OfficialTime;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Transfers as answers and notifications show them.
 */
public final class TransferJson {

	private TransferJson() {
	}

	/**
	 * A transfer as the answer to its creation.
	 * @param transfer the transfer
	 * @return the JSON
	 */
	public static ObjectNode created(Transfer transfer) {
		ObjectNode json = numbers(transfer);
		json.put("create_time", OfficialTime.rfc3339(transfer.createdAt()));
		TransferState state = putState(json, transfer);
		if (state == TransferState.WAIT_USER_CONFIRM) {
			json.put("package_info", transfer.packageInfo());
		}
		return json;
	}

	/** A transfer as the answer to its cancellation. */
	static ObjectNode cancelled(Transfer transfer) {
		ObjectNode json = numbers(transfer);
		json.put("state", transfer.state().name());
		json.put("update_time", OfficialTime.rfc3339(transfer.updatedAt()));
		return json;
	}

	/**
	 * A transfer as the answer to a query.
	 * @param transfer the transfer
	 * @param encryptor encrypts the receiver's name for the merchant
	 * @return the JSON
	 */
	public static ObjectNode queried(Transfer transfer, FieldEncryptor encryptor) {
		ObjectNode json = numbers(transfer);
		TransferTerms terms = transfer.terms();
		json.put("mch_id", terms.mchid());
		json.put("appid", terms.appid());
		putState(json, transfer);
		json.put("transfer_amount", terms.amount());
		json.put("transfer_remark", terms.remark());
		json.put("openid", terms.openid());
		if (terms.userName() != null) {
			json.put("user_name", encryptor.encrypt(terms.userName()));
		}
		putTimes(json, transfer);
		return json;
	}

	static ObjectNode notification(Transfer transfer) {
		ObjectNode json = numbers(transfer);
		putState(json, transfer);
		json.put("mch_id", transfer.terms().mchid());
		json.put("transfer_amount", transfer.terms().amount());
		json.put("openid", transfer.terms().openid());
		putTimes(json, transfer);
		return json;
	}

	private static ObjectNode numbers(Transfer transfer) {
		return JsonNodeFactory.instance.objectNode()
			.put("out_bill_no", transfer.terms().outBillNo())
			.put("transfer_bill_no", transfer.transferBillNo());
	}

	private static TransferState putState(ObjectNode json, Transfer transfer) {
		TransferState state = transfer.state();
		json.put("state", state.name());
		String failReason = transfer.failReason();
		if (failReason != null) {
			json.put("fail_reason", failReason);
		}
		return state;
	}

	private static void putTimes(ObjectNode json, Transfer transfer) {
		json.put("create_time", OfficialTime.rfc3339(transfer.createdAt()));
		json.put("update_time", OfficialTime.rfc3339(transfer.updatedAt()));
	}

}
