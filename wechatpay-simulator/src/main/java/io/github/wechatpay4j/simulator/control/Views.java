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

package io.github.wechatpay4j.simulator.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.github.wechatpay4j.simulator.fault.Fault;
import io.github.wechatpay4j.simulator.payment.Order;
import io.github.wechatpay4j.simulator.payment.Payment;
import io.github.wechatpay4j.simulator.payment.Refund;
import io.github.wechatpay4j.simulator.payment.Terms;
import io.github.wechatpay4j.simulator.transfer.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * What the controls show of things.
 */
final class Views {

	private Views() {
	}

	/** An order; amounts in fen. */
	record OrderView(String outTradeNo, String mchid, @Nullable String subMchid, @Nullable String combineOutTradeNo,
			String tradeType, String description, long total, String state, @Nullable String transactionId,
			Instant createdAt, @Nullable Instant paidAt, List<RefundView> refunds) {

		static OrderView of(Order order, Instant now) {
			Terms terms = order.terms();
			Payment payment = order.payment();
			return new OrderView(terms.outTradeNo(), terms.party().mchid(), terms.party().subMchid(),
					order.combineOutTradeNo(), terms.tradeType().name(), terms.description(), terms.total(),
					order.state(now).name(), (payment != null) ? payment.transactionId() : null, order.createdAt(),
					(payment != null) ? payment.time() : null, order.refunds().stream().map(RefundView::of).toList());
		}

	}

	/** A refund; the amount in fen. */
	record RefundView(String outRefundNo, String refundId, long amount, String status, Instant createdAt) {

		static RefundView of(Refund refund) {
			return new RefundView(refund.terms().outRefundNo(), refund.refundId(), refund.terms().amount(),
					refund.status(), refund.createdAt());
		}

	}

	/** What became of paying. */
	record PaidView(String outTradeNo, String state, @Nullable String transactionId, List<OrderView> orders) {
	}

	/** A transfer; the amount in fen. */
	record TransferView(String outBillNo, String transferBillNo, String mchid, long amount, String remark, String state,
			Instant createdAt) {

		static TransferView of(Transfer transfer) {
			return new TransferView(transfer.terms().outBillNo(), transfer.transferBillNo(), transfer.terms().mchid(),
					transfer.terms().amount(), transfer.terms().remark(), transfer.state().name(),
					transfer.createdAt());
		}

	}

	/** A fault still to happen. */
	record FaultView(String kind, @Nullable String path, int times, @Nullable Long delayMillis, @Nullable String code) {

		static FaultView of(Fault fault) {
			return new FaultView(fault.kind().name(), fault.path(), fault.times(),
					(fault.delay() != null) ? fault.delay().toMillis() : null, fault.code());
		}

	}

	/** A day whose bills may be fetched. */
	record DayView(LocalDate day) {
	}

	/** Something new, by its number. */
	record IdView(String id) {
	}

	/** A problem. */
	record ProblemView(String code, String message) {
	}

}
