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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether an engine gives the answers that are known for everything that the suite does,
 * and refuses what was changed.
 */
final class SelfCheck {

	private static final byte[] MESSAGE = KnownAnswers.MESSAGE.getBytes(StandardCharsets.US_ASCII);

	private final CryptoEngine engine;

	private final PrivateKey privateKey;

	private final PublicKey publicKey;

	private SelfCheck(CryptoEngine engine) throws GeneralSecurityException {
		this.engine = engine;
		KeyFactory keys = KeyFactory.getInstance("RSA");
		this.privateKey = keys.generatePrivate(new PKCS8EncodedKeySpec(KnownAnswers.privateKey()));
		this.publicKey = keys.generatePublic(new X509EncodedKeySpec(KnownAnswers.publicKey()));
	}

	static void of(CryptoEngine engine) throws UnusableProviderException {
		try {
			SelfCheck check = new SelfCheck(engine);
			check.signature();
			check.oaep();
			check.aesGcm();
		}
		catch (GeneralSecurityException | RuntimeException | LinkageError ex) {
			throw new UnusableProviderException("fails the self-check", ex);
		}
	}

	private void signature() throws GeneralSecurityException, UnusableProviderException {
		Signature signing = this.engine.signature();
		signing.initSign(this.engine.translate(this.privateKey, PrivateKey.class));
		signing.update(MESSAGE);
		byte[] signature = KnownAnswers.signature();
		require(Arrays.equals(signing.sign(), signature), "signing");
		require(verify(signature), "verifying");
		signature[signature.length - 1] ^= 1;
		require(!verify(signature), "refusing a signature that was changed");
	}

	private boolean verify(byte[] signature) throws GeneralSecurityException {
		Signature verifying = this.engine.signature();
		verifying.initVerify(this.engine.translate(this.publicKey, PublicKey.class));
		verifying.update(MESSAGE);
		try {
			return verifying.verify(signature);
		}
		catch (java.security.SignatureException ex) {
			return false;
		}
	}

	private void oaep() throws GeneralSecurityException, UnusableProviderException {
		OAEPParameterSpec parameters = new OAEPParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1,
				PSource.PSpecified.DEFAULT);
		Cipher decrypting = this.engine.oaep();
		decrypting.init(Cipher.DECRYPT_MODE, this.engine.translate(this.privateKey, PrivateKey.class), parameters);
		require(Arrays.equals(decrypting.doFinal(KnownAnswers.oaep()), MESSAGE), "RSA-OAEP");
		Cipher encrypting = this.engine.oaep();
		encrypting.init(Cipher.ENCRYPT_MODE, this.engine.translate(this.publicKey, PublicKey.class), parameters);
		require(Arrays.equals(decrypting.doFinal(encrypting.doFinal(MESSAGE)), MESSAGE), "RSA-OAEP");
	}

	private void aesGcm() throws GeneralSecurityException, UnusableProviderException {
		byte[] sealed = KnownAnswers.aesGcm();
		require(Arrays.equals(aesGcm(Cipher.ENCRYPT_MODE, MESSAGE), sealed), "AES-GCM encryption");
		require(Arrays.equals(aesGcm(Cipher.DECRYPT_MODE, sealed), MESSAGE), "AES-GCM decryption");
		sealed[sealed.length - 1] ^= 1;
		boolean refused = false;
		try {
			aesGcm(Cipher.DECRYPT_MODE, sealed);
		}
		catch (GeneralSecurityException ex) {
			refused = true;
		}
		require(refused, "refusing a tag that was changed");
	}

	private byte[] aesGcm(int mode, byte[] input) throws GeneralSecurityException {
		Cipher cipher = this.engine.aesGcm();
		byte[] key = KnownAnswers.AES_KEY.getBytes(StandardCharsets.US_ASCII);
		byte[] nonce = KnownAnswers.NONCE.getBytes(StandardCharsets.US_ASCII);
		cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
		cipher.updateAAD(nonce);
		return cipher.doFinal(input);
	}

	private static void require(boolean passed, String what) throws UnusableProviderException {
		if (!passed) {
			throw new UnusableProviderException("fails the self-check of " + what);
		}
	}

}
