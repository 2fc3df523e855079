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

package io.github.wechatpay4j.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.MerchantKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform certificates of one download. Immutable.
 */
final class CertificateSet {

	static final CertificateSet EMPTY = new CertificateSet(Map.of());

	private static final Logger logger = LoggerFactory.getLogger(CertificateSet.class);

	private final Map<String, PlatformKey> keys;

	private CertificateSet(Map<String, PlatformKey> keys) {
		this.keys = keys;
	}

	static CertificateSet of(List<X509Certificate> certificates, CryptoSuite suite) {
		return new CertificateSet(certificates.stream()
			.flatMap((certificate) -> usable(certificate, suite))
			.collect(Collectors.toUnmodifiableMap(PlatformKey::id, Function.identity(), (one, other) -> one)));
	}

	/** One certificate of an unknown kind must not take the others with it. */
	private static Stream<PlatformKey> usable(X509Certificate certificate, CryptoSuite suite) {
		try {
			return Stream.of(PlatformKey.ofCertificate(certificate, suite));
		}
		catch (KeyMaterialException ex) {
			logger.warn("Platform certificate {} is left out: {}", MerchantKey.serialNumber(certificate),
					ex.getMessage());
			return Stream.empty();
		}
	}

	@Nullable PlatformKey find(String id) {
		return this.keys.get(id);
	}

	/** The one that is valid and lasts longest. */
	@Nullable PlatformKey newest(Instant now) {
		return this.keys.values()
			.stream()
			.filter((key) -> key.isValidAt(now))
			.max(Comparator.comparing(PlatformKey::notAfter, Comparator.nullsFirst(Comparator.naturalOrder())))
			.orElse(null);
	}

	/** Whether all of them end before a time. */
	boolean endsBefore(Instant time) {
		return this.keys.values()
			.stream()
			.map(PlatformKey::notAfter)
			.filter(Objects::nonNull)
			.allMatch((end) -> end.isBefore(time));
	}

	Collection<PlatformKey> keys() {
		return this.keys.values();
	}

	boolean isEmpty() {
		return this.keys.isEmpty();
	}

	@Override
	public String toString() {
		return this.keys.keySet().toString();
	}

}
