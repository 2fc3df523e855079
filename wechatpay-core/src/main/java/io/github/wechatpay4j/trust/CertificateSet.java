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
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.MerchantKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform certificates in use. Immutable.
 */
final class CertificateSet {

	static final CertificateSet EMPTY = new CertificateSet(Map.of());

	private static final Logger logger = LoggerFactory.getLogger(CertificateSet.class);

	private final Map<String, PlatformKey> keys;

	private CertificateSet(Map<String, PlatformKey> keys) {
		this.keys = Collections.unmodifiableMap(keys);
	}

	/**
	 * What is in use after an answer. The answer makes nothing worse: whatever is good
	 * stays until it ends, unless the answer is complete and holds something that is good
	 * now and lasts at least as long; then the platform has withdrawn what it no longer
	 * hands out. An answer without a certificate that has not ended changes nothing.
	 */
	CertificateSet updatedBy(CertificateList answer, CryptoSuite suite, Instant now) {
		Map<String, PlatformKey> fresh = new LinkedHashMap<>();
		boolean complete = answer.complete();
		for (X509Certificate certificate : answer.certificates()) {
			PlatformKey key = usable(certificate, suite);
			if (key == null) {
				// It may be one that is in use already
				complete &= !this.keys.containsKey(MerchantKey.serialNumber(certificate));
			}
			else if (key.isOverAt(now) && !this.keys.isEmpty()) {
				logger.warn("Platform certificate {} is left out: it ended at {}", key.id(), key.notAfter());
			}
			else {
				fresh.putIfAbsent(key.id(), key);
			}
		}
		CertificateSet downloaded = new CertificateSet(fresh);
		if (this.keys.isEmpty() || fresh.isEmpty()) {
			return fresh.isEmpty() ? this : downloaded;
		}
		return (complete && downloaded.lastsAtLeastAsLongAs(this, now)) ? downloaded : with(fresh, now);
	}

	/** One certificate of an unknown kind must not take the others with it. */
	private static @Nullable PlatformKey usable(X509Certificate certificate, CryptoSuite suite) {
		try {
			return PlatformKey.ofCertificate(certificate, suite);
		}
		catch (KeyMaterialException ex) {
			logger.warn("Platform certificate {} is left out: {}", MerchantKey.serialNumber(certificate),
					ex.getMessage());
			return null;
		}
	}

	private boolean lastsAtLeastAsLongAs(CertificateSet other, Instant now) {
		Instant own = end(newest(now));
		return own != null && !own.isBefore(Objects.requireNonNullElse(end(other.newest(now)), Instant.MIN));
	}

	private static @Nullable Instant end(@Nullable PlatformKey key) {
		return (key != null) ? key.notAfter() : null;
	}

	private CertificateSet with(Map<String, PlatformKey> fresh, Instant now) {
		Map<String, PlatformKey> all = new LinkedHashMap<>(fresh);
		this.keys.values().stream().filter((key) -> !key.isOverAt(now)).forEach((key) -> {
			if (all.putIfAbsent(key.id(), key) == null) {
				logger.warn("Platform certificate {} is missing from an answer that is older than it or not complete:"
						+ " it stays in use until {}", key.id(), key.notAfter());
			}
		});
		return new CertificateSet(all);
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

	/** What is there, and why it is of no use: for an exception. */
	String describe() {
		return this.keys.values()
			.stream()
			.map((key) -> key.id() + " (" + key.notBefore() + " to " + key.notAfter() + ")")
			.collect(Collectors.joining(", "));
	}

	@Override
	public String toString() {
		return this.keys.keySet().toString();
	}

}
