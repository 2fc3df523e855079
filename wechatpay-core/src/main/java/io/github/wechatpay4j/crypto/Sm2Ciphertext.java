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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.util.BigIntegers;

/**
 * What SM2 encryption yields, in its two forms: the parts C1, C2, C3 one after the other
 * as BouncyCastle has them, and the sequence {@code (x, y, C3, C2)} of GB/T 35276 as the
 * protocol wants it.
 */
final class Sm2Ciphertext {

	private static final int COORDINATE_BYTES = 32;

	private static final int HASH_BYTES = 32;

	private static final int POINT_BYTES = 1 + 2 * COORDINATE_BYTES;

	private static final byte UNCOMPRESSED = 4;

	private final BigInteger x;

	private final BigInteger y;

	private final byte[] hash;

	private final byte[] text;

	private Sm2Ciphertext(BigInteger x, BigInteger y, byte[] hash, byte[] text) {
		this.x = x;
		this.y = y;
		this.hash = hash;
		this.text = text;
	}

	static Sm2Ciphertext ofParts(byte[] parts) {
		int end = parts.length - HASH_BYTES;
		return new Sm2Ciphertext(new BigInteger(1, Arrays.copyOfRange(parts, 1, 1 + COORDINATE_BYTES)),
				new BigInteger(1, Arrays.copyOfRange(parts, 1 + COORDINATE_BYTES, POINT_BYTES)),
				Arrays.copyOfRange(parts, end, parts.length), Arrays.copyOfRange(parts, POINT_BYTES, end));
	}

	/**
	 * Takes the protocol's form apart.
	 * @throws IllegalArgumentException if it is something else
	 */
	static Sm2Ciphertext ofDer(byte[] der) {
		ASN1Sequence sequence;
		try {
			sequence = ASN1Sequence.getInstance(der);
		}
		catch (IllegalStateException ex) {
			throw new IllegalArgumentException("not DER", ex);
		}
		if (sequence.size() != 4) {
			throw new IllegalArgumentException("not four elements");
		}
		return new Sm2Ciphertext(ASN1Integer.getInstance(sequence.getObjectAt(0)).getPositiveValue(),
				ASN1Integer.getInstance(sequence.getObjectAt(1)).getPositiveValue(),
				ASN1OctetString.getInstance(sequence.getObjectAt(2)).getOctets(),
				ASN1OctetString.getInstance(sequence.getObjectAt(3)).getOctets());
	}

	byte[] toDer() {
		DERSequence sequence = new DERSequence(new ASN1Encodable[] { new ASN1Integer(this.x), new ASN1Integer(this.y),
				new DEROctetString(this.hash), new DEROctetString(this.text) });
		try {
			return sequence.getEncoded(ASN1Encoding.DER);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The parts one after the other.
	 * @throws IllegalArgumentException if one of them has another length than it must
	 */
	byte[] toParts() {
		if (this.hash.length != HASH_BYTES || this.text.length == 0) {
			throw new IllegalArgumentException("parts of a wrong length");
		}
		byte[] parts = new byte[POINT_BYTES + this.text.length + HASH_BYTES];
		parts[0] = UNCOMPRESSED;
		System.arraycopy(BigIntegers.asUnsignedByteArray(COORDINATE_BYTES, this.x), 0, parts, 1, COORDINATE_BYTES);
		System.arraycopy(BigIntegers.asUnsignedByteArray(COORDINATE_BYTES, this.y), 0, parts, 1 + COORDINATE_BYTES,
				COORDINATE_BYTES);
		System.arraycopy(this.text, 0, parts, POINT_BYTES, this.text.length);
		System.arraycopy(this.hash, 0, parts, POINT_BYTES + this.text.length, HASH_BYTES);
		return parts;
	}

}
