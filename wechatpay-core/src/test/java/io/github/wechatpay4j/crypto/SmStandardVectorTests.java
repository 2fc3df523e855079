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

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the standards themselves.
 */
class SmStandardVectorTests {

	/** GB/T 32918.5, annex A: the key of both examples, and the random number. */
	private static final String PRIVATE = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";

	private static final String PUBLIC_X = "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020";

	private static final String PUBLIC_Y = "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";

	private static final String SIGNATURE_R = "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3";

	private static final String SIGNATURE_S = "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";

	private final Provider provider = BouncyCastle.provider();

	private final PrivateKey privateKey = privateKey();

	private final PublicKey publicKey = publicKey();

	@Test
	void hashesAsGbt32905Says() throws Exception {
		assertThat(sm3("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
		assertThat(sm3("abcd".repeat(16)))
			.isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
	}

	@Test
	void enciphersAsGbt32907Says() throws Exception {
		byte[] block = hex("0123456789abcdeffedcba9876543210");
		Cipher cipher = Cipher.getInstance("SM4/ECB/NoPadding", this.provider);
		cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(block, "SM4"));
		assertThat(cipher.doFinal(block)).isEqualTo(hex("681edf34d206965e86b3e94f536e4246"));
		byte[] often = block;
		for (int i = 0; i < 1_000_000; i++) {
			often = cipher.doFinal(often);
		}
		assertThat(often).isEqualTo(hex("595298c7c6fd271f0402f804c33d3f66"));
	}

	@Test
	void sealsAsRfc8998Says() {
		Aead aead = new Sm4GcmAead(hex("0123456789abcdeffedcba9876543210"), this.provider);
		byte[] nonce = hex("00001234567800000000abcd");
		byte[] data = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
		byte[] plain = hex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
				+ "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
		byte[] sealed = hex("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
				+ "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
				+ "83de3541e4c2b58177e065a9bf7b62ec");
		assertThat(aead.encrypt(nonce, data, plain)).isEqualTo(sealed);
		assertThat(aead.decrypt(nonce, data, sealed)).isEqualTo(plain);
	}

	@Test
	void takesTheFirstHalfOfTheHashedApiV3KeyAsKey() throws Exception {
		String apiV3Key = "0123456789abcdef0123456789ABCDEF";
		byte[] key = Arrays.copyOf(hex(sm3(apiV3Key)), 16);
		byte[] nonce = hex("00001234567800000000abcd");
		byte[] plain = "plain".getBytes(StandardCharsets.UTF_8);
		assertThat(CryptoSuite.sm().aead(apiV3Key).encrypt(nonce, new byte[0], plain))
			.isEqualTo(new Sm4GcmAead(key, this.provider).encrypt(nonce, new byte[0], plain));
	}

	@Test
	void verifiesTheSignatureOfGbt32918() throws Exception {
		byte[] message = "message digest".getBytes(StandardCharsets.US_ASCII);
		byte[] signature = new DERSequence(
				new ASN1Integer[] { new ASN1Integer(number(SIGNATURE_R)), new ASN1Integer(number(SIGNATURE_S)) })
			.getEncoded();
		Verifier verifier = CryptoSuite.sm().verifier(this.publicKey);
		assertThat(verifier.verify(message, signature)).isTrue();
		assertThat(verifier.verify("message digesT".getBytes(StandardCharsets.US_ASCII), signature)).isFalse();
		assertThat(verifier.verify(message, CryptoSuite.sm().signer("1", this.privateKey).sign(message))).isTrue();
	}

	@Test
	void opensTheCiphertextOfGbt32918() throws Exception {
		byte[] ciphertext = new DERSequence(new ASN1Encodable[] {
				new ASN1Integer(number("04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73")),
				new ASN1Integer(number("e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0")),
				new DEROctetString(hex("59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766")),
				new DEROctetString(hex("21886ca989ca9c7d58087307ca93092d651efa")) })
			.getEncoded();
		assertThat(CryptoSuite.sm().decryptor(this.privateKey).decrypt(Base64.getEncoder().encodeToString(ciphertext)))
			.isEqualTo("encryption standard");
	}

	private String sm3(String text) throws Exception {
		return HexFormat.of()
			.formatHex(MessageDigest.getInstance("SM3", this.provider).digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static PrivateKey privateKey() {
		try {
			return Sm2Keys.privateKey(Pkcs1.sm2ToPkcs8(hex("302502010104" + "20" + PRIVATE)));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static PublicKey publicKey() {
		try {
			return Sm2Keys
				.publicKey(hex("3059301306072a8648ce3d020106082a811ccf5501822d03420004" + PUBLIC_X + PUBLIC_Y));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static BigInteger number(String hex) {
		return new BigInteger(hex, 16);
	}

	private static byte[] hex(String hex) {
		return HexFormat.of().parseHex(hex);
	}

}
