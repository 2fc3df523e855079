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

package io.github.wechatpay4j.simulator.official;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Hashes of files as the platform writes them.
 */
public final class Hash {

	private Hash() {
	}

	/**
	 * The hash of a file to download.
	 * @param content the file
	 * @return SHA-1 in hexadecimal
	 */
	public static String sha1(byte[] content) {
		return of("SHA-1", content);
	}

	/**
	 * The hash of an uploaded file.
	 * @param content the file
	 * @return SHA-256 in hexadecimal
	 */
	public static String sha256(byte[] content) {
		return of("SHA-256", content);
	}

	private static String of(String algorithm, byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JVM has " + algorithm, ex);
		}
	}

}
