package io.github.wechatpay4j.api.payments;

/**
 * The answer to a JSAPI or APP order.
 *
 * @param prepayId the prepayment (预支付交易会话标识), to be signed for the payer's device;
 * it lives two hours
 */
public record PrepayResponse(String prepayId) {

}
