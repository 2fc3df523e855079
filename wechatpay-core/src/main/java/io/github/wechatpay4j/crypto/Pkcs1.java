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
 * Wraps a PKCS#1 RSA private key as PKCS#8, the only form that the JDK reads.
 */
final class Pkcs1 {

	/** Version 0 and the algorithm identifier rsaEncryption with a NULL parameter. */
	private static final byte[] PREFIX = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

	private static final int SEQUENCE = 0x30;

	private static final int OCTET_STRING = 0x04;

	private Pkcs1() {
	}

	static byte[] toPkcs8(byte[] pkcs1) {
		ByteArrayOutputStream content = new ByteArrayOutputStream(pkcs1.length + 32);
		content.writeBytes(PREFIX);
		content.writeBytes(element(OCTET_STRING, pkcs1));
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
