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

package io.github.wechatpay4j.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How platform certificates are kept. Merchants with a public key have none.
 */
@ConfigurationProperties("wechatpay.certificates")
public class WechatPayCertificateProperties {

	/**
	 * Longest time between two downloads of a merchant's platform certificates. Up to a
	 * fifth of it is left to chance.
	 */
	private Duration refreshInterval = Duration.ofHours(12);

	/**
	 * Whether to share downloaded platform certificates with the other nodes of this
	 * application, if Redis is there.
	 */
	private boolean shared = true;

	public Duration getRefreshInterval() {
		return this.refreshInterval;
	}

	public void setRefreshInterval(Duration refreshInterval) {
		this.refreshInterval = refreshInterval;
	}

	public boolean isShared() {
		return this.shared;
	}

	public void setShared(boolean shared) {
		this.shared = shared;
	}

}
