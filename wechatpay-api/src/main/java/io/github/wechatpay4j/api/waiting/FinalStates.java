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

package io.github.wechatpay4j.api.waiting;

import java.util.Set;

import io.github.wechatpay4j.api.profitsharing.ProfitSharingOrder;
import io.github.wechatpay4j.api.profitsharing.ProfitSharingState;
import io.github.wechatpay4j.api.refunds.Refund;
import io.github.wechatpay4j.api.refunds.RefundStatus;
import io.github.wechatpay4j.api.transfers.TransferBill;
import io.github.wechatpay4j.api.transfers.TransferState;
import org.jspecify.annotations.Nullable;

/**
 * The states that do not change by themselves any more. A state that this version does
 * not know is not final.
 */
public final class FinalStates {

	private static final Set<RefundStatus> REFUND = Set.of(RefundStatus.SUCCESS, RefundStatus.CLOSED,
			RefundStatus.ABNORMAL);

	private static final Set<TransferState> TRANSFER = Set.of(TransferState.SUCCESS, TransferState.FAIL,
			TransferState.CANCELLED);

	private FinalStates() {
	}

	/**
	 * Whether a refund has come to its end: {@code SUCCESS}, {@code CLOSED} or
	 * {@code ABNORMAL}. The last one waits for the merchant: the payer's card does not
	 * take the money, say where it goes with
	 * {@link io.github.wechatpay4j.api.refunds.Refunds#applyAbnormalRefund}.
	 * @param refund the refund
	 * @return whether it is final
	 */
	public static boolean isFinal(Refund refund) {
		return isOneOf(REFUND, refund.status());
	}

	/**
	 * Whether a transfer has come to its end: {@code SUCCESS}, {@code FAIL} or
	 * {@code CANCELLED}.
	 * @param transfer the transfer
	 * @return whether it is final
	 */
	public static boolean isFinal(TransferBill transfer) {
		return isOneOf(TRANSFER, transfer.state());
	}

	/**
	 * Whether a profit sharing has come to its end: {@code FINISHED}. Ask its receivers
	 * which of them got their share.
	 * @param order the profit sharing
	 * @return whether it is final
	 */
	public static boolean isFinal(ProfitSharingOrder order) {
		return ProfitSharingState.FINISHED.equals(order.state());
	}

	/** What the platform promises to send may be missing: then nothing is known. */
	private static <S> boolean isOneOf(Set<S> states, @Nullable S state) {
		return state != null && states.contains(state);
	}

}
