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
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.github.wechatpay4j.testing.SmTestKeys;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The SM suite and Tencent Kona, an implementation of its own, understand each other. The
 * official SDK uses Kona.
 */
class SmKonaComparisonTests {

	private static final String API_V3_KEY = "0123456789abcdef0123456789ABCDEF";

	private final CryptoSuite suite = CryptoSuite.sm();

	private final KeyPair keys = SmTestKeys.generate();

	private final Random random = new Random(4);

	@RepeatedTest(5)
	void verifiesWhatKonaSigns() throws Exception {
		byte[] message = bytes(500);
		Signature kona = Signature.getInstance("SM2", SmTestKeys.KONA);
		kona.initSign(this.keys.getPrivate());
		kona.update(message);
		assertThat(this.suite.verifier(this.keys.getPublic()).verify(message, kona.sign())).isTrue();
	}

	@RepeatedTest(5)
	void signsSoThatKonaVerifies() throws Exception {
		byte[] message = bytes(500);
		Signature kona = Signature.getInstance("SM2", SmTestKeys.KONA);
		kona.initVerify(this.keys.getPublic());
		kona.update(message);
		assertThat(kona.verify(this.suite.signer("1", this.keys.getPrivate()).sign(message))).isTrue();
	}

	/** Coordinates begin with zeros now and then, and DER has no room for them. */
	@RepeatedTest(20)
	void readsTheFieldsThatKonaEncrypts() throws Exception {
		for (String text : new String[] { "张三", "x".repeat(this.random.nextInt(300) + 1) }) {
			Cipher kona = Cipher.getInstance("SM2", SmTestKeys.KONA);
			kona.init(Cipher.ENCRYPT_MODE, this.keys.getPublic());
			byte[] encrypted = kona.doFinal(text.getBytes(StandardCharsets.UTF_8));
			assertThat(
					this.suite.decryptor(this.keys.getPrivate()).decrypt(Base64.getEncoder().encodeToString(encrypted)))
				.isEqualTo(text);
		}
	}

	@RepeatedTest(20)
	void encryptsFieldsThatKonaReads() throws Exception {
		for (String text : new String[] { "张三", "x".repeat(this.random.nextInt(300) + 1) }) {
			String encrypted = this.suite.encryptor(this.keys.getPublic()).encrypt(text);
			Cipher kona = Cipher.getInstance("SM2", SmTestKeys.KONA);
			kona.init(Cipher.DECRYPT_MODE, this.keys.getPrivate());
			assertThat(kona.doFinal(Base64.getDecoder().decode(encrypted)))
				.isEqualTo(text.getBytes(StandardCharsets.UTF_8));
		}
	}

	@Test
	void hashesLikeKona() throws Exception {
		for (int length = 0; length < 200; length++) {
			byte[] message = bytes(length);
			assertThat(MessageDigest.getInstance("SM3", BouncyCastle.provider()).digest(message))
				.isEqualTo(MessageDigest.getInstance("SM3", SmTestKeys.KONA).digest(message));
		}
	}

	@Test
	void sealsAndOpensLikeKona() throws Exception {
		Aead aead = this.suite.aead(API_V3_KEY);
		for (int length = 0; length < 200; length += 7) {
			byte[] nonce = bytes(12);
			byte[] data = bytes(length % 40);
			byte[] plain = bytes(length);
			byte[] sealed = kona(Cipher.ENCRYPT_MODE, nonce, data, plain);
			assertThat(aead.encrypt(nonce, data, plain)).isEqualTo(sealed);
			assertThat(aead.decrypt(nonce, data, sealed)).isEqualTo(plain);
		}
	}

	/** openssl made the certificates; core reads the chain, Kona verifies it. */
	@Test
	void readsCertificatesWhoseChainKonaVerifies() throws Exception {
		X509Certificate ca = Pem.certificate(TestKeys.text("sm2-ca-certificate.pem"));
		for (String file : new String[] { "sm2-merchant-certificate.pem", "sm2-platform-certificate.pem",
				"sm2-ca-certificate.pem" }) {
			X509Certificate certificate = Pem.certificate(TestKeys.text(file));
			Signature kona = Signature.getInstance("SM2", SmTestKeys.KONA);
			kona.initVerify(SmTestKeys.publicKey(ca.getPublicKey().getEncoded()));
			kona.update(certificate.getTBSCertificate());
			assertThat(kona.verify(certificate.getSignature())).as(file).isTrue();
			assertThat(this.suite.verifier(ca.getPublicKey())
				.verify(certificate.getTBSCertificate(), certificate.getSignature())).as(file).isTrue();
		}
	}

	private byte[] kona(int mode, byte[] nonce, byte[] data, byte[] input) throws Exception {
		byte[] key = Arrays.copyOf(MessageDigest.getInstance("SM3", SmTestKeys.KONA)
			.digest(API_V3_KEY.getBytes(StandardCharsets.US_ASCII)), 16);
		Cipher cipher = Cipher.getInstance("SM4/GCM/NoPadding", SmTestKeys.KONA);
		cipher.init(mode, new SecretKeySpec(key, "SM4"), new GCMParameterSpec(128, nonce));
		cipher.updateAAD(data);
		return cipher.doFinal(input);
	}

	private byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		return bytes;
	}

}
