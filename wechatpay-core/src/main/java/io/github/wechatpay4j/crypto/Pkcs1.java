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
import java.util.HexFormat;

/**
 * Wraps a bare private key, RSA in PKCS#1 or SM2 in SEC 1, as PKCS#8: the only form that
 * key factories read.
 */
final class Pkcs1 {

	/** Version 0 and the algorithm identifier rsaEncryption with a NULL parameter. */
	private static final byte[] PREFIX = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

	/** Version 0 and the algorithm identifier id-ecPublicKey with the curve sm2p256v1. */
	private static final byte[] SM2_PREFIX = HexFormat.of()
		.parseHex("020100301306072a8648ce3d020106082a811ccf5501822d");

	private static final int SEQUENCE = 0x30;

	private static final int OCTET_STRING = 0x04;

	private Pkcs1() {
	}

	static byte[] toPkcs8(byte[] pkcs1) {
		return wrap(PREFIX, pkcs1);
	}

	static byte[] sm2ToPkcs8(byte[] sec1) {
		return wrap(SM2_PREFIX, sec1);
	}

	private static byte[] wrap(byte[] prefix, byte[] key) {
		ByteArrayOutputStream content = new ByteArrayOutputStream(key.length + 32);
		content.writeBytes(prefix);
		content.writeBytes(element(OCTET_STRING, key));
		return element(SEQUENCE, content.toByteArray());
	}

	/** A DER element: tag, length (short or long form), content. */
	private static byte[] element(int tag, byte[] content) {
		ByteArrayOutputStream element = new ByteArrayOutputStream(content.length + 6);
		element.write(tag);
		if (content.length < 0x80) {
			element.write(content.length);
		}
		else {
			int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
			element.write(0x80 | bytes);
			for (int i = bytes - 1; i >= 0; i--) {
				element.write(content.length >>> (8 * i));
			}
		}
		element.writeBytes(content);
		return element.toByteArray();
	}

}
