/**
 * Complaints of users. Internal.
 */
@NullMarked
package io.github.wechatpay4j.simulator.complaint;

import org.jspecify.annotations.NullMarked;
