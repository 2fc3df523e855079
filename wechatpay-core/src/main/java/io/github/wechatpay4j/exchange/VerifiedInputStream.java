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

package io.github.wechatpay4j.exchange;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.SignatureException.Reason;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.operation.Downloadable;

import org.springframework.util.unit.DataSize;
import org.jspecify.annotations.Nullable;

/**
 * Reads a downloaded file, decompressing it where it is compressed, and checks its hash
 * at the end: the last {@code read} throws a {@link SignatureException} instead of
 * reporting the end when the file is not the announced one. Not safe for use by many
 * threads.
 */
public final class VerifiedInputStream extends FilterInputStream {

	private static final int GZIP_MAGIC_1 = 0x1f;

	private static final int GZIP_MAGIC_2 = 0x8b;

	private final MessageDigest digest;

	private final String expected;

	private final DataSize maxSize;

	private long size;

	private VerifiedInputStream(InputStream content, MessageDigest digest, String expected, DataSize maxSize) {
		super(content);
		this.maxSize = maxSize;
		this.digest = digest;
		this.expected = expected;
	}

	/**
	 * Opens a download.
	 * @param received the bytes as received
	 * @param file what was announced
	 * @return the decompressed, checked content
	 * @throws IOException if reading fails
	 * @throws IllegalArgumentException if no hash was announced
	 */
	public static VerifiedInputStream open(InputStream received, Downloadable file) throws IOException {
		return open(received, file, FileSettings.defaults().maxDecompressed());
	}

	/**
	 * Opens a download.
	 * @param received the bytes as received
	 * @param file what was announced
	 * @param maxSize how large the decompressed content may be; reading more than that
	 * throws an {@link UnreadableResponseException}
	 * @return the decompressed, checked content
	 * @throws IOException if reading fails
	 * @throws IllegalArgumentException if no hash was announced
	 */
	public static VerifiedInputStream open(InputStream received, Downloadable file, DataSize maxSize)
			throws IOException {
		MessageDigest digest = digest(announced(file.hashType(), "hash_type"));
		String expected = announced(file.hashValue(), "hash_value").toLowerCase(Locale.ROOT);
		try {
			return new VerifiedInputStream(decompressed(received), digest, expected, maxSize);
		}
		catch (ZipException | EOFException ex) {
			throw notAnnounced();
		}
	}

	/** An answer may lack what it promises, and a file without a hash proves nothing. */
	static String announced(@Nullable String value, String field) {
		if (value == null) {
			throw new IllegalArgumentException("'" + field + "' is missing: the answer announces no file that could be"
					+ " downloaded and checked. Ask for it again");
		}
		return value;
	}

	private static MessageDigest digest(String hashType) {
		try {
			return MessageDigest.getInstance("SHA1".equalsIgnoreCase(hashType) ? "SHA-1" : hashType);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new SignatureException(Reason.MALFORMED, "the file's hash is of an unknown kind, " + hashType);
		}
	}

	/**
	 * No bill begins with gzip's magic number: its first character is a letter or a BOM.
	 */
	private static InputStream decompressed(InputStream received) throws IOException {
		PushbackInputStream peekable = new PushbackInputStream(received, 2);
		int first = peekable.read();
		int second = (first < 0) ? -1 : peekable.read();
		if (second >= 0) {
			peekable.unread(second);
		}
		if (first >= 0) {
			peekable.unread(first);
		}
		return (first == GZIP_MAGIC_1 && second == GZIP_MAGIC_2) ? new GZIPInputStream(peekable) : peekable;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int count;
		try {
			count = super.read(buffer, offset, length);
		}
		catch (ZipException | EOFException ex) {
			// An archive that is damaged or cut short: not the announced file either
			throw notAnnounced();
		}
		if (count > 0) {
			this.size += count;
			if (this.size > this.maxSize.toBytes()) {
				throw new UnreadableResponseException("Bills.download",
						"the file is larger than " + this.maxSize.toBytes()
								+ " bytes after decompression (wechatpay.http.files.max-decompressed)",
						200, null, null);
			}
			this.digest.update(buffer, offset, count);
		}
		else if (count < 0) {
			check();
		}
		return count;
	}

	@Override
	public long skip(long count) throws IOException {
		byte[] skipped = new byte[(int) Math.max(0, Math.min(count, 8192))];
		return Math.max(0, read(skipped, 0, skipped.length));
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	private void check() {
		// A copy, because digest() resets and the end may be read twice
		String actual;
		try {
			actual = HexFormat.of().formatHex(((MessageDigest) this.digest.clone()).digest());
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException("The JDK's digests can be cloned", ex);
		}
		if (!actual.equals(this.expected)) {
			throw notAnnounced();
		}
	}

	private static SignatureException notAnnounced() {
		return new SignatureException(Reason.HASH_MISMATCH,
				"The downloaded file does not have the announced hash and must not be used");
	}

}
