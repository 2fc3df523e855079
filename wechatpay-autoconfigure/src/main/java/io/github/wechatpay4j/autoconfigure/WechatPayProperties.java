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

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.wechatpay4j.crypto.provider.CryptoProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Properties of WeChat Pay. Those of the default merchant stand directly below
 * {@code wechatpay}.
 */
@ConfigurationProperties("wechatpay")
public class WechatPayProperties extends MerchantProperties {

	/**
	 * Address of WeChat Pay.
	 */
	private URI baseUrl = URI.create("https://api.mch.weixin.qq.com");

	/**
	 * Further addresses of WeChat Pay, used while 'base-url' cannot be reached. By
	 * default https://api2.mch.weixin.qq.com if 'base-url' is the official address, else
	 * none.
	 */
	private @Nullable List<URI> backupUrls;

	/**
	 * Whose implementation of RSA and AES to use.
	 */
	private CryptoProvider cryptoProvider = CryptoProvider.AUTO;

	/**
	 * Further merchants by name.
	 */
	private final Map<String, MerchantProperties> merchants = new LinkedHashMap<>();

	@NestedConfigurationProperty
	private final HttpProperties http = new HttpProperties();

	@NestedConfigurationProperty
	private final NotificationProperties notification = new NotificationProperties();

	private final Simulator simulator = new Simulator();

	public URI getBaseUrl() {
		return this.baseUrl;
	}

	public void setBaseUrl(URI baseUrl) {
		this.baseUrl = baseUrl;
	}

	public @Nullable List<URI> getBackupUrls() {
		return this.backupUrls;
	}

	public void setBackupUrls(@Nullable List<URI> backupUrls) {
		this.backupUrls = backupUrls;
	}

	public CryptoProvider getCryptoProvider() {
		return this.cryptoProvider;
	}

	public void setCryptoProvider(CryptoProvider cryptoProvider) {
		this.cryptoProvider = cryptoProvider;
	}

	public Map<String, MerchantProperties> getMerchants() {
		return this.merchants;
	}

	public HttpProperties getHttp() {
		return this.http;
	}

	public NotificationProperties getNotification() {
		return this.notification;
	}

	public Simulator getSimulator() {
		return this.simulator;
	}

	/**
	 * WeChat Pay on this machine.
	 */
	public static class Simulator {

		/**
		 * Whether to talk to a simulator inside this application instead of to WeChat
		 * Pay. Never in production.
		 */
		private boolean enabled;

		/**
		 * Port of the simulator on the loopback interface; 0 for any free one.
		 */
		private int port;

		/**
		 * How many times faster than WeChat Pay the simulator repeats notifications.
		 */
		private double speed = 60;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public int getPort() {
			return this.port;
		}

		public void setPort(int port) {
			this.port = port;
		}

		public double getSpeed() {
			return this.speed;
		}

		public void setSpeed(double speed) {
			this.speed = speed;
		}

	}

}
