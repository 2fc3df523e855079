/**
 * Orders, combined orders and refunds. Internal.
 */
@NullMarked
package io.github.wechatpay4j.simulator.payment;

import org.jspecify.annotations.NullMarked;
