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

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The proxy through which WeChat Pay is reached. TLS goes through it, to WeChat Pay.
 *
 * @param type what the proxy speaks
 * @param host its host
 * @param port its port
 * @param username the user name, {@code null} for none
 * @param password the password, {@code null} for none
 * @param nonProxyHosts hosts that are reached without it; {@code *} stands for anything,
 * as in {@code *.internal.example}
 */
public record ProxySettings(Type type, String host, int port, @Nullable String username, @Nullable String password,
		List<String> nonProxyHosts) {

	/**
	 * Creates settings.
	 */
	public ProxySettings {
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(host, "host");
		nonProxyHosts = List.copyOf(nonProxyHosts);
	}

	/**
	 * Without the password.
	 */
	@Override
	public String toString() {
		return "ProxySettings[" + this.type + " " + this.host + ":" + this.port + "]";
	}

	/**
	 * What a proxy can speak.
	 */
	public enum Type {

		/** HTTP with {@code CONNECT}. */
		HTTP,

		/** SOCKS 4. */
		SOCKS4,

		/** SOCKS 5. */
		SOCKS5

	}

}
