/**
 * Freshly made keys, certificates and merchants. Internal.
 */
@NullMarked
package io.github.wechatpay4j.simulator.identity;

import org.jspecify.annotations.NullMarked;
