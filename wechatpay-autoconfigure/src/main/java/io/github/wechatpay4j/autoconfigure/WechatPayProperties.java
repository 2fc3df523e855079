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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

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
	 * Further merchants by name.
	 */
	private final Map<String, MerchantProperties> merchants = new LinkedHashMap<>();

	private final Http http = new Http();

	private final Notification notification = new Notification();

	private final Simulator simulator = new Simulator();

	public URI getBaseUrl() {
		return this.baseUrl;
	}

	public void setBaseUrl(URI baseUrl) {
		this.baseUrl = baseUrl;
	}

	public Map<String, MerchantProperties> getMerchants() {
		return this.merchants;
	}

	public Http getHttp() {
		return this.http;
	}

	public Notification getNotification() {
		return this.notification;
	}

	public Simulator getSimulator() {
		return this.simulator;
	}

	/**
	 * How connections to WeChat Pay are kept.
	 */
	public static class Http {

		/**
		 * How long connecting may take.
		 */
		private Duration connectTimeout = Duration.ofSeconds(3);

		/**
		 * How long WeChat Pay may stay silent.
		 */
		private Duration responseTimeout = Duration.ofSeconds(10);

		/**
		 * How long a call may take as a whole.
		 */
		private Duration totalTimeout = Duration.ofSeconds(20);

		/**
		 * How many connections may be open to one host.
		 */
		private int maxConnections = 200;

		/**
		 * How long a connection may rest unused; WeChat Pay closes it after about 8s.
		 */
		private Duration maxIdleTime = Duration.ofSeconds(6);

		public Duration getConnectTimeout() {
			return this.connectTimeout;
		}

		public void setConnectTimeout(Duration connectTimeout) {
			this.connectTimeout = connectTimeout;
		}

		public Duration getResponseTimeout() {
			return this.responseTimeout;
		}

		public void setResponseTimeout(Duration responseTimeout) {
			this.responseTimeout = responseTimeout;
		}

		public Duration getTotalTimeout() {
			return this.totalTimeout;
		}

		public void setTotalTimeout(Duration totalTimeout) {
			this.totalTimeout = totalTimeout;
		}

		public int getMaxConnections() {
			return this.maxConnections;
		}

		public void setMaxConnections(int maxConnections) {
			this.maxConnections = maxConnections;
		}

		public Duration getMaxIdleTime() {
			return this.maxIdleTime;
		}

		public void setMaxIdleTime(Duration maxIdleTime) {
			this.maxIdleTime = maxIdleTime;
		}

	}

	/**
	 * How notifications are received.
	 */
	public static class Notification {

		/**
		 * Whether to offer the notification endpoint.
		 */
		private boolean enabled = true;

		/**
		 * Path of the notification endpoint. Further merchants have theirs below it,
		 * under their name.
		 */
		private String path = "/wechatpay/notifications";

		/**
		 * Public origin of this application, such as https://shop.example. With 'path' it
		 * makes the notify_url of requests that leave it out.
		 */
		private @Nullable URI baseUrl;

		/**
		 * Largest notification to read.
		 */
		private DataSize maxBodySize = DataSize.ofKilobytes(256);

		/**
		 * What to do with a verified notification that no method handles.
		 */
		private Unhandled unhandled = Unhandled.REJECT;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public String getPath() {
			return this.path;
		}

		public void setPath(String path) {
			this.path = path;
		}

		public @Nullable URI getBaseUrl() {
			return this.baseUrl;
		}

		public void setBaseUrl(@Nullable URI baseUrl) {
			this.baseUrl = baseUrl;
		}

		public DataSize getMaxBodySize() {
			return this.maxBodySize;
		}

		public void setMaxBodySize(DataSize maxBodySize) {
			this.maxBodySize = maxBodySize;
		}

		public Unhandled getUnhandled() {
			return this.unhandled;
		}

		public void setUnhandled(Unhandled unhandled) {
			this.unhandled = unhandled;
		}

		/**
		 * What to do with a verified notification that no method handles.
		 */
		public enum Unhandled {

			/** Answer 500: WeChat Pay sends it again, and somebody notices. */
			REJECT,

			/** Acknowledge it unseen. */
			ACCEPT

		}

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
