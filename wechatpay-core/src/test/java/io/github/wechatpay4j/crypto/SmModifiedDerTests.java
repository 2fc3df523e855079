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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.testing.SmTestKeys;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * SM2 signatures and ciphertexts whose numbers are right and whose form is not, and the
 * other way round.
 */
class SmModifiedDerTests {

	private static final KeyPair KEYS = SmTestKeys.generate();

	private static final byte[] MESSAGE = "1554208460\nnonce\n{}\n".getBytes(StandardCharsets.UTF_8);

	/** The order of the curve, GB/T 32918.5. */
	private static final BigInteger ORDER = new BigInteger(
			"fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123", 16);

	private static final CryptoSuite SUITE = CryptoSuite.sm();

	static Stream<Arguments> signatures() throws IOException {
		byte[] good = SUITE.signer("1", KEYS.getPrivate()).sign(MESSAGE);
		ASN1Sequence numbers = ASN1Sequence.getInstance(good);
		BigInteger r = ASN1Integer.getInstance(numbers.getObjectAt(0)).getValue();
		BigInteger s = ASN1Integer.getInstance(numbers.getObjectAt(1)).getValue();
		byte[] first = new ASN1Integer(r).getEncoded();
		byte[] second = new ASN1Integer(s).getEncoded();
		return Stream
			.of(Arguments.of("as it was", good, true), Arguments.of("exchanged numbers", sequence(s, r), false),
					Arguments.of("r plus the order", sequence(r.add(ORDER), s), false),
					Arguments.of("s plus the order", sequence(r, s.add(ORDER)), false),
					Arguments.of("the order minus s", sequence(r, ORDER.subtract(s)), false),
					Arguments.of("negative r", sequence(r.negate(), s), false),
					Arguments.of("r of 0", sequence(BigInteger.ZERO, s), false),
					Arguments.of("s of 0", sequence(r, BigInteger.ZERO), false),
					Arguments.of("both 0", sequence(BigInteger.ZERO, BigInteger.ZERO), false),
					Arguments.of("both the order", sequence(ORDER, ORDER), false),
					Arguments.of("only r", sequence(r), false),
					Arguments.of("a third number", sequence(r, s, s), false),
					Arguments.of("no number", sequence(), false),
					Arguments.of("a byte behind", Arrays.copyOf(good, good.length + 1), false),
					Arguments.of("a byte behind the numbers", element(0x30, first, second, new byte[1]), false),
					Arguments.of("the numbers alone", concat(first, second), false),
					Arguments.of("64 bytes without a form", concat(fixed(r), fixed(s)), false),
					Arguments.of("SET for SEQUENCE", element(0x31, first, second), false),
					Arguments.of("long form of a short length",
							concat(new byte[] { 0x30, (byte) 0x81, (byte) (first.length + second.length) }, first,
									second),
							false),
					Arguments.of("indefinite length",
							concat(new byte[] { 0x30, (byte) 0x80 }, first, second, new byte[2]), false),
					Arguments.of("zeros before r", element(0x30, element(0x02, new byte[2], fixed(r)), second), false),
					Arguments.of("OCTET STRING for INTEGER", element(0x30, element(0x04, fixed(r)), second), false),
					Arguments.of("NULL", new byte[] { 5, 0 }, false), Arguments.of("nothing", new byte[0], false));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("signatures")
	void believesNoSignatureInAnotherForm(String name, byte[] signature, boolean good) {
		assertThat(SUITE.verifier(KEYS.getPublic()).verify(MESSAGE, signature)).isEqualTo(good);
	}

	static Stream<Arguments> ciphertexts() throws IOException {
		ASN1Sequence parts = ASN1Sequence
			.getInstance(Base64.getDecoder().decode(SUITE.encryptor(KEYS.getPublic()).encrypt("张三")));
		ASN1Integer x = ASN1Integer.getInstance(parts.getObjectAt(0));
		ASN1Integer y = ASN1Integer.getInstance(parts.getObjectAt(1));
		ASN1OctetString hash = ASN1OctetString.getInstance(parts.getObjectAt(2));
		ASN1OctetString text = ASN1OctetString.getInstance(parts.getObjectAt(3));
		ASN1OctetString shorter = new DEROctetString(Arrays.copyOf(hash.getOctets(), 31));
		ASN1Integer zero = new ASN1Integer(0);
		return Stream.of(Arguments.of("a point that is not on the curve", der(next(x), y, hash, text)),
				Arguments.of("no point", der(zero, zero, hash, text)),
				Arguments.of("exchanged coordinates", der(y, x, hash, text)),
				Arguments.of("a coordinate too long", der(new ASN1Integer(x.getValue().shiftLeft(8)), y, hash, text)),
				Arguments.of("a hash too short", der(x, y, shorter, text)),
				Arguments.of("a hash too long",
						der(x, y, new DEROctetString(Arrays.copyOf(hash.getOctets(), 33)), text)),
				Arguments.of("exchanged hash and text", der(x, y, text, hash)),
				Arguments.of("no text", der(x, y, hash, new DEROctetString(new byte[0]))),
				Arguments.of("a text too long",
						der(x, y, hash, new DEROctetString(Arrays.copyOf(text.getOctets(), 7)))),
				Arguments.of("three parts", der(x, y, hash)), Arguments.of("five parts", der(x, y, hash, text, text)),
				Arguments.of("other types", der(hash, text, x, y)),
				Arguments.of("a byte behind", concat(parts.getEncoded(), new byte[1])),
				Arguments.of("the parts without a form", concat(new byte[] { 4 }, fixed(x.getValue()),
						fixed(y.getValue()), hash.getOctets(), text.getOctets())));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("ciphertexts")
	void opensNothingInAnotherForm(String name, byte[] ciphertext) {
		FieldDecryptor decryptor = SUITE.decryptor(KEYS.getPrivate());
		assertThatExceptionOfType(DecryptionException.class)
			.isThrownBy(() -> decryptor.decrypt(Base64.getEncoder().encodeToString(ciphertext)))
			.withNoCause();
	}

	private static ASN1Integer next(ASN1Integer number) {
		return new ASN1Integer(number.getValue().xor(BigInteger.ONE));
	}

	private static byte[] der(ASN1Encodable... parts) throws IOException {
		return new DERSequence(parts).getEncoded();
	}

	private static byte[] sequence(BigInteger... numbers) throws IOException {
		return new DERSequence(Stream.of(numbers).map(ASN1Integer::new).toArray(ASN1Integer[]::new)).getEncoded();
	}

	private static byte[] element(int tag, byte[]... content) {
		byte[] all = concat(content);
		return concat(new byte[] { (byte) tag, (byte) all.length }, all);
	}

	private static byte[] fixed(BigInteger number) {
		return HexFormat.of().parseHex(String.format("%064x", number));
	}

	private static byte[] concat(byte[]... pieces) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] piece : pieces) {
			all.writeBytes(piece);
		}
		return all.toByteArray();
	}

}
