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

package io.github.wechatpay4j.trust;

import java.time.Duration;
import java.util.Optional;

/**
 * Lets the nodes of an application share downloaded platform certificates, so that not
 * each of them downloads. What is kept is the platform's answer as it was received,
 * encrypted with the merchant's APIv3 key: a node believes an entry only after it has
 * opened it with its own key, and ignores every other. Methods may block and are called
 * where that is allowed; what they throw is logged, and the node downloads itself, as it
 * does when there is no answer within a second. Implementations are safe for use by many
 * threads.
 */
public interface CertificateStore {

	/**
	 * What was saved last.
	 * @param key names the merchant and the algorithms
	 * @return the entry; empty if there is none (any longer)
	 */
	Optional<String> load(String key);

	/**
	 * Saves an entry for all nodes.
	 * @param key names the merchant and the algorithms
	 * @param entry the entry
	 * @param lifetime how long it is of use
	 */
	void save(String key, String entry, Duration lifetime);

	/**
	 * Asks to be the one node that downloads. The others wait a moment for its entry and
	 * then download themselves, so that nothing depends on a node that has died.
	 * @param key names the merchant and the algorithms
	 * @param time how long nobody else is to be granted this
	 * @return whether this node is the one
	 */
	default boolean lead(String key, Duration time) {
		return true;
	}

}
