/**
 * Faults that can be injected.
 */
@NullMarked
package io.github.wechatpay4j.simulator.fault;

import org.jspecify.annotations.NullMarked;
