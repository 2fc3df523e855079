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

package io.github.wechatpay4j.actuate;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.wechatpay4j.actuate.WechatPayDescriptor.HandlerDescriptor;
import io.github.wechatpay4j.actuate.WechatPayDescriptor.HostDescriptor;
import io.github.wechatpay4j.actuate.WechatPayDescriptor.MerchantDescriptor;
import io.github.wechatpay4j.actuate.WechatPayDescriptor.PlatformKeyDescriptor;
import io.github.wechatpay4j.doctor.Diagnosis;
import io.github.wechatpay4j.doctor.Finding;
import io.github.wechatpay4j.doctor.WechatPayDoctor;
import io.github.wechatpay4j.exchange.HostState;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.NotificationSubscription;
import io.github.wechatpay4j.trust.PlatformKey;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Shows what is configured and how it stands, and examines a merchant on request. Reading
 * calls no network.
 */
@Endpoint(id = "wechatpay")
public final class WechatPayEndpoint {

	/** An application's own registry may hold thousands. */
	private static final int MAX_MERCHANTS = 200;

	private final MerchantRegistry merchants;

	private final Supplier<List<NotificationSubscription<?>>> handlers;

	private final Supplier<List<HostState>> hosts;

	private final WechatPayDoctor doctor;

	/**
	 * Creates an endpoint.
	 * @param merchants the merchants
	 * @param handlers the notification handlers
	 * @param hosts the platform's hosts
	 * @param doctor examines merchants
	 */
	public WechatPayEndpoint(MerchantRegistry merchants, Supplier<List<NotificationSubscription<?>>> handlers,
			Supplier<List<HostState>> hosts, WechatPayDoctor doctor) {
		this.merchants = Objects.requireNonNull(merchants, "merchants");
		this.handlers = Objects.requireNonNull(handlers, "handlers");
		this.hosts = Objects.requireNonNull(hosts, "hosts");
		this.doctor = Objects.requireNonNull(doctor, "doctor");
	}

	/**
	 * What is configured and how it stands.
	 * @return the description
	 */
	@ReadOperation
	public WechatPayDescriptor describe() {
		return new WechatPayDescriptor(
				this.merchants.all().stream().limit(MAX_MERCHANTS).map(WechatPayEndpoint::describe).toList(),
				this.handlers.get().stream().map(WechatPayEndpoint::describe).toList(),
				this.hosts.get().stream().map(WechatPayEndpoint::describe).toList());
	}

	/**
	 * Examines a merchant by a call to WeChat Pay that moves no money.
	 * @param merchant the merchant's name in this application
	 * @return what was found, or 404 if there is no such merchant
	 */
	@WriteOperation
	public WebEndpointResponse<Diagnosis> examine(@Selector String merchant) {
		return this.merchants.find(merchant)
			.map((patient) -> new WebEndpointResponse<>(masked(this.doctor.examine(merchant), patient.mchid())))
			.orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
	}

	private static Diagnosis masked(Diagnosis diagnosis, String mchid) {
		return new Diagnosis(diagnosis.merchant(), diagnosis.level(), diagnosis.findings()
			.stream()
			.map((finding) -> new Finding(finding.check(), finding.level(), Masked.within(finding.message(), mchid)))
			.toList());
	}

	private static MerchantDescriptor describe(Merchant merchant) {
		Credentials credentials = merchant.credentials();
		return new MerchantDescriptor(merchant.name(), Masked.number(merchant.mchid()),
				credentials.signer().serialNumber(), credentials.suite().scheme(), credentials.suite().providerName(),
				merchant.notifyUrl(),
				merchant.trust().keys().stream().map((key) -> describe(key, merchant.mchid())).toList());
	}

	private static PlatformKeyDescriptor describe(PlatformKey key, String mchid) {
		return new PlatformKeyDescriptor(Masked.within(key.id(), mchid), key.kind().name(), key.notAfter());
	}

	private static HandlerDescriptor describe(NotificationSubscription<?> subscription) {
		return new HandlerDescriptor(subscription.events(), subscription.payloadType().getName(),
				subscription.description());
	}

	private static HostDescriptor describe(HostState host) {
		return new HostDescriptor(host.url().toString(), host.primary(), host.isUp(), host.failures(),
				host.avoidedUntil());
	}

}
