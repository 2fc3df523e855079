package io.github.wechatpay4j.simulator.official;

/**
 * Takes what merchants are to be notified of.
 */
@FunctionalInterface
public interface Outbox {

	/**
	 * Takes a notice; returns at once.
	 * @param notice the notice
	 */
	void send(Notice notice);

}
