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

package io.github.wechatpay4j.simulator.identity;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.wechatpay4j.simulator.official.Numbers;

/**
 * All merchants, and the platform's certificates. Safe for use by many threads.
 */
public final class Identities {

	private final SecureRandom random = new SecureRandom();

	private final Map<String, MerchantIdentity> merchants = new LinkedHashMap<>();

	private final CopyOnWriteArrayList<IssuedCertificate> certificates = new CopyOnWriteArrayList<>();

	private final Clock clock;

	/**
	 * Makes merchants with fresh keys, several keys at a time.
	 * @param appids the appid for each mchid
	 * @param withCertificates whether there are platform certificates
	 * @param numbers hands out numbers
	 * @param clock tells the time
	 */
	public Identities(Map<String, String> appids, boolean withCertificates, Numbers numbers, Clock clock) {
		this.clock = clock;
		List<CompletableFuture<KeyPair>> keys = new ArrayList<>();
		for (int i = 0; i < 2 * appids.size() + (withCertificates ? 1 : 0); i++) {
			keys.add(CompletableFuture.supplyAsync(KeyMaterial::keyPair));
		}
		int next = 0;
		for (Map.Entry<String, String> merchant : appids.entrySet()) {
			this.merchants.put(merchant.getKey(), MerchantIdentity.of(merchant.getKey(), merchant.getValue(),
					keys.get(next).join(), keys.get(next + 1).join(), numbers));
			next += 2;
		}
		if (withCertificates) {
			issue(keys.get(next).join());
		}
	}

	/**
	 * Issues one more platform certificate, which signs from now on.
	 * @return the certificate
	 */
	public IssuedCertificate rotate() {
		return issue(KeyMaterial.keyPair());
	}

	private IssuedCertificate issue(KeyPair keys) {
		IssuedCertificate issued = IssuedCertificate.issue(keys, KeyMaterial.serialNumber(this.random),
				this.clock.instant());
		this.certificates.add(issued);
		return issued;
	}

	/**
	 * All merchants.
	 * @return the merchants in the order they were named
	 */
	public List<MerchantIdentity> all() {
		return List.copyOf(this.merchants.values());
	}

	/**
	 * Finds a merchant.
	 * @param mchid its number
	 * @return the merchant
	 */
	public Optional<MerchantIdentity> find(String mchid) {
		return Optional.ofNullable(this.merchants.get(mchid));
	}

	/**
	 * All platform certificates.
	 * @return the certificates, oldest first
	 */
	public List<IssuedCertificate> certificates() {
		return List.copyOf(this.certificates);
	}

	/**
	 * The certificate that signs.
	 * @return the newest one
	 */
	public Optional<PlatformSecret> signingCertificate() {
		List<IssuedCertificate> all = certificates();
		return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1).secret());
	}

	/**
	 * The platform key that a {@code Wechatpay-Serial} names.
	 * @param merchant whose public key it may be
	 * @param serial the id or serial number
	 * @return the key, if there is one
	 */
	public Optional<PlatformSecret> platformKey(MerchantIdentity merchant, String serial) {
		if (merchant.publicKey().id().equals(serial)) {
			return Optional.of(merchant.publicKey());
		}
		return this.certificates.stream()
			.filter((certificate) -> certificate.serial().equals(serial))
			.map(IssuedCertificate::secret)
			.findFirst();
	}

}
