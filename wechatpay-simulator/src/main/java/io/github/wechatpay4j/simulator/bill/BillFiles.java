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

package io.github.wechatpay4j.simulator.bill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

import io.github.wechatpay4j.simulator.official.Hash;
import io.github.wechatpay4j.simulator.official.Numbers;
import io.github.wechatpay4j.simulator.official.Refusal;

/**
 * Files to be downloaded, for a few minutes each. Safe for use by many threads.
 */
public final class BillFiles {

	private static final Duration LIFETIME = Duration.ofMinutes(5);

	private final Map<String, StoredFile> files = new ConcurrentHashMap<>();

	private final Numbers numbers;

	private final Clock clock;

	/**
	 * Creates an empty store.
	 * @param numbers makes tokens
	 * @param clock tells the time
	 */
	public BillFiles(Numbers numbers, Clock clock) {
		this.numbers = numbers;
		this.clock = clock;
	}

	/**
	 * Keeps a file.
	 * @param mchid who may download it
	 * @param content the file
	 * @param gzip whether to compress it
	 * @return how to download it
	 */
	public Ticket keep(String mchid, byte[] content, boolean gzip) {
		Instant now = this.clock.instant();
		this.files.values().removeIf((file) -> !now.isBefore(file.until()));
		String token = this.numbers.letters(64);
		this.files.put(token, new StoredFile(mchid, gzip ? gzip(content) : content, gzip, now.plus(LIFETIME)));
		return new Ticket(token, Hash.sha1(content));
	}

	/**
	 * Finds a file.
	 * @param mchid who asks
	 * @param token the ticket's token
	 * @return the file
	 * @throws Refusal if there is none, or no longer, or it is somebody else's
	 */
	public StoredFile get(String mchid, String token) {
		StoredFile file = this.files.get(token);
		if (file == null || !this.clock.instant().isBefore(file.until())) {
			throw Refusal.of(400, "INVALID_REQUEST", "账单下载地址无效或已过期，请重新申请账单");
		}
		if (!file.mchid().equals(mchid)) {
			throw Refusal.of(403, "NO_AUTH", "商户无权限下载该账单");
		}
		return file;
	}

	private static byte[] gzip(byte[] content) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
			stream.write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return compressed.toByteArray();
	}

	/**
	 * How to download a file.
	 *
	 * @param token names the file
	 * @param sha1 the hash of the file, decompressed
	 */
	public record Ticket(String token, String sha1) {
	}

	/**
	 * A file.
	 *
	 * @param mchid who may download it
	 * @param content the bytes
	 * @param gzip whether they are compressed
	 * @param until how long it is kept
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record StoredFile(String mchid, byte[] content, boolean gzip, Instant until) {
	}

}
