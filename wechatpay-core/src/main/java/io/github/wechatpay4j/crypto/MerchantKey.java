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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;

import io.github.wechatpay4j.KeyMaterialException;
import org.jspecify.annotations.Nullable;

/**
 * The merchant's private key, with the API certificate that belongs to it where that is
 * known. Immutable.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4013053053">The merchant's API
 * certificate</a>
 */
public final class MerchantKey {

	private final PrivateKey privateKey;

	private final @Nullable X509Certificate certificate;

	private MerchantKey(PrivateKey privateKey, @Nullable X509Certificate certificate) {
		this.privateKey = Objects.requireNonNull(privateKey, "privateKey");
		this.certificate = certificate;
	}

	/**
	 * A key from wherever it is kept, a key store or an HSM.
	 * @param privateKey the key
	 * @return the key
	 */
	public static MerchantKey of(PrivateKey privateKey) {
		return new MerchantKey(privateKey, null);
	}

	/**
	 * A key from PEM ({@code apiclient_key.pem}, PKCS#8 or PKCS#1).
	 * @param pem the PEM text
	 * @return the key
	 * @throws KeyMaterialException if it cannot be used
	 */
	public static MerchantKey ofPem(String pem) {
		return new MerchantKey(Pem.privateKey(pem), null);
	}

	/**
	 * A key and certificate from a PKCS#12 file ({@code apiclient_cert.p12}).
	 * @param content the file's bytes
	 * @param password its password: the merchant number, unless it was changed
	 * @return the key and its certificate
	 * @throws KeyMaterialException if it cannot be used
	 */
	public static MerchantKey ofPkcs12(byte[] content, String password) {
		return ofPkcs12(content, password, "The content is not a PKCS#12 file.");
	}

	private static MerchantKey ofPkcs12(byte[] content, String password, String unreadable) {
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(new ByteArrayInputStream(content), password.toCharArray());
			for (String alias : Collections.list(store.aliases())) {
				if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key
						&& store.getCertificate(alias) instanceof X509Certificate certificate) {
					return new MerchantKey(key, null).withCertificate(certificate);
				}
			}
		}
		catch (IOException ex) {
			if (ex.getCause() instanceof UnrecoverableKeyException) {
				throw new KeyMaterialException("The password does not open the PKCS#12 file.",
						"It is the merchant number (mchid) unless it was changed.");
			}
			throw new KeyMaterialException(unreadable,
					"Use apiclient_cert.p12 or apiclient_key.pem as downloaded from the merchant platform.");
		}
		catch (GeneralSecurityException ex) {
			throw new KeyMaterialException("The PKCS#12 file cannot be read.", "Download apiclient_cert.p12 again.");
		}
		throw new KeyMaterialException("The PKCS#12 file holds no private key with a certificate.",
				"Use apiclient_cert.p12 as downloaded from the merchant platform.");
	}

	/**
	 * A key from whatever holds it: PEM, DER or Base64 of either, with or without the
	 * certificate beside it, or PKCS#12.
	 * @param content the bytes of a file, or of a text
	 * @param password the password of a PKCS#12 file
	 * @return the key, and its certificate if that is there
	 * @throws KeyMaterialException if it cannot be used
	 */
	public static MerchantKey of(byte[] content, String password) {
		if (BareMaterial.PKCS12.equals(BareMaterial.label(content))) {
			return ofPkcs12(content, password, "The PKCS#12 file is damaged or cut off.");
		}
		byte[] decoded = BareMaterial.decode(new String(content, StandardCharsets.UTF_8));
		if (decoded != null) {
			return of(decoded, password);
		}
		String pem = Pem.text(content);
		MerchantKey key = ofPem(pem);
		return Pem.certificates(pem).isEmpty() ? key : key.withCertificateOf(pem);
	}

	/**
	 * The same key, together with its certificate out of several, such as those of a
	 * chain in whatever order.
	 * @param pem PEM text that holds the merchant's API certificate
	 * @return a new instance
	 * @throws KeyMaterialException if no certificate belongs to the key
	 */
	public MerchantKey withCertificateOf(String pem) {
		return Pem.certificates(pem)
			.stream()
			.filter(this::isKeyOf)
			.findFirst()
			.map((certificate) -> new MerchantKey(this.privateKey, certificate))
			.orElseGet(() -> withCertificate(Pem.certificate(pem)));
	}

	/**
	 * The same key, together with its certificate.
	 * @param certificate the merchant's API certificate
	 * @return a new instance
	 * @throws KeyMaterialException if the certificate does not belong to the key
	 */
	public MerchantKey withCertificate(X509Certificate certificate) {
		if (!isKeyOf(certificate)) {
			throw new KeyMaterialException(
					"The private key and the certificate with serial number " + serialNumber(certificate)
							+ " do not belong together.",
					"Use apiclient_key.pem and apiclient_cert.pem from the same download.");
		}
		return new MerchantKey(this.privateKey, certificate);
	}

	/**
	 * Whether a certificate holds the public half of this key.
	 * @param certificate any certificate
	 * @return whether it does
	 */
	public boolean isKeyOf(X509Certificate certificate) {
		return isKeyOf(certificate.getPublicKey());
	}

	/**
	 * Whether a public key is the public half of this key.
	 * @param publicKey any public key
	 * @return whether it is
	 */
	public boolean isKeyOf(PublicKey publicKey) {
		if (this.privateKey instanceof RSAKey own && publicKey instanceof RSAKey other) {
			return own.getModulus().equals(other.getModulus());
		}
		return Sm2Keys.belongTogether(this.privateKey, publicKey);
	}

	/**
	 * The private key.
	 * @return the private key
	 */
	public PrivateKey privateKey() {
		return this.privateKey;
	}

	/**
	 * The serial number of the certificate.
	 * @return the serial number in hexadecimal, or {@code null} if no certificate is
	 * known
	 */
	public @Nullable String serialNumber() {
		return (this.certificate != null) ? serialNumber(this.certificate) : null;
	}

	/**
	 * The serial number of a certificate as the protocol writes it.
	 * @param certificate the certificate
	 * @return upper-case hexadecimal
	 */
	public static String serialNumber(X509Certificate certificate) {
		String hex = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
		return (hex.length() % 2 == 0) ? hex : "0" + hex;
	}

	@Override
	public String toString() {
		return "MerchantKey[" + ((this.certificate != null) ? serialNumber(this.certificate) : "no certificate") + "]";
	}

}
