package io.github.wechatpay4j.simulator.official;

import java.time.Duration;

/**
 * Does things later.
 */
@FunctionalInterface
public interface Timer {

	/**
	 * Does something after a while, unless the simulator is closed before.
	 * @param delay how long to wait
	 * @param task what to do, quickly
	 */
	void after(Duration delay, Runnable task);

}
