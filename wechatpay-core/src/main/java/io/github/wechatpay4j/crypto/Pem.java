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
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.wechatpay4j.KeyMaterialException;

/**
 * Reads keys and certificates from PEM, and explains what a file is when it is the wrong
 * one. Line breaks do not matter, so that a key may come from one line of an environment
 * variable.
 */
public final class Pem {

	private static final Pattern BLOCK = Pattern
		.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

	/** How openssl writes an encrypted PKCS#1 key. */
	private static final String TRADITIONAL_ENCRYPTION = "Proc-Type: 4,ENCRYPTED";

	/** OpenSSL 3 keeps these in a provider that is not loaded by itself. */
	private static final Pattern OLD_CIPHER = Pattern.compile("DEK-Info: (DES-CBC|RC2-|IDEA-|BF-|CAST)");

	private static final String PRIVATE_KEY_REMEDY = "Use apiclient_key.pem as downloaded with the merchant's API certificate.";

	private static final String PUBLIC_KEY_REMEDY = "Use pub_key.pem, the WeChat Pay public key, as downloaded from the"
			+ " merchant platform under Account Center > API Security.";

	private Pem() {
	}

	/**
	 * Whether a text is PEM rather than, say, the location of a file.
	 * @param text any text
	 * @return whether it holds a PEM block
	 */
	public static boolean isPem(String text) {
		return text.contains("-----BEGIN ");
	}

	/**
	 * Whether a text is key material itself, in PEM or in Base64 alone, rather than, say,
	 * the location of a file.
	 * @param text any text
	 * @return whether it is
	 */
	public static boolean isMaterial(String text) {
		return isPem(text) || BareMaterial.decode(text) != null;
	}

	/**
	 * What a file holds, as PEM: DER and Base64 get the lines around them that they lack.
	 * @param content the bytes of a file, or of a text
	 * @return PEM text; the content as text if it is nothing that is known
	 */
	public static String text(byte[] content) {
		String label = BareMaterial.label(content);
		if (label != null) {
			return block(label, content);
		}
		String text = new String(content, StandardCharsets.UTF_8);
		byte[] decoded = isPem(text) ? null : BareMaterial.decode(text);
		return (decoded != null) ? text(decoded) : text;
	}

	private static String block(String label, byte[] content) {
		return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
				+ label + "-----\n";
	}

	/**
	 * Reads a private key: RSA in PKCS#8 or PKCS#1, SM2 in PKCS#8 or SEC 1. An SM2 key
	 * needs BouncyCastle on the class path, as public keys and certificates on its curve
	 * do.
	 * @param pem the PEM text
	 * @return the key
	 * @throws KeyMaterialException if it is something else
	 */
	public static PrivateKey privateKey(String pem) {
		return switch (labelOf(pem)) {
			case "PRIVATE KEY" -> privateKey(content(pem, "PRIVATE KEY"));
			case "RSA PRIVATE KEY" -> rsaPrivateKey(Pkcs1.toPkcs8(content(pem, "RSA PRIVATE KEY")));
			case "ENCRYPTED PRIVATE KEY" -> throw encrypted(pem);
			case "SM2 PRIVATE KEY" -> privateKey(Pkcs1.sm2ToPkcs8(content(pem, "SM2 PRIVATE KEY")));
			case "EC PRIVATE KEY" -> ecPrivateKey(content(pem, "EC PRIVATE KEY"));
			default -> throw pem.contains(TRADITIONAL_ENCRYPTION) ? encrypted(pem) : new KeyMaterialException(
					"The content is " + describe(pem) + " instead of a private key.", PRIVATE_KEY_REMEDY);
		};
	}

