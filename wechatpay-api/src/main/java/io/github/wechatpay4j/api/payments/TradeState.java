package io.github.wechatpay4j.api.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The state of a transaction (交易状态). An open enumeration: a value that this version
 * does not know keeps its text.
 *
 * @param value the text in the protocol
 */
public record TradeState(@JsonValue String value) {

	/** Paid. */
	public static final TradeState SUCCESS = new TradeState("SUCCESS");

	/** Paid, and refunded at least in part. */
	public static final TradeState REFUND = new TradeState("REFUND");

	/** Not paid yet. */
	public static final TradeState NOTPAY = new TradeState("NOTPAY");

	/** Closed without payment. */
	public static final TradeState CLOSED = new TradeState("CLOSED");

	/** Revoked (payment codes only). */
	public static final TradeState REVOKED = new TradeState("REVOKED");

	/** The user is being asked for the password (payment codes only). */
	public static final TradeState USERPAYING = new TradeState("USERPAYING");

	/** The payment failed. */
	public static final TradeState PAYERROR = new TradeState("PAYERROR");

	/** Reads a text. */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TradeState {
	}

	@Override
	public String toString() {
		return this.value;
	}

}
