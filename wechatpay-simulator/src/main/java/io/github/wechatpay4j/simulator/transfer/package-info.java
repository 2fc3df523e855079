/**
 * Transfers to users. Internal.
 */
@NullMarked
package io.github.wechatpay4j.simulator.transfer;

import org.jspecify.annotations.NullMarked;
