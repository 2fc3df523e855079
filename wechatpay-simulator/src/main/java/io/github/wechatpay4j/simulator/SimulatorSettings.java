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

package io.github.wechatpay4j.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a simulator starts and behaves. Immutable.
 *
 * @param port the port on 127.0.0.1, 0 for any free one
 * @param merchants the merchants to make, at least one
 * @param speed how much faster than officially retries of notifications come, 1 for the
 * official 24 hours
 * @param settleDelay how long refunds and cancellations of transfers take
 * @param platformCertificates whether there are platform certificates; without,
 * {@code GET /v3/certificates} answers 404 as it does to merchants since 2024
 * @param notificationKey which key signs notifications
 * @param openingBalance what every merchant's account opens with, in fen
 * @param clock tells the time
 */
public record SimulatorSettings(int port, List<MerchantSettings> merchants, double speed, Duration settleDelay,
		boolean platformCertificates, SigningKey notificationKey, long openingBalance, Clock clock) {

	private static final MerchantSettings DEFAULT_MERCHANT = new MerchantSettings("1900000001", "wxd678efh567hg6787");

	/**
	 * Creates settings.
	 * @param port the port
	 * @param merchants the merchants to make
	 * @param speed how much faster than officially retries come
	 * @param settleDelay how long refunds take
	 * @param platformCertificates whether there are platform certificates
	 * @param notificationKey which key signs notifications
	 * @param openingBalance what accounts open with, in fen
	 * @param clock tells the time
	 * @throws IllegalArgumentException if a value makes no sense
	 */
	public SimulatorSettings {
		merchants = List.copyOf(merchants);
		Objects.requireNonNull(notificationKey, "notificationKey");
		Objects.requireNonNull(clock, "clock");
		require(port >= 0 && port <= 65535, "port must be between 0 and 65535");
		require(!merchants.isEmpty(), "there must be a merchant");
		require(merchants.stream().map(MerchantSettings::mchid).distinct().count() == merchants.size(),
				"an mchid is named twice");
		require(speed > 0, "speed must be positive");
		require(!settleDelay.isNegative(), "settleDelay must not be negative");
		require(openingBalance >= 0, "openingBalance must not be negative");
		require(platformCertificates || notificationKey == SigningKey.PUBLIC_KEY,
				"without platform certificates none can sign notifications");
	}

	/**
	 * One merchant, any free port, retries at official speed, refunds that take a second.
	 * @return the settings
	 */
	public static SimulatorSettings defaults() {
		return new SimulatorSettings(0, List.of(DEFAULT_MERCHANT), 1.0, Duration.ofSeconds(1), true,
				SigningKey.PUBLIC_KEY, 100_000_000L, Clock.systemUTC());
	}

	/**
	 * The same settings with another port.
	 * @param port the port on 127.0.0.1, 0 for any free one
	 * @return new settings
	 */
	public SimulatorSettings withPort(int port) {
		return new SimulatorSettings(port, this.merchants, this.speed, this.settleDelay, this.platformCertificates,
				this.notificationKey, this.openingBalance, this.clock);
	}

	/**
	 * The same settings with other merchants.
	 * @param merchants the merchants to make
	 * @return new settings
	 */
	public SimulatorSettings withMerchants(MerchantSettings... merchants) {
		return new SimulatorSettings(this.port, List.of(merchants), this.speed, this.settleDelay,
				this.platformCertificates, this.notificationKey, this.openingBalance, this.clock);
	}

	/**
	 * The same settings with another speed.
	 * @param speed how much faster than officially retries of notifications come
	 * @return new settings
	 */
	public SimulatorSettings withSpeed(double speed) {
		return new SimulatorSettings(this.port, this.merchants, speed, this.settleDelay, this.platformCertificates,
				this.notificationKey, this.openingBalance, this.clock);
	}

	/**
	 * The same settings with another delay.
	 * @param settleDelay how long refunds and cancellations of transfers take
	 * @return new settings
	 */
	public SimulatorSettings withSettleDelay(Duration settleDelay) {
		return new SimulatorSettings(this.port, this.merchants, this.speed, settleDelay, this.platformCertificates,
				this.notificationKey, this.openingBalance, this.clock);
	}

	/**
	 * The same settings with or without platform certificates.
	 * @param platformCertificates whether there are any
	 * @return new settings
	 */
	public SimulatorSettings withPlatformCertificates(boolean platformCertificates) {
		return new SimulatorSettings(this.port, this.merchants, this.speed, this.settleDelay, platformCertificates,
				this.notificationKey, this.openingBalance, this.clock);
	}

	/**
	 * The same settings with another key for notifications.
	 * @param notificationKey which key signs notifications
	 * @return new settings
	 */
	public SimulatorSettings withNotificationKey(SigningKey notificationKey) {
		return new SimulatorSettings(this.port, this.merchants, this.speed, this.settleDelay, this.platformCertificates,
				notificationKey, this.openingBalance, this.clock);
	}

	/**
	 * The same settings with other money.
	 * @param openingBalance what every merchant's account opens with, in fen
	 * @return new settings
	 */
	public SimulatorSettings withOpeningBalance(long openingBalance) {
		return new SimulatorSettings(this.port, this.merchants, this.speed, this.settleDelay, this.platformCertificates,
				this.notificationKey, openingBalance, this.clock);
	}

	/**
	 * The same settings with another clock.
	 * @param clock tells the time
	 * @return new settings
	 */
	public SimulatorSettings withClock(Clock clock) {
		return new SimulatorSettings(this.port, this.merchants, this.speed, this.settleDelay, this.platformCertificates,
				this.notificationKey, this.openingBalance, clock);
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

	/**
	 * A merchant to make.
	 *
	 * @param mchid its number, 8 to 10 digits
	 * @param appid the application bound to it
	 * @param sm whether it has SM2 keys (国密) instead of RSA keys
	 */
	public record MerchantSettings(String mchid, String appid, boolean sm) {

		/**
		 * Creates a merchant to make.
		 * @param mchid its number
		 * @param appid the application bound to it
		 * @param sm whether it has SM2 keys (国密) instead of RSA keys
		 * @throws IllegalArgumentException if one of them cannot be
		 */
		public MerchantSettings {
			require(mchid.matches("[0-9]{8,10}"), "an mchid has 8 to 10 digits: " + mchid);
			require(!appid.isBlank() && appid.length() <= 32, "an appid has up to 32 characters: " + appid);
		}

		/**
		 * Creates a merchant to make, with RSA keys.
		 * @param mchid its number
		 * @param appid the application bound to it
		 * @throws IllegalArgumentException if one of them cannot be
		 */
		public MerchantSettings(String mchid, String appid) {
			this(mchid, appid, false);
		}

	}

	/**
	 * A key of the platform.
	 */
	public enum SigningKey {

		/** The merchant's WeChat Pay public key. */
		PUBLIC_KEY,

		/** The newest platform certificate. */
		CERTIFICATE

	}

}