	/**
	 * Reads a public key.
	 * @param pem the PEM text
	 * @return the key
	 * @throws KeyMaterialException if it is something else, above all a certificate
	 */
	public static PublicKey publicKey(String pem) {
		if (!"PUBLIC KEY".equals(labelOf(pem))) {
			throw new KeyMaterialException("The content is " + describe(pem) + " instead of a public key.",
					PUBLIC_KEY_REMEDY);
		}
		byte[] content = content(pem, "PUBLIC KEY");
		try {
			return Sm2Keys.namesTheCurve(content) ? Sm2Keys.publicKey(content)
					: KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(content));
		}
		catch (GeneralSecurityException ex) {
			throw new KeyMaterialException("The public key is damaged or not an RSA key.", PUBLIC_KEY_REMEDY);
		}
	}

	/**
	 * Reads a certificate.
	 * @param pem the PEM text
	 * @return the certificate
	 * @throws KeyMaterialException if it is something else
	 */
	public static X509Certificate certificate(String pem) {
		return findCertificate(pem).orElseThrow(
				() -> new KeyMaterialException("The content is " + describe(pem) + " instead of a certificate.",
						"Use apiclient_cert.pem as downloaded from the merchant platform."));
	}

	/**
	 * Reads the first certificate of a text, if there is one.
	 * @param pem the PEM text
	 * @return the certificate
	 * @throws KeyMaterialException if it is damaged
	 */
	public static Optional<X509Certificate> findCertificate(String pem) {
		if (!normalize(pem).contains("-----BEGIN CERTIFICATE-----")) {
			return Optional.empty();
		}
		byte[] content = content(pem, "CERTIFICATE");
		try {
			return Optional.of(Sm2Keys.namesTheCurve(content) ? Sm2Keys.certificate(content)
					: (X509Certificate) CertificateFactory.getInstance("X.509")
						.generateCertificate(new ByteArrayInputStream(content)));
		}
		catch (GeneralSecurityException ex) {
			throw new KeyMaterialException("The certificate is damaged.", "Download it again.");
		}
	}

	/**
	 * Reads all certificates of a text, in their order.
	 * @param pem the PEM text
	 * @return the certificates, possibly none
	 * @throws KeyMaterialException if one is damaged
	 */
	public static List<X509Certificate> certificates(String pem) {
		List<X509Certificate> certificates = new ArrayList<>();
		Matcher blocks = BLOCK.matcher(normalize(pem));
		while (blocks.find()) {
			if ("CERTIFICATE".equals(blocks.group(1))) {
				findCertificate(blocks.group()).ifPresent(certificates::add);
			}
		}
		return certificates;
	}

	private static KeyMaterialException encrypted(String pem) {
		return new KeyMaterialException("The private key is encrypted.",
				"Decrypt it first: openssl pkey -in apiclient_key.pem -out plain.pem"
						+ (OLD_CIPHER.matcher(pem).find() ? " -provider legacy -provider default" : ""));
	}

	private static PrivateKey ecPrivateKey(byte[] sec1) {
		if (!Sm2Keys.namesTheCurve(sec1)) {
			throw new KeyMaterialException(
					"The content is an elliptic-curve private key instead of an RSA private key.", PRIVATE_KEY_REMEDY);
		}
		return privateKey(Pkcs1.sm2ToPkcs8(sec1));
	}

	private static PrivateKey privateKey(byte[] pkcs8) {
		if (!Sm2Keys.namesTheCurve(pkcs8)) {
			return rsaPrivateKey(pkcs8);
		}
		try {
			return Sm2Keys.privateKey(pkcs8);
		}
		catch (GeneralSecurityException ex) {
			throw new KeyMaterialException("The SM2 private key is damaged.", PRIVATE_KEY_REMEDY);
		}
	}

	private static PrivateKey rsaPrivateKey(byte[] pkcs8) {
		try {
			return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
		}
		catch (GeneralSecurityException ex) {
			throw new KeyMaterialException("The private key is damaged or not an RSA key.", PRIVATE_KEY_REMEDY);
		}
	}

	/** The label of the first block that is a key, else of the first block. */
	private static String labelOf(String pem) {
		Matcher matcher = BLOCK.matcher(normalize(pem));
		String first = "";
		while (matcher.find()) {
			if (matcher.group(1).endsWith("KEY")) {
				return matcher.group(1);
			}
			first = first.isEmpty() ? matcher.group(1) : first;
		}
		return first;
	}

	private static byte[] content(String pem, String label) {
		Matcher matcher = BLOCK.matcher(normalize(pem));
		while (matcher.find()) {
			if (matcher.group(1).equals(label)) {
				try {
					return Base64.getMimeDecoder().decode(matcher.group(2));
				}
				catch (IllegalArgumentException ex) {
					break;
				}
			}
		}
		throw new KeyMaterialException("The PEM block '" + label + "' is damaged.", "Copy or download it again.");
	}

	private static String describe(String pem) {
		return switch (labelOf(pem)) {
			case "" -> isPem(pem) ? "a damaged PEM text" : "text that is not PEM";
			case "CERTIFICATE" -> "a certificate";
			case "PUBLIC KEY" -> "a public key";
			case "RSA PUBLIC KEY" -> "a PKCS#1 public key";
			case "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "SM2 PRIVATE KEY", "ENCRYPTED PRIVATE KEY" ->
				"a private key";
			default -> "a PEM block of another kind";
		};
	}

	/** Environment variables often hold the two characters backslash and n (or r). */
	private static String normalize(String pem) {
		if (isPem(pem)) {
			return pem.replace("\\r", "").replace("\\n", "\n");
		}
		byte[] decoded = BareMaterial.decode(pem);
		return (decoded != null) ? text(decoded) : pem;
	}

}
