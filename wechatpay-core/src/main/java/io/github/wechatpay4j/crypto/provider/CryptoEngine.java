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
import java.security.Key;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;

import javax.crypto.Cipher;

import org.jspecify.annotations.Nullable;

/**
 * Looks up the algorithms of the RSA suite, all with one provider. Immutable and safe for
 * use by many threads; what it looks up is not.
 */
public final class CryptoEngine {

	private static final CryptoEngine JDK = new CryptoEngine(null);

	private static final String SIGNATURE = "SHA256withRSA";

	private static final String OAEP = "RSA/ECB/OAEPWithSHA-1AndMGF1Padding";

	private static final String AES_GCM = "AES/GCM/NoPadding";

	private final @Nullable Provider provider;

	private CryptoEngine(@Nullable Provider provider) {
		this.provider = provider;
	}

	/**
	 * The providers that the JVM is configured with. Only these work with every key: the
	 * JVM looks for one that can handle it, such as that of an HSM.
	 * @return the engine
	 */
	public static CryptoEngine jdk() {
		return JDK;
	}

	/**
	 * One provider, which does not have to be installed.
	 * @param provider the provider
	 * @return the engine
	 * @throws CryptoProviderUnavailableException if it does not pass the self-check
	 */
	public static CryptoEngine of(Provider provider) {
		try {
			return checked(provider);
		}
		catch (UnusableProviderException ex) {
			throw new CryptoProviderUnavailableException(
					"The security provider '" + provider.getName() + "' " + ex.getMessage() + ".",
					"Use another provider or another version of it.");
		}
	}

	static CryptoEngine checked(Provider provider) throws UnusableProviderException {
		CryptoEngine engine = new CryptoEngine(provider);
		SelfCheck.of(engine);
		return engine;
	}

	/**
	 * The provider's name.
	 * @return the name, such as {@code AmazonCorrettoCryptoProvider}, or {@code JDK}
	 */
	public String name() {
		return (this.provider != null) ? this.provider.getName() : "JDK";
	}

	/**
	 * A signature with SHA-256 and PKCS#1 v1.5 padding.
	 * @return a new instance
	 * @throws GeneralSecurityException if the provider has none
	 */
	public Signature signature() throws GeneralSecurityException {
		return (this.provider != null) ? Signature.getInstance(SIGNATURE, this.provider)
				: Signature.getInstance(SIGNATURE);
	}

	/**
	 * RSA-OAEP. Its parameters are those of {@code Cipher.init}.
	 * @return a new instance
	 * @throws GeneralSecurityException if the provider has none
	 */
	public Cipher oaep() throws GeneralSecurityException {
		return cipher(OAEP);
	}

	/**
	 * AES-GCM.
	 * @return a new instance
	 * @throws GeneralSecurityException if the provider has none
	 */
	public Cipher aesGcm() throws GeneralSecurityException {
		return cipher(AES_GCM);
	}

	private Cipher cipher(String transformation) throws GeneralSecurityException {
		return (this.provider != null) ? Cipher.getInstance(transformation, this.provider)
				: Cipher.getInstance(transformation);
	}

	/**
	 * Makes an RSA key the provider's own. Some providers are only fast with their own
	 * keys, and translating takes as long as signing: do it once for each key.
	 * @param <K> the type of key
	 * @param key any RSA key
	 * @param type its type
	 * @return the key to use
	 * @throws GeneralSecurityException if it cannot be translated, as those that never
	 * leave an HSM
	 */
	public <K extends Key> K translate(K key, Class<K> type) throws GeneralSecurityException {
		if (this.provider == null) {
			return key;
		}
		return type.cast(KeyFactory.getInstance("RSA", this.provider).translateKey(key));
	}

	@Override
	public String toString() {
		return "CryptoEngine[" + name() + "]";
	}

}
