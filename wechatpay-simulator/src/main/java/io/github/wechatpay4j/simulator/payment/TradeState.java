package io.github.wechatpay4j.simulator.payment;

/**
 * The state of an order.
 */
public enum TradeState {

	/** Paid. */
	SUCCESS("支付成功"),

	/** Paid, and at least partly refunded. */
	REFUND("转入退款"),

	/** Not paid yet. */
	NOTPAY("订单未支付"),

	/** Closed, or expired. */
	CLOSED("订单已关闭");

	private final String description;

	TradeState(String description) {
		this.description = description;
	}

	/**
	 * The state in words.
	 * @return {@code trade_state_desc}
	 */
	public String description() {
		return this.description;
	}

	/**
	 * Whether money has come in.
	 * @return whether it has
	 */
	public boolean isPaid() {
		return this == SUCCESS || this == REFUND;
	}

}
