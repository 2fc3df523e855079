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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.wechatpay4j.simulator.official.Numbers;

/**
 * All merchants, and the platform's certificates. Safe for use by many threads.
 */
public final class Identities {

	private final SecureRandom random = new SecureRandom();

	private final List<KeySuite> suites;

	private final Map<String, MerchantIdentity> merchants = new LinkedHashMap<>();

	private final CopyOnWriteArrayList<IssuedCertificate> certificates = new CopyOnWriteArrayList<>();

	private final Clock clock;

	/**
	 * Makes merchants with fresh keys, several keys at a time.
	 * @param appids the appid for each mchid
	 * @param smMchids the mchids of those with SM2 keys instead of RSA keys
	 * @param withCertificates whether there are platform certificates
	 * @param numbers hands out numbers
	 * @param clock tells the time
	 */
	public Identities(Map<String, String> appids, Set<String> smMchids, boolean withCertificates, Numbers numbers,
			Clock clock) {
		this.clock = clock;
		List<KeySuite> wanted = new ArrayList<>();
		for (String mchid : appids.keySet()) {
			KeySuite suite = smMchids.contains(mchid) ? KeySuite.SM : KeySuite.RSA;
			wanted.addAll(List.of(suite, suite));
		}
		this.suites = wanted.stream().distinct().sorted().toList();
		if (withCertificates) {
			wanted.addAll(this.suites);
		}
		List<CompletableFuture<KeyPair>> keys = wanted.stream()
			.map((suite) -> CompletableFuture.supplyAsync(suite::keyPair))
			.toList();
		int next = 0;
		for (Map.Entry<String, String> merchant : appids.entrySet()) {
			this.merchants.put(merchant.getKey(), MerchantIdentity.of(wanted.get(next), merchant.getKey(),
					merchant.getValue(), keys.get(next).join(), keys.get(next + 1).join(), numbers));
			next += 2;
		}
		for (; next < wanted.size(); next++) {
			issue(wanted.get(next), keys.get(next).join());
		}
	}

	/**
	 * Issues one more platform certificate, which signs from now on; where there are SM2
	 * keys beside RSA keys, one of each kind.
	 * @return the first of these certificates
	 */
	public IssuedCertificate rotate() {
		return this.suites.stream().map((suite) -> issue(suite, suite.keyPair())).toList().get(0);
	}

	private IssuedCertificate issue(KeySuite suite, KeyPair keys) {
		IssuedCertificate issued = IssuedCertificate.issue(suite, keys, KeyMaterial.serialNumber(this.random),
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
	 * The platform certificates of one kind.
	 * @param algorithm {@code RSA} or {@code SM2}
	 * @return the certificates, oldest first
	 */
	public List<IssuedCertificate> certificates(String algorithm) {
		return this.certificates.stream().filter((issued) -> issued.algorithm().equals(algorithm)).toList();
	}

	/**
	 * The certificate that signs for a merchant.
	 * @param merchant the merchant
	 * @return the newest one of the merchant's kind
	 */
	public Optional<PlatformSecret> signingCertificate(MerchantIdentity merchant) {
		List<IssuedCertificate> all = certificates(merchant.suite().certificateAlgorithm());
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
		return certificates(merchant.suite().certificateAlgorithm()).stream()
			.filter((certificate) -> certificate.serial().equals(serial))
			.map(IssuedCertificate::secret)
			.findFirst();
	}

}
