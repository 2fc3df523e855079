package io.github.wechatpay4j.simulator.ledger;

import java.time.Instant;

/**
 * One movement of money.
 *
 * @param time when
 * @param businessNo the platform's number of the business
 * @param flowNo the number of the movement
 * @param kind what it was, such as {@code 交易}
 * @param amount fen, negative if it went out
 * @param balance fen that were there afterwards
 * @param applicant who caused it
 * @param remark a remark
 * @param voucherNo the merchant's number of the business
 */
public record Entry(Instant time, String businessNo, String flowNo, String kind, long amount, long balance,
		String applicant, String remark, String voucherNo) {
}
