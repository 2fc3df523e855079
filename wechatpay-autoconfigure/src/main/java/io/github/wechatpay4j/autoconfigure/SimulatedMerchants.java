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

package io.github.wechatpay4j.autoconfigure;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.autoconfigure.MerchantProperties.SuiteKind;
import io.github.wechatpay4j.autoconfigure.MerchantProperties.TrustMode;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.simulator.SimulatorMerchant;
import io.github.wechatpay4j.simulator.SimulatorSettings;
import io.github.wechatpay4j.simulator.SimulatorSettings.MerchantSettings;
import io.github.wechatpay4j.simulator.SimulatorSettings.SigningKey;
import io.github.wechatpay4j.simulator.WechatPaySimulator;

/**
 * The configured merchants, with keys of the simulator's making. Of their properties only
 * numbers, appids, suites, the kind of trust and notification addresses count.
 */
final class SimulatedMerchants {

	private final WechatPayProperties properties;

	private final Map<String, MerchantProperties> configured;

	private final SimulatorSettings defaults = SimulatorSettings.defaults();

	private SimulatedMerchants(WechatPayProperties properties) {
		this.properties = properties;
		this.configured = new PropertiesWechatPayConnectionDetails(properties).merchants();
	}

	static SimulatedMerchants of(WechatPayProperties properties) {
		return new SimulatedMerchants(properties);
	}

	/** Whether somebody has configured real keys beside the simulator. */
	boolean haveKeys() {
		return this.configured.values()
			.stream()
			.anyMatch((merchant) -> merchant.getPrivateKey() != null || merchant.getSslBundle() != null
					|| merchant.getApiV3Key() != null || merchant.getPublicKey() != null);
	}

	SimulatorSettings settings() {
		SigningKey notificationKey = notificationKey();
		try {
			MerchantSettings[] merchants = this.configured.entrySet()
				.stream()
				.map((entry) -> new MerchantSettings(mchid(entry.getKey(), entry.getValue()), appid(entry.getValue()),
						entry.getValue().getCryptoSuite() == SuiteKind.SM))
				.toArray(MerchantSettings[]::new);
			return this.defaults.withPort(this.properties.getSimulator().getPort())
				.withSpeed(this.properties.getSimulator().getSpeed())
				.withMerchants(merchants)
				.withNotificationKey(notificationKey);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidWechatPayPropertyException("wechatpay.simulator.enabled",
					"The simulator cannot play these merchants: " + ex.getMessage() + ".",
					"Correct wechatpay.simulator or the merchant numbers.");
		}
	}

	/**
	 * A merchant that believes certificates only could do nothing with another signature.
	 */
	private SigningKey notificationKey() {
		long certificatesOnly = this.configured.values()
			.stream()
			.filter((merchant) -> merchant.getTrust() == TrustMode.CERTIFICATES)
			.count();
		if (certificatesOnly > 0 && certificatesOnly < this.configured.size()) {
			throw new InvalidWechatPayPropertyException("wechatpay.trust",
					"Some merchants believe certificates only, others do not: the simulator signs all notifications alike.",
					"Give all merchants the same trust, or 'both', while the simulator is in use.");
		}
		return (certificatesOnly > 0) ? SigningKey.CERTIFICATE : SigningKey.PUBLIC_KEY;
	}

	WechatPayConnectionDetails connectTo(WechatPaySimulator simulator) {
		Map<String, MerchantProperties> merchants = new LinkedHashMap<>();
		this.configured.forEach((name, merchant) -> merchants.put(name,
				withKeysOf(simulator.merchant(mchid(name, merchant)), merchant)));
		return new Details(simulator.url(), merchants);
	}

	private String mchid(String name, MerchantProperties merchant) {
		if (merchant.getMchid() == null && !Merchant.DEFAULT_NAME.equals(name)) {
			throw new InvalidWechatPayPropertyException("wechatpay.merchants." + name + ".mchid", "It is not set.",
					"Set any merchant number, such as 1900000002, for the simulator to play.");
		}
		return Identifier.strip(Objects.requireNonNullElseGet(merchant.getMchid(), () -> first().mchid()));
	}

	private String appid(MerchantProperties merchant) {
		return Identifier.strip(Objects.requireNonNullElseGet(merchant.getAppid(), () -> first().appid()));
	}

	private MerchantSettings first() {
		return this.defaults.merchants().get(0);
	}

	private static MerchantProperties withKeysOf(SimulatorMerchant simulated, MerchantProperties configured) {
		MerchantProperties merchant = new MerchantProperties();
		merchant.setMchid(simulated.mchid());
		merchant.setAppid(simulated.appid());
		merchant.setSerialNumber(simulated.serialNumber());
		merchant.setPrivateKey(simulated.privateKey());
		merchant.setApiV3Key(simulated.apiV3Key());
		merchant.setCryptoSuite(configured.getCryptoSuite());
		merchant.setTrust(configured.getTrust());
		merchant.setNotifyUrl(configured.getNotifyUrl());
		if (configured.getTrust() != TrustMode.CERTIFICATES) {
			merchant.setPublicKeyId(simulated.publicKeyId());
			merchant.setPublicKey(simulated.publicKey());
		}
		return merchant;
	}

	private record Details(URI baseUrl,
			Map<String, MerchantProperties> merchants) implements WechatPayConnectionDetails {

		@Override
		public String toString() {
			return "WechatPayConnectionDetails[" + this.baseUrl + ", " + this.merchants.keySet() + "]";
		}

	}

}
