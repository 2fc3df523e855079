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

package io.github.wechatpay4j.simulator.endpoint;

import io.github.wechatpay4j.simulator.http.Answer;
import io.github.wechatpay4j.simulator.http.Call;
import io.github.wechatpay4j.simulator.http.Gate;
import io.github.wechatpay4j.simulator.official.Fields;
import io.github.wechatpay4j.simulator.transfer.Transfer;
import io.github.wechatpay4j.simulator.transfer.TransferJson;
import io.github.wechatpay4j.simulator.transfer.TransferTerms;
import io.github.wechatpay4j.simulator.transfer.Transfers;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.server.RouterFunctions;

/**
 * Transfers to users.
 */
final class TransferEndpoints implements Endpoints {

	private static final String ROOT = "/v3/fund-app/mch-transfer/transfer-bills";

	/** From 2,000 yuan on, the receiver's name has to be given. */
	private static final long NAME_REQUIRED_FROM = 200_000;

	private final Transfers transfers;

	TransferEndpoints(Transfers transfers) {
		this.transfers = transfers;
	}

	@Override
	public void addTo(RouterFunctions.Builder routes, Gate gate) {
		routes.POST(ROOT, gate.to(this::transfer));
		routes.GET(ROOT + "/out-bill-no/{out_bill_no}", gate
			.to((call) -> queried(call, this.transfers.get(call.merchant().mchid(), call.path("out_bill_no")))));
		routes.GET(ROOT + "/transfer-bill-no/{transfer_bill_no}", gate.to((call) -> queried(call,
				this.transfers.getByTransferBillNo(call.merchant().mchid(), call.path("transfer_bill_no")))));
		routes.POST(ROOT + "/out-bill-no/{out_bill_no}/cancel", gate
			.to((call) -> new Answer.Json(this.transfers.cancel(call.merchant().mchid(), call.path("out_bill_no")))));
	}

	private static Answer queried(Call call, Transfer transfer) {
		return new Answer.Json(TransferJson.queried(transfer, call.merchant().encryptor()));
	}

	private Answer transfer(Call call) {
		Fields body = call.body();
		String appid = body.text("/appid", 32);
		OrderReader.requireOwn(call, appid);
		String outBillNo = body.number("/out_bill_no", 1, 32);
		String openid = body.text("/openid", 64);
		long amount = body.amount("/transfer_amount");
		String userName = call.decrypt("", "user_name");
		if (userName == null && amount >= NAME_REQUIRED_FROM) {
			throw body.wrong("/user_name", "转账金额大于等于2000元时，收款用户姓名必填");
		}
		String remark = body.text("/transfer_remark", 32);
		String notifyUrl = body.optionalUrl("/notify_url");
		body.text("/transfer_scene_id", 36);
		requireReport(body);
		Transfer transfer = this.transfers.transfer(new TransferTerms(call.merchant().mchid(), appid, outBillNo, openid,
				userName, amount, remark, notifyUrl, body.root()));
		return new Answer.Json(TransferJson.created(transfer));
	}

	private static void requireReport(Fields body) {
		JsonNode infos = body.root().path("transfer_scene_report_infos");
		if (!infos.isArray() || infos.isEmpty()) {
			throw body.wrong("/transfer_scene_report_infos", "转账场景报备信息必填");
		}
		for (int i = 0; i < infos.size(); i++) {
			body.text("/transfer_scene_report_infos/" + i + "/info_type", 15);
			body.text("/transfer_scene_report_infos/" + i + "/info_content", 32);
		}
	}

}
