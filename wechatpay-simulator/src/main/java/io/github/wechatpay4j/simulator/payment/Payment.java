package io.github.wechatpay4j.simulator.payment;

import java.time.Instant;

/**
 * That an order was paid.
 *
 * @param transactionId the platform's number
 * @param openid who paid
 * @param time when
 * @param bankType how
 */
public record Payment(String transactionId, String openid, Instant time, String bankType) {
}
