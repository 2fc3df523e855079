/**
 * What everything official has in common: refusals, field rules, numbers, times. Internal.
 */
@NullMarked
package io.github.wechatpay4j.simulator.official;

import org.jspecify.annotations.NullMarked;
