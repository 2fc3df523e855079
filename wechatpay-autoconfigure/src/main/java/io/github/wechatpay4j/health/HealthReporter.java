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

package io.github.wechatpay4j.health;

import java.util.List;

/**
 * A part of the library that knows whether it is well. Every bean of this type is asked
 * by the {@link WechatPayHealthIndicator}, each time somebody asks for the application's
 * health. Implementations answer from memory, never wait for the network or a database,
 * do not throw, and are safe for use by many threads. None of this belongs into the
 * liveness group: starting the application again mends nothing.
 */
@FunctionalInterface
public interface HealthReporter {

	/**
	 * What is not well at this moment.
	 * @return the findings; empty if all is well
	 */
	List<HealthFinding> findings();

}
