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

package io.github.wechatpay4j.json;

/**
 * Is told of fields that came in another shape than the one that is described, for
 * metrics. Called on event loops: implementations are fast, never block, and are safe for
 * use by many threads. What they throw is logged and changes nothing.
 */
@FunctionalInterface
public interface MismatchListener {

	/**
	 * A field that decides nothing had another shape. It reads as absent, or its content
	 * was taken although it was wrapped in a list, or was not.
	 * @param source what was read: the name of an operation, or the simple name of a type
	 * @param path where the field is, such as {@code promotion_detail[].amount}, never
	 * its content; {@code OTHER} once there were very many different ones
	 */
	void mismatched(String source, String path);

	/**
	 * A listener that does nothing.
	 * @return the listener
	 */
	static MismatchListener none() {
		return (source, path) -> {
		};
	}

}
