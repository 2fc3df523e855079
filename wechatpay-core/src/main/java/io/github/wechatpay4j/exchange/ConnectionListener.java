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
package io.github.wechatpay4j.exchange;

/**
 * Hears which connections are closed because something unexpected was seen on them, for
 * metrics. Called on event loops: implementations are fast, never block, never throw and
 * are safe for use by many threads.
 */
@FunctionalInterface
public interface ConnectionListener {

	/**
	 * A connection is closed and not used again.
	 * @param surprise what was seen
	 */
	void closed(Surprise surprise);

}
