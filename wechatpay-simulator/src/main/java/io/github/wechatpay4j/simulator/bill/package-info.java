/**
 * Trade bills, fund-flow bills and their download. Internal.
 */
@NullMarked
package io.github.wechatpay4j.simulator.bill;

import org.jspecify.annotations.NullMarked;
