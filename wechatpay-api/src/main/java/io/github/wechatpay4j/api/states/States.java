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

package io.github.wechatpay4j.api.states;

import java.util.List;

import io.github.wechatpay4j.api.partner.PartnerTransactionNotification;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.payments.transaction.TradeState;
import io.github.wechatpay4j.api.refunds.RefundNotification;
import io.github.wechatpay4j.api.refunds.RefundStatus;
import io.github.wechatpay4j.api.transfers.TransferBillNotification;
import io.github.wechatpay4j.api.transfers.TransferState;
import org.jspecify.annotations.Nullable;

/**
 * The states of things that change under one number, for handlers that must not let a
 * late notification overwrite a newer state:
 *
 * <pre>
 * &#64;WechatPayListener
 * &#64;Transactional
 * void paid(TransactionNotification paid) {
 *     Order order = this.orders.lockByNumber(paid.outTradeNo());
 *     if (States.of(paid).isNewerThan(order.tradeState())) {
 *         order.changeTo(paid.tradeState().value());
 *     }
 * }
 * </pre>
 *
 * What is stored is the state in the platform's own words, as text or as an object of the
 * generated type. The row is locked, or updated under the condition that its state has
 * not changed: a comparison without that proves nothing. What a request or a query
 * answers is current and needs no comparison.
 * <p>
 * A refund that arrives before its payment is compared with the state of the same refund
 * only. Let it set the transaction's state to {@code REFUND}: the payment is then older,
 * take its details and leave the state.
 */
public final class States {

	private static final StateGraph<TradeState> TRANSACTION = new StateGraph<>("transaction", TradeState::new,
			List.of(List.of(TradeState.NOTPAY, TradeState.SUCCESS, TradeState.REFUND),
					List.of(TradeState.USERPAYING, TradeState.SUCCESS, TradeState.REVOKED),
					List.of(TradeState.NOTPAY, TradeState.REVOKED), List.of(TradeState.NOTPAY, TradeState.CLOSED),
					List.of(TradeState.USERPAYING, TradeState.CLOSED), List.of(TradeState.NOTPAY, TradeState.PAYERROR),
					List.of(TradeState.USERPAYING, TradeState.PAYERROR)));

	private static final StateGraph<RefundStatus> REFUND = new StateGraph<>("refund", RefundStatus::new,
			List.of(List.of(RefundStatus.PROCESSING, RefundStatus.ABNORMAL, RefundStatus.SUCCESS),
					List.of(RefundStatus.PROCESSING, RefundStatus.CLOSED)));

	private static final List<TransferState> UNTIL_CONFIRMED = List.of(TransferState.ACCEPTED, TransferState.PROCESSING,
			TransferState.WAIT_USER_CONFIRM);

	private static final StateGraph<TransferState> TRANSFER = new StateGraph<>("transfer", TransferState::new,
			List.of(UNTIL_CONFIRMED, List.of(TransferState.WAIT_USER_CONFIRM, TransferState.TRANSFERING),
					List.of(TransferState.WAIT_USER_CONFIRM, TransferState.CANCELING),
					List.of(TransferState.TRANSFERING, TransferState.SUCCESS),
					List.of(TransferState.TRANSFERING, TransferState.FAIL),
					List.of(TransferState.TRANSFERING, TransferState.CANCELLED),
					List.of(TransferState.CANCELING, TransferState.SUCCESS),
					List.of(TransferState.CANCELING, TransferState.FAIL),
					List.of(TransferState.CANCELING, TransferState.CANCELLED)));

	private States() {
	}

	/**
	 * The state of a transaction. {@code SUCCESS} follows on {@code NOTPAY} and
	 * {@code USERPAYING}, {@code REFUND} and {@code REVOKED} on {@code SUCCESS}.
	 * {@code CLOSED} and {@code PAYERROR} end what was not paid: beside a payment they
	 * are {@linkplain Freshness#UNCLEAR unclear}, since a payment must not get lost.
	 * @param notification reports it
	 * @return the state
	 */
	public static ReportedState<TradeState> of(TransactionNotification notification) {
		return of(notification.tradeState());
	}

	/**
	 * The state of a sub-merchant's transaction, as for a
	 * {@linkplain #of(TransactionNotification) merchant's own}.
	 * @param notification reports it
	 * @return the state
	 */
	public static ReportedState<TradeState> of(PartnerTransactionNotification notification) {
		return of(notification.tradeState());
	}

	/**
	 * The state of a transaction, as of one of several in a combined order.
	 * @param state the state, {@code null} if it was left out
	 * @return the state, to be compared
	 */
	public static ReportedState<TradeState> of(@Nullable TradeState state) {
		return new ReportedState<>(TRANSACTION, state);
	}

	/**
	 * The state of a refund. {@code ABNORMAL} can still become {@code SUCCESS}, once the
	 * merchant has said where the money goes.
	 * @param notification reports it
	 * @return the state
	 */
	public static ReportedState<RefundStatus> of(RefundNotification notification) {
		return of(notification.refundStatus());
	}

	/**
	 * The state of a refund.
	 * @param state the state, {@code null} if it was left out
	 * @return the state, to be compared
	 */
	public static ReportedState<RefundStatus> of(@Nullable RefundStatus state) {
		return new ReportedState<>(REFUND, state);
	}

	/**
	 * The state of a transfer. {@code SUCCESS}, {@code FAIL} and {@code CANCELLED} follow
	 * on all others, and not on each other.
	 * @param notification reports it
	 * @return the state
	 */
	public static ReportedState<TransferState> of(TransferBillNotification notification) {
		return of(notification.state());
	}

	/**
	 * The state of a transfer.
	 * @param state the state, {@code null} if it was left out
	 * @return the state, to be compared
	 */
	public static ReportedState<TransferState> of(@Nullable TransferState state) {
		return new ReportedState<>(TRANSFER, state);
	}

}
