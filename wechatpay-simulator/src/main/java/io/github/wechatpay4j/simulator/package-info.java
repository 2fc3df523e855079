/**
 * WeChat Pay on this machine: for development, tests and samples.
 */
@NullMarked
package io.github.wechatpay4j.simulator;

import org.jspecify.annotations.NullMarked;
