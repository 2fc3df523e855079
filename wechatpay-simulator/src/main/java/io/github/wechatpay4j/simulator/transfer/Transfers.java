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

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.github.wechatpay4j.simulator.ledger.BackOffice;
import io.github.wechatpay4j.simulator.ledger.Movement;
import io.github.wechatpay4j.simulator.official.Notice;
import io.github.wechatpay4j.simulator.official.Refusal;
import tools.jackson.databind.node.ObjectNode;

/**
 * All transfers. Safe for use by many threads.
 */
public final class Transfers {

	private final Map<Key, Transfer> transfers = new ConcurrentHashMap<>();

	private final BackOffice office;

	/**
	 * Creates an empty book of transfers.
	 * @param office what is behind it
	 */
	public Transfers(BackOffice office) {
		this.office = office;
	}

	/**
	 * Transfers, or answers the same transfer again.
	 * @param terms what is asked for
	 * @return the transfer, which waits for the receiver
	 * @throws Refusal if the number was used otherwise, or the money is not there
	 */
	public synchronized Transfer transfer(TransferTerms terms) {
		Key key = new Key(terms.mchid(), terms.outBillNo());
		Transfer existing = this.transfers.get(key);
		if (existing != null) {
			if (!existing.terms().request().equals(terms.request())) {
				throw Refusal.of(400, "ALREADY_EXISTS", "商户单号已存在，且参数与首次请求不一致");
			}
			return current(existing);
		}
		Transfer created = new Transfer(this.office.numbers().transferBillNo(), terms,
				this.office.numbers().letters(96), this.office.now());
		book(created, "商家转账", -terms.amount());
		created.awaitConfirmation();
		this.transfers.put(key, created);
		return created;
	}

	/**
	 * Finds a transfer.
	 * @param mchid the merchant
	 * @param outBillNo the merchant's number
	 * @return the transfer
	 * @throws Refusal {@code NOT_FOUND} if there is none
	 */
	public Transfer get(String mchid, String outBillNo) {
		Transfer found = this.transfers.get(new Key(mchid, outBillNo));
		if (found == null) {
			throw notFound();
		}
		return current(found);
	}

	/**
	 * Finds a transfer.
	 * @param mchid the merchant
	 * @param transferBillNo the platform's number
	 * @return the transfer
	 * @throws Refusal {@code NOT_FOUND} if there is none
	 */
	public Transfer getByTransferBillNo(String mchid, String transferBillNo) {
		return first((transfer) -> transfer.terms().mchid().equals(mchid)
				&& transfer.transferBillNo().equals(transferBillNo));
	}

	/**
	 * The receiver confirms, and the merchant is notified.
	 * @param outBillNo the merchant's number
	 * @return the transfer
	 * @throws Refusal if there is no such transfer, or it does not wait
	 */
	public Transfer confirm(String outBillNo) {
		Transfer transfer = first((candidate) -> candidate.terms().outBillNo().equals(outBillNo));
		transfer.confirm(this.office.now());
		finished(transfer);
		return transfer;
	}

	/**
	 * The merchant takes the money back, which takes a moment.
	 * @param mchid the merchant
	 * @param outBillNo the merchant's number
	 * @return the transfer as it is to be answered: taking back never has ended yet when
	 * it just began
	 * @throws Refusal if there is no such transfer, or it is over
	 */
	public ObjectNode cancel(String mchid, String outBillNo) {
		Transfer transfer = get(mchid, outBillNo);
		boolean begins = transfer.cancel(this.office.now());
		ObjectNode answer = TransferJson.cancelled(transfer);
		if (begins) {
			this.office.settleLater(() -> {
				transfer.cancelled(this.office.now());
				giveBack(transfer);
			});
		}
		return answer;
	}

	/**
	 * All transfers.
	 * @return the transfers, newest first
	 */
	public List<Transfer> all() {
		return this.transfers.values()
			.stream()
			.map(this::current)
			.sorted(Comparator.comparing(Transfer::createdAt, Comparator.reverseOrder()))
			.toList();
	}

	private Transfer first(Predicate<Transfer> condition) {
		return all().stream().filter(condition).findFirst().orElseThrow(Transfers::notFound);
	}

	private Transfer current(Transfer transfer) {
		if (transfer.expire(this.office.now())) {
			giveBack(transfer);
		}
		return transfer;
	}

	private void giveBack(Transfer transfer) {
		book(transfer, "商家转账退回", transfer.terms().amount());
		finished(transfer);
	}

	private void book(Transfer transfer, String kind, long amount) {
		TransferTerms terms = transfer.terms();
		this.office.ledger()
			.book(terms.mchid(),
					new Movement(kind, amount, transfer.transferBillNo(), terms.outBillNo(), terms.remark()));
	}

	private void finished(Transfer transfer) {
		String url = transfer.terms().notifyUrl();
		if (url != null) {
			this.office.outbox()
				.send(new Notice(transfer.terms().mchid(), url, "MCHTRANSFER.BILL.FINISHED", "mch_payment",
						"商家转账单据终态通知", TransferJson.notification(transfer)));
		}
	}

	private static Refusal notFound() {
		return Refusal.of(404, "NOT_FOUND", "记录不存在");
	}

	private record Key(String mchid, String outBillNo) {
	}

}
