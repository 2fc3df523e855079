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
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.wechatpay4j.exchange.HostState;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.trust.PlatformKey;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * The health of the keys. Calls no network: it is asked every few seconds. A platform
 * that cannot be reached is a warning only, because taking this application out of
 * service would not help; {@code DOWN} is what nobody but the operator can mend, a
 * merchant whose platform keys have all expired.
 */
public final class WechatPayHealthIndicator extends AbstractHealthIndicator {

	private static final Duration NOTICE = Duration.ofDays(30);

	private final MerchantRegistry merchants;

	private final Supplier<List<HostState>> hosts;

	private final Clock clock;

	/**
	 * Creates an indicator.
	 * @param merchants the merchants
	 * @param hosts the platform's hosts
	 * @param clock tells the time
	 */
	public WechatPayHealthIndicator(MerchantRegistry merchants, Supplier<List<HostState>> hosts, Clock clock) {
		super("WeChat Pay health check failed");
		this.merchants = Objects.requireNonNull(merchants, "merchants");
		this.hosts = Objects.requireNonNull(hosts, "hosts");
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
		builder.status(failures.isEmpty() ? "UP" : "DOWN").withDetail("merchants", all.size());
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

	/** No keys at all are certificates that have not been needed yet. */
	private void keys(Merchant merchant, List<String> warnings, List<String> failures) {
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
