package io.github.wechatpay4j.simulator.official;

import tools.jackson.databind.node.ObjectNode;

/**
 * Something that a merchant is to be notified of, not yet encrypted.
 *
 * @param mchid the merchant
 * @param url where to send it
 * @param eventType the event, such as {@code TRANSACTION.SUCCESS}
 * @param originalType the kind of resource, such as {@code transaction}
 * @param summary a sentence for people
 * @param resource the resource
 */
public record Notice(String mchid, String url, String eventType, String originalType, String summary,
		ObjectNode resource) {
}
