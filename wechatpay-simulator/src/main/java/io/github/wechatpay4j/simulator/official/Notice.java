/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

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
