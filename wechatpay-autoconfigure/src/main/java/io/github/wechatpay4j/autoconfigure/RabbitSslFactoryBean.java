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

import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.RabbitConnectionFactoryBean;
import org.springframework.boot.ssl.SslBundle;

/**
 * Makes what connects to RabbitMQ, with the application's SSL bundle if it names one.
 * Spring Boot's own class for that is not to be had, and without it every certificate
 * would be believed.
 */
final class RabbitSslFactoryBean extends RabbitConnectionFactoryBean {

	private final @Nullable SslBundle bundle;

	private boolean verifyHostname = true;

	RabbitSslFactoryBean(@Nullable SslBundle bundle) {
		this.bundle = bundle;
	}

	@Override
	protected void setUpSSL() {
		if (this.bundle == null) {
			super.setUpSSL();
			return;
		}
		this.connectionFactory.useSslProtocol(this.bundle.createSslContext());
		if (this.verifyHostname) {
			this.connectionFactory.enableHostnameVerification();
		}
	}

	@Override
	public void setEnableHostnameVerification(boolean enable) {
		this.verifyHostname = enable;
		super.setEnableHostnameVerification(enable);
	}

}
