package io.github.wechatpay4j.api.payments;

import java.util.function.Consumer;

import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * JSAPI and mini-program payments (JSAPI/小程序支付): the payer is inside WeChat.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012791856">JSAPI payment</a>
 */
public final class JsapiPayments {

	private JsapiPayments() {
	}

	/**
	 * Makes an order (JSAPI下单). Repeating it with the same {@code out_trade_no} and the
	 * same content is the same order.
	 * @param request sets the fields of the order
	 * @return the request to execute
	 * @throws IllegalArgumentException if a required field is missing
	 */
	public static WechatPayRequest<PrepayResponse> prepay(Consumer<JsapiPrepayRequest.Builder> request) {
		JsapiPrepayRequest.Builder builder = JsapiPrepayRequest.builder();
		request.accept(builder);
		return builder.build();
	}

}
