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

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.wechatpay4j.simulator.ledger.Fee;
import io.github.wechatpay4j.simulator.official.OfficialTime;
import io.github.wechatpay4j.simulator.payment.Order;
import io.github.wechatpay4j.simulator.payment.Payment;
import io.github.wechatpay4j.simulator.payment.Refund;
import io.github.wechatpay4j.simulator.payment.Terms;
import org.jspecify.annotations.Nullable;

/**
 * The bill of what was paid and refunded on a day.
 */
final class TradeBill {

	private static final String COLUMNS = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,"
			+ "付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包," + "手续费,费率,订单金额,申请退款金额,费率备注";

	private static final String SUMMARY = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";

	private static final String NOTHING = "0.00";

	private final List<Row> rows = new ArrayList<>();

	private TradeBill() {
	}

	/** The bill as a file; empty if nothing happened on that day. */
	static Optional<byte[]> of(List<Order> orders, LocalDate day, boolean payments, boolean refunds) {
		TradeBill bill = new TradeBill();
		for (Order order : orders) {
			Payment payment = order.payment();
			if (payment == null) {
				continue;
			}
			if (payments && OfficialTime.day(payment.time()).equals(day)) {
				bill.rows.add(new Row(payment.time(), order, payment, null));
			}
			for (Refund refund : order.refunds()) {
				if (refunds && OfficialTime.day(refund.createdAt()).equals(day)) {
					bill.rows.add(new Row(refund.createdAt(), order, payment, refund));
				}
			}
		}
		return bill.rows.isEmpty() ? Optional.empty() : Optional.of(bill.toBytes());
	}

	private byte[] toBytes() {
		this.rows.sort(Comparator.comparing(Row::time).thenComparing(Row::refunded).thenComparing(Row::outTradeNo));
		BillTable table = new BillTable();
		table.header(COLUMNS);
		this.rows.forEach((row) -> table.row(row.cells()));
		table.header(SUMMARY);
		long paid = this.rows.stream().mapToLong(Row::paid).sum();
		long refunded = this.rows.stream().mapToLong(Row::refunded).sum();
		long fees = this.rows.stream().mapToLong(Row::fee).sum();
		table.row(List.of(Integer.toString(this.rows.size()), BillTable.yuan(paid), BillTable.yuan(refunded), NOTHING,
				BillTable.fee(fees), BillTable.yuan(paid), BillTable.yuan(refunded)));
		return table.bytes();
	}

	/** A payment, or a refund of it. */
	private record Row(Instant time, Order order, Payment payment, @Nullable Refund refund) {

		String outTradeNo() {
			return this.order.terms().outTradeNo();
		}

		long paid() {
			return (this.refund == null) ? this.order.terms().total() : 0;
		}

		long refunded() {
			return (this.refund != null) ? this.refund.terms().amount() : 0;
		}

		long fee() {
			return Fee.of(paid()) - Fee.of(refunded());
		}

		List<String> cells() {
			Terms terms = this.order.terms();
			return List.of(OfficialTime.bill(this.time), terms.party().appid(), terms.party().mchid(),
					Objects.requireNonNullElse(terms.party().subMchid(), "0"), terms.deviceId(),
					this.payment.transactionId(), terms.outTradeNo(), this.payment.openid(), terms.tradeType().name(),
					(this.refund != null) ? "REFUND" : "SUCCESS", this.payment.bankType(), "CNY",
					BillTable.yuan(paid()), NOTHING, (this.refund != null) ? this.refund.refundId() : "0",
					(this.refund != null) ? this.refund.terms().outRefundNo() : "0", BillTable.yuan(refunded()),
					NOTHING, (this.refund != null) ? "ORIGINAL" : "", (this.refund != null) ? this.refund.status() : "",
					terms.description(), terms.attach(), BillTable.fee(fee()), Fee.RATE, BillTable.yuan(paid()),
					BillTable.yuan(refunded()), "");
		}

	}

}
