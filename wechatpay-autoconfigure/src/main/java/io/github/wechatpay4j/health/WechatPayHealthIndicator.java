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

package io.github.wechatpay4j.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.wechatpay4j.exchange.HostState;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.trust.PlatformKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * The health of the keys, and of whatever a {@link HealthReporter} tells of. Calls no
 * network: it is asked every few seconds. A platform that cannot be reached is a warning
 * only, because taking this application out of service would not help; {@code DOWN} is
 * what nobody but the operator can mend: no merchant is left with a platform key that has
 * not expired, or a reporter says so. While some merchants still work, the others are
 * named and the application stays in service.
 */
public final class WechatPayHealthIndicator extends AbstractHealthIndicator {

	private static final Logger logger = LoggerFactory.getLogger(WechatPayHealthIndicator.class);

	private static final Duration NOTICE = Duration.ofDays(30);

	private final MerchantRegistry merchants;

	private final Supplier<List<HostState>> hosts;

	private final Supplier<Stream<HealthReporter>> reporters;

	private final Clock clock;

	/**
	 * Creates an indicator.
	 * @param merchants the merchants
	 * @param hosts the platform's hosts
	 * @param reporters the parts of the library that tell how they are
	 * @param clock tells the time
	 */
	public WechatPayHealthIndicator(MerchantRegistry merchants, Supplier<List<HostState>> hosts,
			Supplier<Stream<HealthReporter>> reporters, Clock clock) {
		super("WeChat Pay health check failed");
		this.merchants = Objects.requireNonNull(merchants, "merchants");
		this.hosts = Objects.requireNonNull(hosts, "hosts");
		this.reporters = Objects.requireNonNull(reporters, "reporters");
		this.clock = Objects.requireNonNull(clock, "clock");
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		Collection<Merchant> all = this.merchants.all();
		List<String> warnings = new ArrayList<>();
		List<String> failures = new ArrayList<>();
		all.forEach((merchant) -> keys(merchant, warnings, failures));
		this.hosts.get()
			.stream()
			.filter((host) -> !host.isUp())
			.forEach((host) -> warnings
				.add(host.url() + " could not be reached " + host.failures() + " times in a row"));
		List<HealthFinding> findings = findings();
		boolean down = (!failures.isEmpty() && failures.size() == all.size())
				|| findings.stream().anyMatch(HealthFinding::down);
		builder.status(down ? "DOWN" : "UP");
		findings.stream()
			.collect(Collectors.groupingBy(HealthFinding::about, LinkedHashMap::new,
					Collectors.mapping(HealthFinding::message, Collectors.toList())))
			.forEach(builder::withDetail);
		builder.withDetail("merchants", all.size());
		builder.withDetail("cryptoProviders",
				all.stream()
					.map((merchant) -> merchant.credentials().suite().providerName())
					.distinct()
					.sorted()
					.toList());
		if (!warnings.isEmpty()) {
			builder.withDetail("warnings", warnings);
		}
		if (!failures.isEmpty()) {
			builder.withDetail("failures", failures);
		}
	}

	private List<HealthFinding> findings() {
		return this.reporters.get().flatMap(WechatPayHealthIndicator::findings).toList();
	}

	/** One that breaks the contract hides nothing of what the others say. */
	private static Stream<HealthFinding> findings(HealthReporter reporter) {
		try {
			return reporter.findings().stream();
		}
		catch (RuntimeException ex) {
			logger.warn("{} could not tell how it is", reporter.getClass().getName(), ex);
			return Stream.of(new HealthFinding(reporter.getClass().getSimpleName(),
					"cannot tell how it is: " + ex.getClass().getName() + " (see the log)", false));
		}
	}

	/** No keys at all are certificates that have not been needed yet. */
	private void keys(Merchant merchant, List<String> warnings, List<String> failures) {
		String problem = merchant.trust().problem();
		if (problem != null) {
			warnings.add("merchant '" + merchant.name() + "': " + problem);
		}
		Collection<PlatformKey> keys = merchant.trust().keys();
		if (keys.isEmpty() || keys.stream().anyMatch((key) -> key.notAfter() == null)) {
			return;
		}
		Instant last = keys.stream()
			.map(PlatformKey::notAfter)
			.filter(Objects::nonNull)
			.max(Instant::compareTo)
			.orElseThrow();
		Instant now = this.clock.instant();
		String text = "merchant '" + merchant.name() + "': the last platform certificate ";
		if (!now.isBefore(last)) {
			failures.add(text + "ended at " + last);
		}
		else if (now.plus(NOTICE).isAfter(last)) {
			warnings.add(text + "ends at " + last);
		}
	}

}
