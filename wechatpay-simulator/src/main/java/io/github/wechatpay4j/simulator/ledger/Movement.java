package io.github.wechatpay4j.simulator.ledger;

/**
 * A movement to be booked.
 *
 * @param kind what it is, such as {@code 交易}
 * @param amount fen, negative if it goes out
 * @param businessNo the platform's number of the business
 * @param voucherNo the merchant's number of the business
 * @param remark a remark
 */
public record Movement(String kind, long amount, String businessNo, String voucherNo, String remark) {
}
