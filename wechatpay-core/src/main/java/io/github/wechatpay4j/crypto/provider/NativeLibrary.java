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

package io.github.wechatpay4j.crypto.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;

/**
 * Reads from a native library's first bytes what it was made for, which is cheaper than
 * trying.
 */
final class NativeLibrary {

	private static final int ELF = 0x464C457F;

	private static final int ELF_MACHINE = 18;

	private static final int ELF_X86_64 = 62;

	private static final int ELF_AARCH64 = 183;

	private NativeLibrary() {
	}

	/** Formats other than ELF, that of Linux, get the benefit of the doubt. */
	static boolean isForThisProcessor(URL library) throws IOException {
		URLConnection connection = library.openConnection();
		// A cached jar file would stay open, and be shared with whoever else reads it
		connection.setUseCaches(false);
		try (InputStream content = connection.getInputStream()) {
			return isFor(content.readNBytes(ELF_MACHINE + 2), System.getProperty("os.arch"));
		}
	}

	static boolean isFor(byte[] header, String processor) {
		if (header.length < ELF_MACHINE + 2 || little(header, 0, 4) != ELF) {
			return true;
		}
		return switch (little(header, ELF_MACHINE, 2)) {
			case ELF_X86_64 -> "amd64".equals(processor) || "x86_64".equals(processor);
			case ELF_AARCH64 -> "aarch64".equals(processor);
			default -> false;
		};
	}

	private static int little(byte[] bytes, int offset, int length) {
		int value = 0;
		for (int i = length - 1; i >= 0; i--) {
			value = (value << Byte.SIZE) | (bytes[offset + i] & 0xff);
		}
		return value;
	}

}
