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

package io.github.wechatpay4j.crypto.provider;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.wechatpay4j.testing.SpoilableProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each thing that a provider can get wrong is noticed.
 */
class SelfCheckTests {

	@Test
	void passesTheJdkAndAProviderThatDoesAsTheJdkDoes() throws Exception {
		SelfCheck.of(CryptoEngine.jdk());
		assertThat(CryptoEngine.checked(new SpoilableProvider("Good")).name()).isEqualTo("Good");
	}

	@ParameterizedTest
	@MethodSource
	void notices(String reason, UnaryOperator<SpoilableProvider> spoiling) {
		assertThatExceptionOfType(UnusableProviderException.class)
			.isThrownBy(() -> CryptoEngine.checked(spoiling.apply(new SpoilableProvider("Bad"))))
			.withMessageContaining(reason);
	}

	static Stream<Arguments> notices() {
		return Stream.of(
				spoiled("self-check: java.security.NoSuchAlgorithmException", (p) -> p.without("KeyFactory", "RSA")),
				spoiled("self-check: java.security.NoSuchAlgorithmException",
						(p) -> p.without("Signature", "SHA256withRSA")),
				spoiled("self-check of signing", (p) -> p.with("Signature", "SHA256withRSA", "SHA1withRSA")),
				spoiled("self-check of verifying",
						(p) -> p.with("Signature", "SHA256withRSA", () -> new FixedSignature(false))),
				spoiled("self-check of refusing a signature that was changed",
						(p) -> p.with("Signature", "SHA256withRSA", () -> new FixedSignature(true))),
				spoiled("self-check: ", (p) -> p.without("Cipher", "RSA")),
				spoiled("self-check: ", (p) -> p.without("Cipher", "AES/GCM/NoPadding")),
				spoiled("self-check of AES-GCM encryption",
						(p) -> p.with("Cipher", "AES/GCM/NoPadding", () -> new CarelessGcm(true))),
				spoiled("self-check of refusing a tag that was changed",
						(p) -> p.with("Cipher", "AES/GCM/NoPadding", () -> new CarelessGcm(false))));
	}

	private static Arguments spoiled(String reason, UnaryOperator<SpoilableProvider> spoiling) {
		return Arguments.of(reason, spoiling);
	}

	/** Signs as it should, and verifies everything or nothing. */
	private static final class FixedSignature extends SignatureSpi {

		private final boolean verified;

		private final Signature jdk;

		FixedSignature(boolean verified) {
			this.verified = verified;
			try {
				this.jdk = CryptoEngine.jdk().signature();
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
			this.jdk.initVerify(key);
		}

		@Override
		protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
			this.jdk.initSign(key);
		}

		@Override
		protected void engineUpdate(byte b) throws SignatureException {
			this.jdk.update(b);
		}

		@Override
		protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
			this.jdk.update(bytes, offset, length);
		}

		@Override
		protected byte[] engineSign() throws SignatureException {
			return this.jdk.sign();
		}

		@Override
		protected boolean engineVerify(byte[] signature) {
			return this.verified;
		}

		@Override
		@Deprecated
		protected void engineSetParameter(String name, Object value) {
		}

		@Override
		@Deprecated
		protected Object engineGetParameter(String name) {
			return null;
		}

	}

}
