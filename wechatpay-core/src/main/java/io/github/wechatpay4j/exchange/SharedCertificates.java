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

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.wechatpay4j.json.UnreadableJsonException;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.trust.CertificateList;
import io.github.wechatpay4j.trust.CertificateSource;
import io.github.wechatpay4j.trust.CertificateStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Platform certificates that one node downloads and all nodes use. A node that asks again
 * wants something new, so an entry counts once for each node. Without the store
 * everything works as if it were not there.
 */
final class SharedCertificates implements CertificateSource {

	private static final Logger logger = LoggerFactory.getLogger(SharedCertificates.class);

	/** Two regular refreshes; a new certificate appears ten days early. */
	private static final Duration LIFETIME = Duration.ofHours(24);

	/** How long other nodes leave a download to one. */
	private static final Duration LEAD = Duration.ofSeconds(5);

	private static final Duration PAUSE = Duration.ofMillis(250);

	/** Calls wait for this, so a store that hangs counts as one that fails. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final CertificateDownload download;

	private final Supplier<Credentials> credentials;

	private final WechatPayJson json;

	private final CertificateStore store;

	private final Clock clock;

	private volatile @Nullable String last;

	SharedCertificates(CertificateDownload download, Supplier<Credentials> credentials, WechatPayJson json,
			CertificateStore store, Clock clock) {
		this.download = download;
		this.credentials = credentials;
		this.json = json;
		this.store = store;
		this.clock = clock;
	}

	@Override
	public Mono<List<X509Certificate>> download() {
		return fetch().map(CertificateList::certificates);
	}

	@Override
	public Mono<CertificateList> fetch() {
		return shared().switchIfEmpty(Mono.defer(this::leadOrWait));
	}

	private Mono<CertificateList> leadOrWait() {
		return blocking(() -> this.store.lead(key(), LEAD)).defaultIfEmpty(true)
			.flatMap((leading) -> leading ? downloadAndSave() : await().switchIfEmpty(downloadAndSave()));
	}

	/** What another node is downloading just now. */
	private Mono<CertificateList> await() {
		return Mono.delay(PAUSE).then(shared()).repeatWhenEmpty((times) -> times).take(LEAD);
	}

	private Mono<CertificateList> downloadAndSave() {
		return this.download.open().flatMap((opened) -> {
			if (!isUseful(opened.certificates())) {
				// What the others have is better than this
				return Mono.just(opened.certificates());
			}
			String entry = new String(opened.body(), StandardCharsets.UTF_8);
			this.last = entry;
			return blocking(() -> {
				this.store.save(key(), entry, LIFETIME);
				return true;
			}).thenReturn(opened.certificates());
		});
	}

	/** An entry that is new to this node and opens with its key. */
	private Mono<CertificateList> shared() {
		return blocking(() -> this.store.load(key())).flatMap(Mono::justOrEmpty)
			.filter((entry) -> !entry.equals(this.last))
			.flatMap((entry) -> Mono.justOrEmpty(open(entry)));
	}

	private Optional<CertificateList> open(String entry) {
		Credentials current = this.credentials.get();
		try {
			CertificateAnswer opened = CertificateAnswer.open(entry.getBytes(StandardCharsets.UTF_8), current,
					this.json);
			this.last = entry;
			if (opened.isUseless()) {
				logger.warn("Shared platform certificates of merchant {} are ignored, they do not open with its APIv3"
						+ " key: {}", current.mchid(), String.join("; ", opened.problems()));
				return Optional.empty();
			}
			return Optional.of(opened.toList(current.mchid())).filter(this::isUseful);
		}
		catch (UnreadableJsonException ex) {
			logger.warn("Shared platform certificates of merchant {} are ignored, the entry is none: {}",
					current.mchid(), ex.getMessage());
			return Optional.empty();
		}
	}

	/** Whether one of them has not ended. */
	private boolean isUseful(CertificateList certificates) {
		Instant now = this.clock.instant();
		return certificates.certificates()
			.stream()
			.anyMatch((certificate) -> certificate.getNotAfter().toInstant().isAfter(now));
	}

	private String key() {
		Credentials current = this.credentials.get();
		return current.mchid() + ":" + current.suite().scheme();
	}

	/** Empty where the store fails: then it is as if there were none. */
	private static <V> Mono<V> blocking(Supplier<V> access) {
		return Mono.fromSupplier(access)
			.subscribeOn(Schedulers.boundedElastic())
			.timeout(PATIENCE, Mono.error(() -> new IllegalStateException("no answer within " + PATIENCE)))
			.onErrorResume((ex) -> {
				logger.warn("Platform certificates cannot be shared with other nodes just now: {}",
						Objects.requireNonNullElse(ex.getMessage(), ex.getClass().getName()));
				return Mono.empty();
			});
	}

}
