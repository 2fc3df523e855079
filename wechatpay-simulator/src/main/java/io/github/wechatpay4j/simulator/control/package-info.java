/**
 * The simulator's own controls and its console page. Internal.
 */
@NullMarked
package io.github.wechatpay4j.simulator.control;

import org.jspecify.annotations.NullMarked;
