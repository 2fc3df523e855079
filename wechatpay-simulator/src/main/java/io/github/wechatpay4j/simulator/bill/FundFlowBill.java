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

package io.github.wechatpay4j.simulator.bill;

import java.util.List;
import java.util.Optional;

import io.github.wechatpay4j.simulator.ledger.Entry;
import io.github.wechatpay4j.simulator.official.OfficialTime;

/**
 * The bill of what moved on an account on a day.
 */
final class FundFlowBill {

	private static final String COLUMNS = "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号";

	private static final String SUMMARY = "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额";

	private FundFlowBill() {
	}

	/** The bill as a file; empty if nothing moved. */
	static Optional<byte[]> of(List<Entry> entries) {
		if (entries.isEmpty()) {
			return Optional.empty();
		}
		BillTable table = new BillTable();
		table.header(COLUMNS);
		entries.forEach((entry) -> table
			.row(List.of(OfficialTime.bill(entry.time()), entry.businessNo(), entry.flowNo(), entry.kind(),
					entry.kind(), (entry.amount() < 0) ? "支出" : "收入", BillTable.yuan(Math.abs(entry.amount())),
					BillTable.yuan(entry.balance()), entry.applicant(), entry.remark(), entry.voucherNo())));
		table.header(SUMMARY);
		List<Long> in = entries.stream().map(Entry::amount).filter((amount) -> amount >= 0).toList();
		List<Long> out = entries.stream().map(Entry::amount).filter((amount) -> amount < 0).toList();
		table.row(List.of(Integer.toString(entries.size()), Integer.toString(in.size()), BillTable.yuan(sum(in)),
				Integer.toString(out.size()), BillTable.yuan(-sum(out))));
		return Optional.of(table.bytes());
	}

	private static long sum(List<Long> amounts) {
		return amounts.stream().mapToLong(Long::longValue).sum();
	}

}
