/**
 * The official operations under {@code /v3}. Internal.
 */
@NullMarked
package io.github.wechatpay4j.simulator.endpoint;

import org.jspecify.annotations.NullMarked;
