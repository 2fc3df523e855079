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

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * How TLS is spoken with WeChat Pay, or with a gateway before it. The server's host name
 * is always checked.
 *
 * @param keys the client's certificate and key, for mutual TLS; {@code null} for none
 * @param trust whose certificates are believed; {@code null} for the JVM's choice
 * @param protocols the versions that are allowed, such as {@code TLSv1.3}; empty for the
 * JVM's choice
 * @param ciphers the cipher suites that are allowed; empty for the JVM's choice
 */
public record TlsSettings(@Nullable KeyManagerFactory keys, @Nullable TrustManagerFactory trust, List<String> protocols,
		List<String> ciphers) {

	/**
	 * Creates settings.
	 */
	public TlsSettings {
		protocols = List.copyOf(protocols);
		ciphers = List.copyOf(ciphers);
	}

	/**
	 * Settings with keys and trust, and the JVM's choice of everything else.
	 * @param keys the client's certificate and key, {@code null} for none
	 * @param trust whose certificates are believed, {@code null} for the JVM's choice
	 * @return the settings
	 */
	public static TlsSettings of(@Nullable KeyManagerFactory keys, @Nullable TrustManagerFactory trust) {
		return new TlsSettings(keys, trust, List.of(), List.of());
	}

}
