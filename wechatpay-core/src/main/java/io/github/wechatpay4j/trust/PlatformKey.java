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

package io.github.wechatpay4j.trust;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.FieldEncryptor;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.crypto.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * A key of WeChat Pay: verifies what it signed, encrypts what only it may read.
 * Immutable.
 */
public final class PlatformKey {

	private final String id;

	private final Kind kind;

	/** Clocks differ: a certificate is believed this much before its beginning. */
	private static final Duration SKEW = SignatureVerifier.TOLERANCE;

	private final @Nullable Instant notBefore;

	private final @Nullable Instant notAfter;

	private final PublicKey publicKey;

	private final Verifier verifier;

	private final FieldEncryptor encryptor;

	private PlatformKey(String id, Kind kind, @Nullable X509Certificate certificate, PublicKey key, CryptoSuite suite) {
		this.id = Objects.requireNonNull(id, "id");
		this.kind = kind;
		this.notBefore = (certificate != null) ? certificate.getNotBefore().toInstant() : null;
		this.notAfter = (certificate != null) ? certificate.getNotAfter().toInstant() : null;
		this.publicKey = key;
		this.verifier = suite.verifier(key);
		this.encryptor = suite.encryptor(key);
	}

	/**
	 * The WeChat Pay public key of a merchant, which does not expire.
	 * @param id its id, {@code PUB_KEY_ID_} and digits
	 * @param key the key
	 * @param suite the algorithms
	 * @return the platform key
	 * @throws io.github.wechatpay4j.InvalidIdentifierException if the id cannot be one
	 */
	public static PlatformKey ofPublicKey(String id, PublicKey key, CryptoSuite suite) {
		return new PlatformKey(Identifier.PUBLIC_KEY_ID.read(id), Kind.PUBLIC_KEY, null, key, suite);
	}

	/**
	 * The key in a platform certificate.
	 * @param certificate the certificate
	 * @param suite the algorithms
	 * @return the platform key
	 */
	public static PlatformKey ofCertificate(X509Certificate certificate, CryptoSuite suite) {
		return new PlatformKey(MerchantKey.serialNumber(certificate), Kind.CERTIFICATE, certificate,
				certificate.getPublicKey(), suite);
	}

	/**
	 * What {@code Wechatpay-Serial} calls this key.
	 * @return the public key's id or the certificate's serial number
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Where the key comes from.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * When the key's certificate ends.
	 * @return the time, or {@code null} for a public key
	 */
	public @Nullable Instant notAfter() {
		return this.notAfter;
	}

	/**
	 * The key itself, to be kept with what it verified.
	 * @return the public key
	 */
	public PublicKey publicKey() {
		return this.publicKey;
	}

	/**
	 * Verifies what the platform signed with this key.
	 * @return the verifier
	 */
	public Verifier verifier() {
		return this.verifier;
	}

	/**
	 * Encrypts sensitive fields for the platform.
	 * @return the encryptor
	 */
	public FieldEncryptor encryptor() {
		return this.encryptor;
	}

	@Nullable Instant notBefore() {
		return this.notBefore;
	}

	/** Ended for good: it will not be valid again. */
	boolean isOverAt(Instant time) {
		return this.notAfter != null && !time.isBefore(this.notAfter);
	}

	boolean isValidAt(Instant time) {
		return (this.notBefore == null || !time.isBefore(this.notBefore.minus(SKEW))) && !isOverAt(time);
	}

	@Override
	public String toString() {
		return "PlatformKey[" + this.id + "]";
	}

	/**
	 * Where a platform key comes from.
	 */
	public enum Kind {

		/** The public key that was downloaded from the merchant platform. */
		PUBLIC_KEY,

		/** A platform certificate, which the API hands out. */
		CERTIFICATE

	}

}
