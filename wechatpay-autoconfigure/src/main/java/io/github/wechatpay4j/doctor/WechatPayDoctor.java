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

package io.github.wechatpay4j.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.trust.CertificateSource;
import io.github.wechatpay4j.trust.PlatformKey;
import org.jspecify.annotations.Nullable;

/**
 * Examines a merchant's configuration: by a call of {@code POST /v3/security/echo}, which
 * moves no money, and by looking at what is configured. Safe for use by many threads, not
 * for event loops.
 */
public final class WechatPayDoctor {

	private static final Duration NOTICE = Duration.ofDays(30);

	private final ReactiveWechatPayClient client;

	private final MerchantRegistry merchants;

	private final Function<String, @Nullable String> endpointPaths;

	private final Clock clock;

	private final ApiV3KeyExamination apiV3Key;

	private final boolean simulated;

	/**
	 * Creates a doctor.
	 * @param client calls WeChat Pay
	 * @param merchants the merchants
	 * @param endpointPaths tells by the merchant's name at which path this application
	 * receives notifications, {@code null} if it does not
	 * @param clock tells the time
	 */
	public WechatPayDoctor(ReactiveWechatPayClient client, MerchantRegistry merchants,
			Function<String, @Nullable String> endpointPaths, Clock clock) {
		this(client, merchants, endpointPaths, null, false, clock);
	}

	/**
	 * Creates a doctor who looks at more.
	 * @param client calls WeChat Pay
	 * @param merchants the merchants
	 * @param endpointPaths tells by the merchant's name at which path this application
	 * receives notifications, {@code null} if it does not
	 * @param certificates where a merchant's platform certificates come from, to open
	 * with the APIv3 key; {@code null} if that is not to be looked at
	 * @param simulated whether the platform is a simulator on this machine, which reaches
	 * addresses that WeChat Pay could not
	 * @param clock tells the time
	 */
	public WechatPayDoctor(ReactiveWechatPayClient client, MerchantRegistry merchants,
			Function<String, @Nullable String> endpointPaths,
			@Nullable Function<Merchant, CertificateSource> certificates, boolean simulated, Clock clock) {
		this.apiV3Key = new ApiV3KeyExamination(certificates);
		this.simulated = simulated;
		this.client = Objects.requireNonNull(client, "client");
		this.merchants = Objects.requireNonNull(merchants, "merchants");
		this.endpointPaths = Objects.requireNonNull(endpointPaths, "endpointPaths");
		this.clock = Objects.requireNonNull(clock, "clock");
	}

	/**
	 * Examines a merchant. Waits for WeChat Pay's answer.
	 * @param merchant the merchant's name in this application
	 * @return what was found
	 * @throws IllegalArgumentException if there is no such merchant
	 */
	public Diagnosis examine(String merchant) {
		Merchant patient = this.merchants.get(merchant);
		List<Finding> findings = new ArrayList<>(
				new EchoExamination(patient, this.clock).by(this.client.merchant(merchant)));
		findings.add(this.apiV3Key.examine(patient));
		patient.trust().keys().forEach((key) -> certificate(key, findings));
		findings.addAll(new NotifyUrlExamination(this.simulated).examine(patient.notifyUrl(),
				this.endpointPaths.apply(merchant)));
		return Diagnosis.of(merchant, findings);
	}

	private void certificate(PlatformKey key, List<Finding> findings) {
		Instant end = key.notAfter();
		if (end == null) {
			return;
		}
		Instant now = this.clock.instant();
		String text = "The platform certificate " + key.id() + " ends at " + end + ".";
		if (!now.isBefore(end)) {
			findings.add(Finding.warn("platform-certificate", text + " It is not used any longer."));
		}
		else if (now.plus(NOTICE).isAfter(end)) {
			findings.add(Finding.warn("platform-certificate", text + " WeChat Pay hands out the next one ten days"
					+ " before; it is downloaded by itself. Better change to the WeChat Pay public key, which does not"
					+ " end."));
		}
		else {
			findings.add(Finding.ok("platform-certificate", text));
		}
	}

}
