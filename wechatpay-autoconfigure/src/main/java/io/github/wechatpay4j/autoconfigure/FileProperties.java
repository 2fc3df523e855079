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

package io.github.wechatpay4j.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * How files, such as bills, are downloaded.
 */
public class FileProperties {

	/**
	 * How many connections for files may be open to one host.
	 */
	private int maxConnections = 10;

	/**
	 * How long a download may take as a whole, with the time that its reader takes; as
	 * long as a call (wechatpay.http.total-timeout) if not set.
	 */
	private @Nullable Duration totalTimeout;

	/**
	 * How large a file may be as it is received, compressed or not.
	 */
	private DataSize maxReceived = DataSize.ofMegabytes(512);

	/**
	 * How large a file may be after decompression.
	 */
	private DataSize maxDecompressed = DataSize.ofGigabytes(2);

	public int getMaxConnections() {
		return this.maxConnections;
	}

	public void setMaxConnections(int maxConnections) {
		this.maxConnections = maxConnections;
	}

	public @Nullable Duration getTotalTimeout() {
		return this.totalTimeout;
	}

	public void setTotalTimeout(@Nullable Duration totalTimeout) {
		this.totalTimeout = totalTimeout;
	}

	public DataSize getMaxReceived() {
		return this.maxReceived;
	}

	public void setMaxReceived(DataSize maxReceived) {
		this.maxReceived = maxReceived;
	}

	public DataSize getMaxDecompressed() {
		return this.maxDecompressed;
	}

	public void setMaxDecompressed(DataSize maxDecompressed) {
		this.maxDecompressed = maxDecompressed;
	}

}
