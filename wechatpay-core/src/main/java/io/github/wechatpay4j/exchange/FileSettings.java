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

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * How files, such as bills, are downloaded. They have connections of their own, so that
 * they keep no call waiting. Immutable.
 *
 * @param maxConnections how many connections may be open to one host
 * @param totalTimeout how long a download may take as a whole, with the time that its
 * reader takes; {@code null} for that of a call
 * @param maxReceived how many bytes may be received
 * @param maxDecompressed how many bytes the file may have after decompression
 */
public record FileSettings(int maxConnections, @Nullable Duration totalTimeout, DataSize maxReceived,
		DataSize maxDecompressed) {

	/**
	 * Creates settings.
	 * @throws IllegalArgumentException if a value cannot be meant
	 */
	public FileSettings {
		if (maxConnections < 1) {
			throw new IllegalArgumentException("maxConnections must be at least 1");
		}
		Objects.requireNonNull(maxReceived, "maxReceived");
		Objects.requireNonNull(maxDecompressed, "maxDecompressed");
	}

	/**
	 * Ten connections, half a gigabyte received, two gigabytes after decompression.
	 * @return the defaults
	 */
	public static FileSettings defaults() {
		return new FileSettings(10, null, DataSize.ofMegabytes(512), DataSize.ofGigabytes(2));
	}

}
