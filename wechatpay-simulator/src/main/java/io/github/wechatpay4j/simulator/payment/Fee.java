package io.github.wechatpay4j.simulator.payment;

/**
 * What the platform keeps: 0.60 %, rounded to fen.
 */
public final class Fee {

	/** The rate as bills write it. */
	public static final String RATE = "0.60%";

	private Fee() {
	}

	/**
	 * The fee for an amount.
	 * @param amount fen
	 * @return fen
	 */
	public static long of(long amount) {
		return (amount * 6 + 500) / 1000;
	}

}
