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

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

import io.github.wechatpay4j.simulator.bill.BillFiles;
import io.github.wechatpay4j.simulator.bill.BillFiles.StoredFile;
import io.github.wechatpay4j.simulator.bill.BillFiles.Ticket;
import io.github.wechatpay4j.simulator.bill.Bills;
import io.github.wechatpay4j.simulator.http.Answer;
import io.github.wechatpay4j.simulator.http.Call;
import io.github.wechatpay4j.simulator.http.Gate;
import io.github.wechatpay4j.simulator.official.Fields;
import io.github.wechatpay4j.simulator.official.Refusal;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.web.reactive.function.server.RouterFunctions;

/**
 * Bills and their download.
 */
final class BillEndpoints implements Endpoints {

	private static final Set<String> BILL_TYPES = Set.of("ALL", "SUCCESS", "REFUND");

	private static final Set<String> ACCOUNT_TYPES = Set.of("BASIC", "OPERATION", "FEES");

	private final Bills bills;

	private final BillFiles files;

	BillEndpoints(Bills bills, BillFiles files) {
		this.bills = bills;
		this.files = files;
	}

	@Override
	public void addTo(RouterFunctions.Builder routes, Gate gate) {
		routes.GET("/v3/bill/tradebill", gate.to(this::trade));
		routes.GET("/v3/bill/fundflowbill", gate.to(this::fundFlow));
		routes.GET("/v3/billdownload/file", gate.to(this::download));
	}

	private Answer trade(Call call) {
		String type = oneOf(call.query(), "/bill_type", BILL_TYPES, "ALL");
		return ticket(call, this.bills.trade(call.merchant().mchid(), call.query().optionalText("/sub_mchid", 32),
				day(call.query()), type));
	}

	private Answer fundFlow(Call call) {
		String account = oneOf(call.query(), "/account_type", ACCOUNT_TYPES, "BASIC");
		LocalDate day = day(call.query());
		if (!"BASIC".equals(account)) {
			throw Refusal.of(400, "NO_STATEMENT_EXIST", "账单文件不存在，请检查当前商户号在指定日期是否有资金操作");
		}
		return ticket(call, this.bills.fundFlow(call.merchant().mchid(), day));
	}

	private Answer ticket(Call call, byte[] bill) {
		boolean gzip = "GZIP".equals(oneOf(call.query(), "/tar_type", Set.of("GZIP"), ""));
		Ticket ticket = this.files.keep(call.merchant().mchid(), bill, gzip);
		return new Answer.Json(JsonNodeFactory.instance.objectNode()
			.put("hash_type", "SHA1")
			.put("hash_value", ticket.sha1())
			.put("download_url",
					call.baseUrl() + "/v3/billdownload/file?token=" + ticket.token() + (gzip ? "&tartype=gzip" : "")));
	}

	private Answer download(Call call) {
		StoredFile file = this.files.get(call.merchant().mchid(), call.query().text("/token", 128));
		return new Answer.File(file.content(), file.gzip() ? "application/x-gzip" : "text/plain;charset=utf-8");
	}

	private LocalDate day(Fields query) {
		LocalDate day = query.day("/bill_date");
		if (!this.bills.isAvailable(day)) {
			throw query.wrong("/bill_date", "只能下载三个月内且不含当天的账单");
		}
		return day;
	}

	private static String oneOf(Fields query, String pointer, Set<String> values, String otherwise) {
		String value = Objects.requireNonNullElse(query.optionalText(pointer, 32), otherwise);
		if (!value.equals(otherwise) && !values.contains(value)) {
			throw query.wrong(pointer, "取值应为" + values.stream().sorted().toList());
		}
		return value;
	}

}
