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

package io.github.wechatpay4j.merchant;

import java.util.Base64;
import java.util.Objects;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.SendableText;
import io.github.wechatpay4j.crypto.Aead;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.FieldDecryptor;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.crypto.Signer;
import org.jspecify.annotations.Nullable;

/**
 * What proves a merchant to the platform, and opens what the platform sends. Immutable.
 *
 * @param mchid the merchant's number
 * @param suite the algorithms
 * @param signer signs requests
 * @param decryptor opens sensitive fields
 * @param aead opens notifications and platform certificates
 * @param previousAead opens notifications that were encrypted before the APIv3 key was
 * changed, and nothing else; {@code null} if there was no other key
 */
public record Credentials(String mchid, CryptoSuite suite, Signer signer, FieldDecryptor decryptor, Aead aead,
		@Nullable Aead previousAead) {

	/**
	 * Creates credentials.
	 * @param mchid the merchant's number
	 * @param suite the algorithms
	 * @param signer signs requests
	 * @param decryptor opens sensitive fields
	 * @param aead opens notifications and platform certificates
	 * @param previousAead opens notifications that were encrypted before the APIv3 key
	 * was changed; {@code null} if there was no other key
	 */
	public Credentials {
		mchid = Identifier.MCHID.read(Objects.requireNonNull(mchid, "mchid"));
		Objects.requireNonNull(suite, "suite");
		Objects.requireNonNull(signer, "signer");
		Objects.requireNonNull(decryptor, "decryptor");
		Objects.requireNonNull(aead, "aead");
		Identifier.SERIAL_NUMBER.read(signer.serialNumber());
	}

	/**
	 * Creates credentials of a merchant whose APIv3 key was not changed.
	 * @param mchid the merchant's number
	 * @param suite the algorithms
	 * @param signer signs requests
	 * @param decryptor opens sensitive fields
	 * @param aead opens notifications and platform certificates
	 * @throws io.github.wechatpay4j.InvalidIdentifierException if the merchant's number
	 * or the signer's serial number cannot be one
	 */
	public Credentials(String mchid, CryptoSuite suite, Signer signer, FieldDecryptor decryptor, Aead aead) {
		this(mchid, suite, signer, decryptor, aead, null);
	}

	/**
	 * Credentials from a private key that is at hand.
	 * @param mchid the merchant's number
	 * @param serialNumber the serial number of the merchant's API certificate
	 * @param key the merchant's key
	 * @param apiV3Key the APIv3 key, 32 characters
	 * @param suite the algorithms
	 * @return the credentials
	 * @throws io.github.wechatpay4j.KeyMaterialException if key or APIv3 key cannot be
	 * used
	 * @throws io.github.wechatpay4j.InvalidIdentifierException if one of the numbers
	 * cannot be one
	 */
	public static Credentials of(String mchid, String serialNumber, MerchantKey key, String apiV3Key,
			CryptoSuite suite) {
		String serial = Identifier.SERIAL_NUMBER.read(serialNumber);
		return new Credentials(mchid, suite, suite.signer(serial, key.privateKey()), suite.decryptor(key.privateKey()),
				suite.aead(Identifier.strip(apiV3Key)));
	}

	/**
	 * The same credentials, which also open what was encrypted for the merchant before
	 * its APIv3 key was changed: notifications under way or kept. Platform certificates
	 * are never taken from the previous key, because whoever knows it could make some.
	 * @param apiV3Key the previous APIv3 key, 32 characters
	 * @return new credentials
	 * @throws io.github.wechatpay4j.KeyMaterialException if the key cannot be used
	 */
	public Credentials withPreviousApiV3Key(String apiV3Key) {
		return new Credentials(this.mchid, this.suite, this.signer, this.decryptor, this.aead,
				this.suite.aead(Identifier.strip(apiV3Key)));
	}

	/**
	 * Opens the content of a notification, with the APIv3 key or the previous one.
	 * @param nonce the nonce, 12 bytes
	 * @param associatedData data that is authenticated too, possibly empty
	 * @param cipherText the ciphertext with the tag at its end
	 * @return the plain text
	 * @throws DecryptionException if no key fits
	 */
	public byte[] decrypt(byte[] nonce, byte[] associatedData, byte[] cipherText) {
		try {
			return this.aead.decrypt(nonce, associatedData, cipherText);
		}
		catch (DecryptionException ex) {
			if (this.previousAead == null) {
				throw ex;
			}
		}
		return this.previousAead.decrypt(nonce, associatedData, cipherText);
	}

	/**
	 * Signs a message, and writes the {@code Authorization} header that proves it.
	 * @param timestamp the seconds since 1970 that the message contains
	 * @param nonce the nonce that the message contains
	 * @param message the exact bytes to sign
	 * @return the header's value
	 */
	public String authorization(String timestamp, String nonce, byte[] message) {
		return this.suite.scheme() + " mchid=\"" + SendableText.quotable(this.mchid, "mchid") + "\",nonce_str=\""
				+ nonce + "\",signature=\"" + Base64.getEncoder().encodeToString(this.signer.sign(message))
				+ "\",timestamp=\"" + timestamp + "\",serial_no=\""
				+ Identifier.SERIAL_NUMBER.read(this.signer.serialNumber()) + "\"";
	}

	@Override
	public String toString() {
		return "Credentials[" + this.mchid + ", " + this.signer.serialNumber() + "]";
	}

}
