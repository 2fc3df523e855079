/**
 * What came in and went out of each merchant's account. Internal.
 */
@NullMarked
package io.github.wechatpay4j.simulator.ledger;

import org.jspecify.annotations.NullMarked;
