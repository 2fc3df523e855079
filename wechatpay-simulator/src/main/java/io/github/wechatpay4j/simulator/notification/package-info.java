/**
 * Encrypts, signs and delivers notifications until they are taken.
 */
@NullMarked
package io.github.wechatpay4j.simulator.notification;

import org.jspecify.annotations.NullMarked;
