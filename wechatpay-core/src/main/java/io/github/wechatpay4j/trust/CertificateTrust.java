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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

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

	private static final int MAX_FORMER = 16;

	private static final String PUBLIC_KEY_PREFIX = "PUB_KEY_ID_";

	private final CertificateSource source;

	private final CryptoSuite suite;

	private final Clock clock;

	private final ReentrantLock lock = new ReentrantLock();

	private final TrustListener listener;

	private final Upkeep upkeep;

	private final LongSupplier nanoTime;

	private volatile CertificateSet keys = CertificateSet.EMPTY;

	/** Not believed any more, but once: for what was kept since then. Never changed. */
	private volatile Map<String, PlatformKey> former = Map.of();

	private @Nullable Mono<CertificateSet> download;

	private boolean attempted;

	/** Measured, not read from a clock: clocks are corrected, by hours at times. */
	private long lastAttempt;

	/** Why the last attempt failed, while no certificate is valid: for everybody. */
	private volatile @Nullable Throwable failure;

	private volatile @Nullable String problem;

	CertificateTrust(CertificateSource source, CryptoSuite suite, Clock clock, CertificateRefresh refresh,
			TrustListener listener) {
		this.source = source;
		this.suite = suite;
		this.clock = clock;
		this.listener = TrustListener.all(List.of(listener));
		this.nanoTime = refresh.nanoTime();
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
			.switchIfEmpty(Mono.error(
					() -> new KeyMaterialException("There is no platform certificate that is valid now.", remedy())));
	}

	private String remedy() {
		CertificateSet known = this.keys;
		return (known.isEmpty() ? ""
				: "Known are " + known.describe() + ": if one of them should be valid, set this machine's clock. ")
				+ "Merchants since 2024 have none: configure the WeChat Pay public key with wechatpay.public-key"
				+ " and wechatpay.public-key-id.";
	}

	@Override
	public Collection<PlatformKey> keys() {
		return this.keys.keys();
	}

	@Override
	public @Nullable PlatformKey findFormer(String id) {
		PlatformKey present = this.keys.find(id);
		return (present != null) ? present : this.former.get(id);
	}

	@Override
	public @Nullable String problem() {
		return this.problem;
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
			long now = this.nanoTime.getAsLong();
			boolean usable = isUsable();
			Duration interval = usable ? REFRESH_INTERVAL : FIRST_LOAD_INTERVAL;
			if (this.attempted && now - this.lastAttempt < interval.toNanos()) {
				Throwable last = this.failure;
				return (last != null && !usable) ? Mono.error(() -> new PlatformKeyUnavailableException(last))
						: Mono.just(this.keys);
			}
			this.attempted = true;
			this.lastAttempt = now;
			this.download = start();
			return this.download;
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isUsable() {
		return this.keys.newest(this.clock.instant()) != null;
	}

	private Mono<CertificateSet> start() {
		// Whatever a source throws instead of failing is a failure too
		return Mono.defer(this.source::fetch)
			.defaultIfEmpty(new CertificateList(List.of(), true))
			.map(this::take)
			.onErrorResume((ex) -> {
				this.failure = ex;
				this.problem = "platform certificates cannot be downloaded: " + ex.getMessage();
				if (!isUsable()) {
					return Mono.error(ex);
				}
				logger.warn("Platform certificates could not be refreshed, the last ones stay in use: {}",
						ex.getMessage());
				return Mono.just(this.keys);
			})
			// Before anybody sees the answer and asks again
			.doOnTerminate(this::finish)
			.cache()
			// An exception of its own for everybody: callers add their stack traces to it
			.onErrorMap(PlatformKeyUnavailableException::new);
	}

	private CertificateSet take(CertificateList answer) {
		CertificateSet before = this.keys;
		CertificateSet after = before.updatedBy(answer, this.suite, this.clock.instant());
		this.failure = null;
		if (after == before) {
			this.problem = "the last answer with platform certificates held none that can be used";
			logger.warn("WeChat Pay's answer holds no platform certificate that can be used; in use: {}", before);
			return before;
		}
		this.problem = null;
		retire(before, after);
		this.keys = after;
		logger.info("Platform certificates in use: {}", after);
		this.upkeep.downloaded(after);
		this.listener.replaced(before.keys(), after.keys());
		return after;
	}

	private void retire(CertificateSet before, CertificateSet after) {
		Map<String, PlatformKey> all = new LinkedHashMap<>(this.former);
		before.keys().stream().filter((key) -> after.find(key.id()) == null).forEach((key) -> all.put(key.id(), key));
		all.keySet().removeAll(List.copyOf(all.keySet()).subList(0, Math.max(0, all.size() - MAX_FORMER)));
		this.former = all;
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
