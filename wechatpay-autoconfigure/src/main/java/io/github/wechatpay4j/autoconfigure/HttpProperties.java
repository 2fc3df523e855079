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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * How connections to WeChat Pay are made and kept.
 */
public class HttpProperties {

	/**
	 * How long connecting may take.
	 */
	private Duration connectTimeout = Duration.ofSeconds(3);

	/**
	 * How long WeChat Pay may stay silent.
	 */
	private Duration responseTimeout = Duration.ofSeconds(10);

	/**
	 * How long a call may take as a whole, with all of its attempts.
	 */
	private Duration totalTimeout = Duration.ofSeconds(20);

	/**
	 * How many connections may be open to one host.
	 */
	private int maxConnections = 200;

	/**
	 * How many calls may wait for a connection to one host; one more fails at once.
	 */
	private int maxPending = 1000;

	/**
	 * How long a call may wait for a connection.
	 */
	private Duration acquireTimeout = Duration.ofSeconds(3);

	/**
	 * How long a connection may rest unused; WeChat Pay closes it after about 8s.
	 */
	private Duration maxIdleTime = Duration.ofSeconds(6);

	/**
	 * Whether to speak HTTP/2 where the server offers it. One broken connection then
	 * leaves the outcome of many calls unknown.
	 */
	private boolean http2;

	/**
	 * Files, such as bills, which have connections of their own.
	 */
	@NestedConfigurationProperty
	private final FileProperties files = new FileProperties();

	/**
	 * Name of an SSL bundle: its trust store says which servers are believed, its key
	 * store holds the client certificate for mutual TLS.
	 */
	private @Nullable String sslBundle;

	@NestedConfigurationProperty
	private final ProxyProperties proxy = new ProxyProperties();

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

	public int getMaxPending() {
		return this.maxPending;
	}

	public void setMaxPending(int maxPending) {
		this.maxPending = maxPending;
	}

	public Duration getAcquireTimeout() {
		return this.acquireTimeout;
	}

	public void setAcquireTimeout(Duration acquireTimeout) {
		this.acquireTimeout = acquireTimeout;
	}

	public Duration getMaxIdleTime() {
		return this.maxIdleTime;
	}

	public void setMaxIdleTime(Duration maxIdleTime) {
		this.maxIdleTime = maxIdleTime;
	}

	public boolean isHttp2() {
		return this.http2;
	}

	public void setHttp2(boolean http2) {
		this.http2 = http2;
	}

	public @Nullable String getSslBundle() {
		return this.sslBundle;
	}

	public void setSslBundle(@Nullable String sslBundle) {
		this.sslBundle = sslBundle;
	}

	public ProxyProperties getProxy() {
		return this.proxy;
	}

	public FileProperties getFiles() {
		return this.files;
	}

}
