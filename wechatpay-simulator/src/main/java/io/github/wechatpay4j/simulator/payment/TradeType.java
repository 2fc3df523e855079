package io.github.wechatpay4j.simulator.payment;

/**
 * How a payment is opened.
 */
public enum TradeType {

	/** In an official account or mini program. */
	JSAPI,

	/** In a mobile application. */
	APP,

	/** By scanning a QR code. */
	NATIVE,

	/** In a mobile browser. */
	MWEB

}
