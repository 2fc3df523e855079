/**
 * Payments of a merchant that contracts with WeChat Pay directly: orders, queries, closing.
 */
@NullMarked
package io.github.wechatpay4j.api.payments;

import org.jspecify.annotations.NullMarked;
