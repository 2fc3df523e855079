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

import java.util.List;

import io.github.wechatpay4j.exchange.ProxySettings;
import org.jspecify.annotations.Nullable;

/**
 * The proxy through which WeChat Pay is reached.
 */
public class ProxyProperties {

	/**
	 * What the proxy speaks.
	 */
	private ProxySettings.Type type = ProxySettings.Type.HTTP;

	/**
	 * Host of the proxy; without it there is none.
	 */
	private @Nullable String host;

	/**
	 * Port of the proxy.
	 */
	private int port = 8080;

	/**
	 * User name at the proxy.
	 */
	private @Nullable String username;

	/**
	 * Password at the proxy.
	 */
	private @Nullable String password;

	/**
	 * Hosts that are reached without the proxy; * stands for anything.
	 */
	private List<String> nonProxyHosts = List.of();

	public ProxySettings.Type getType() {
		return this.type;
	}

	public void setType(ProxySettings.Type type) {
		this.type = type;
	}

	public @Nullable String getHost() {
		return this.host;
	}

	public void setHost(@Nullable String host) {
		this.host = host;
	}

	public int getPort() {
		return this.port;
	}

	public void setPort(int port) {
		this.port = port;
	}

	public @Nullable String getUsername() {
		return this.username;
	}

	public void setUsername(@Nullable String username) {
		this.username = username;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public List<String> getNonProxyHosts() {
		return this.nonProxyHosts;
	}

	public void setNonProxyHosts(List<String> nonProxyHosts) {
		this.nonProxyHosts = nonProxyHosts;
	}

}
