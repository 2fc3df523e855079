/**
 * Verifies requests, signs answers, injects faults into them. Internal.
 */
@NullMarked
package io.github.wechatpay4j.simulator.http;

import org.jspecify.annotations.NullMarked;
