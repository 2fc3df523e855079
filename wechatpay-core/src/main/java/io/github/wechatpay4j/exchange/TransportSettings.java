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

import java.time.Duration;

/**
 * How connections to WeChat Pay are kept.
 *
 * @param connectTimeout how long connecting may take
 * @param responseTimeout how long the platform may stay silent
 * @param totalTimeout how long an exchange may take from connecting to the last byte
 * @param maxConnections how many connections may be open to one host
 * @param maxIdleTime how long a connection may rest in the pool; less than the about
 * eight seconds after which the platform closes it
 */
public record TransportSettings(Duration connectTimeout, Duration responseTimeout, Duration totalTimeout,
		int maxConnections, Duration maxIdleTime) {

	/**
	 * Settings that suit a payment server.
	 * @return the defaults
	 */
	public static TransportSettings defaults() {
		return new TransportSettings(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(20), 200,
				Duration.ofSeconds(6));
	}

}
