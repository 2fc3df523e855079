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

package io.github.wechatpay4j.crypto;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.crypto.provider.CryptoEngine;
import io.github.wechatpay4j.testing.SpoilableProvider;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a suite does until its provider is there, and afterwards.
 */
class ProviderChangeoverTests {

	private static final byte[] MESSAGE = "GET\n".getBytes(StandardCharsets.UTF_8);

	private final SpoilableProvider provider = new SpoilableProvider("Faster");

	private final CryptoEngine faster = CryptoEngine.of(this.provider);

	private final CompletableFuture<CryptoEngine> loading = new CompletableFuture<>();

	private final CryptoSuite suite = new RsaCryptoSuite(this.loading);

	@Test
	void usesTheJdkUntilTheProviderIsThere() {
		Signer signer = this.suite.signer("1", TestKeys.MERCHANT.getPrivate());
		int before = this.provider.requests();
		byte[] signature = signer.sign(MESSAGE);
		assertThat(this.suite.providerName()).isEqualTo("JDK");
		assertThat(this.provider.requests()).isEqualTo(before);

		this.loading.complete(this.faster);
		int loaded = this.provider.requests();
		assertThat(loaded).as("the key is translated at once").isGreaterThan(before);
		assertThat(signer.sign(MESSAGE)).isEqualTo(signature);
		assertThat(this.suite.providerName()).isEqualTo("Faster");
		assertThat(this.provider.requests()).isGreaterThan(loaded);
	}

	@Test
	void translatesAKeyOnce() {
		this.loading.complete(this.faster);
		SpoilableProvider second = new SpoilableProvider("Second");
		CryptoSuite other = new RsaCryptoSuite(CompletableFuture.completedFuture(CryptoEngine.of(second)));
		Signer signer = other.signer("1", TestKeys.MERCHANT.getPrivate());
		second.without("KeyFactory", "RSA");
		assertThat(other.verifier(TestKeys.MERCHANT.getPublic()).verify(MESSAGE, signer.sign(MESSAGE))).isTrue();
		assertThat(signer.sign(MESSAGE)).hasSize(256);
	}

	@Test
	void keepsToTheJdkForAKeyThatTheProviderDoesNotTake() {
		this.provider.without("KeyFactory", "RSA");
		this.loading.complete(this.faster);
		Signer signer = this.suite.signer("1", TestKeys.MERCHANT.getPrivate());
		int before = this.provider.requests();
		assertThat(CryptoSuite.rsa().verifier(TestKeys.MERCHANT.getPublic()).verify(MESSAGE, signer.sign(MESSAGE)))
			.isTrue();
		assertThat(this.provider.requests()).isEqualTo(before);
	}

	@Test
	void reportsWrongKeysWithoutWaiting() {
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> this.suite.signer("1", TestKeys.generate(1024).getPrivate()))
			.withMessageStartingWith("The RSA key has only 1024 bits.");
		assertThatExceptionOfType(KeyMaterialException.class).isThrownBy(() -> this.suite.aead("short"))
			.withMessageStartingWith("The APIv3 key is 5 bytes long");
		assertThat(this.loading).isNotDone();
	}

	@Test
	void servesAThousandThreadsWhileTheProviderIsBeingLoaded() throws Exception {
		Signer signer = this.suite.signer("1", TestKeys.MERCHANT.getPrivate());
		Verifier verifier = this.suite.verifier(TestKeys.MERCHANT.getPublic());
		Aead aead = this.suite.aead("0123456789abcdef0123456789ABCDEF");
		byte[] nonce = new byte[12];
		byte[] sealed = aead.encrypt(nonce, nonce, MESSAGE);
		byte[] signature = signer.sign(MESSAGE);
		Storm.of(1000, 2, (number) -> {
			assertThat(signer.sign(MESSAGE)).isEqualTo(signature);
			assertThat(verifier.verify(MESSAGE, signature)).isTrue();
			assertThat(aead.decrypt(nonce, nonce, sealed)).isEqualTo(MESSAGE);
		}, () -> this.loading.complete(this.faster));
		assertThat(this.suite.providerName()).isEqualTo("Faster");
	}

}
