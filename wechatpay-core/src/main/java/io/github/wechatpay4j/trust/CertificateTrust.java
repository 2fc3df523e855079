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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.PlatformKeyUnavailableException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Platform certificates, downloaded when needed. Many callers share one download. How
 * often a download may start is limited, because strangers decide which serial number a
 * forged notification names.
 */
final class CertificateTrust implements Trust {

	private static final Logger logger = LoggerFactory.getLogger(CertificateTrust.class);

	private static final Duration REFRESH_INTERVAL = Duration.ofMinutes(1);

	/** While there is no certificate at all, nothing works: try again sooner. */
	private static final Duration FIRST_LOAD_INTERVAL = Duration.ofSeconds(5);

	private static final String PUBLIC_KEY_PREFIX = "PUB_KEY_ID_";

	private final CertificateSource source;

	private final CryptoSuite suite;

	private final Clock clock;

	private final ReentrantLock lock = new ReentrantLock();

	private final TrustListener listener;

	private final Upkeep upkeep;

	private volatile CertificateSet keys = CertificateSet.EMPTY;

	private @Nullable Mono<CertificateSet> download;

	private @Nullable Instant lastAttempt;

	/** Why there is no certificate at all: told to everybody until the next attempt. */
	private volatile @Nullable Throwable firstLoadFailure;

	CertificateTrust(CertificateSource source, CryptoSuite suite, Clock clock, CertificateRefresh refresh,
			TrustListener listener) {
		this.source = source;
		this.suite = suite;
		this.clock = clock;
		this.listener = TrustListener.all(List.of(listener));
		this.upkeep = new Upkeep(refresh, clock, this::refresh);
	}

	@Override
	public Mono<PlatformKey> find(String id) {
		if (id.startsWith(PUBLIC_KEY_PREFIX)) {
			// Certificates never have such an id: no reason to download them
			return Mono.empty();
		}
		return Mono.defer(() -> {
			this.upkeep.used();
			PlatformKey known = this.keys.find(id);
			return (known != null) ? Mono.just(known) : refresh().mapNotNull((refreshed) -> refreshed.find(id));
		}).filter((key) -> key.isValidAt(this.clock.instant()));
	}

	@Override
	public Mono<PlatformKey> current() {
		return Mono.defer(() -> {
			this.upkeep.used();
			Instant now = this.clock.instant();
			PlatformKey newest = this.keys.newest(now);
			return (newest != null) ? Mono.just(newest) : refresh().mapNotNull((refreshed) -> refreshed.newest(now));
		})
			.switchIfEmpty(Mono
				.error(() -> new KeyMaterialException("There is no platform certificate that is valid now.",
						"Merchants since 2024 have none: configure the WeChat Pay public key with wechatpay.public-key"
								+ " and wechatpay.public-key-id.")));
	}

	@Override
	public Collection<PlatformKey> keys() {
		return this.keys.keys();
	}

	/**
	 * Joins the download under way, starts one, or, when it is too soon, keeps what is
	 * there.
	 */
	private Mono<CertificateSet> refresh() {
		this.lock.lock();
		try {
			if (this.download != null) {
				return this.download;
			}
			Instant now = this.clock.instant();
			Duration interval = this.keys.isEmpty() ? FIRST_LOAD_INTERVAL : REFRESH_INTERVAL;
			if (this.lastAttempt != null && now.isBefore(this.lastAttempt.plus(interval))) {
				Throwable failure = this.firstLoadFailure;
				return (failure != null) ? Mono.error(() -> new PlatformKeyUnavailableException(failure))
						: Mono.just(this.keys);
			}
			this.lastAttempt = now;
			this.download = start();
			return this.download;
		}
		finally {
			this.lock.unlock();
		}
	}

	private Mono<CertificateSet> start() {
		// Whatever a source throws instead of failing is a failure too
		return Mono.defer(this.source::download)
			.map((certificates) -> CertificateSet.of(certificates, this.suite))
			.filter((usable) -> !usable.isEmpty())
			.doOnNext(this::replace)
			.switchIfEmpty(Mono.fromSupplier(() -> this.keys))
			.onErrorResume((ex) -> !this.keys.isEmpty(), (ex) -> {
				logger.warn("Platform certificates could not be refreshed, the last ones stay in use: {}",
						ex.getMessage());
				return Mono.just(this.keys);
			})
			.doOnError((ex) -> this.firstLoadFailure = ex)
			// Before anybody sees the answer and asks again
			.doOnTerminate(this::finish)
			.cache()
			// An exception of its own for everybody: callers add their stack traces to it
			.onErrorMap(PlatformKeyUnavailableException::new);
	}

	private void replace(CertificateSet downloaded) {
		CertificateSet before = this.keys;
		this.keys = downloaded;
		this.firstLoadFailure = null;
		logger.info("Platform certificates in use: {}", downloaded);
		this.upkeep.downloaded(downloaded);
		this.listener.replaced(before.keys(), downloaded.keys());
	}

	private void finish() {
		this.lock.lock();
		try {
			this.download = null;
		}
		finally {
			this.lock.unlock();
		}
	}

}
