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

/**
 * How connections to WeChat Pay are made and kept. Immutable.
 */
public final class TransportSettings {

	private final Duration connectTimeout;

	private final Duration responseTimeout;

	private final Duration totalTimeout;

	private final Duration acquireTimeout;

	private final Duration maxIdleTime;

	private final int maxConnections;

	private final int maxPending;

	private final boolean http2;

	private final FileSettings files;

	private final @Nullable ProxySettings proxy;

	private final @Nullable TlsSettings tls;

	private TransportSettings(Builder builder) {
		this.connectTimeout = builder.connectTimeout;
		this.responseTimeout = builder.responseTimeout;
		this.totalTimeout = builder.totalTimeout;
		this.acquireTimeout = builder.acquireTimeout;
		this.maxIdleTime = builder.maxIdleTime;
		this.maxConnections = builder.maxConnections;
		this.maxPending = builder.maxPending;
		this.http2 = builder.http2;
		this.files = builder.files;
		this.proxy = builder.proxy;
		this.tls = builder.tls;
	}

	/**
	 * Settings that suit a payment server.
	 * @return the defaults
	 */
	public static TransportSettings defaults() {
		return builder().build();
	}

	/**
	 * Starts with settings that suit a payment server.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * How long connecting may take, to the host and to a proxy each.
	 * @return the time, 3 s by default
	 */
	public Duration connectTimeout() {
		return this.connectTimeout;
	}

	/**
	 * How long the platform may stay silent.
	 * @return the time, 10 s by default
	 */
	public Duration responseTimeout() {
		return this.responseTimeout;
	}

	/**
	 * How long a call may take as a whole, with all of its attempts and what lies between
	 * them.
	 * @return the time, 20 s by default
	 */
	public Duration totalTimeout() {
		return this.totalTimeout;
	}

	/**
	 * How long a call may wait for a connection while all are in use.
	 * @return the time, 3 s by default
	 */
	public Duration acquireTimeout() {
		return this.acquireTimeout;
	}

	/**
	 * How long a connection may rest in the pool; less than the about eight seconds after
	 * which the platform closes it.
	 * @return the time, 6 s by default
	 */
	public Duration maxIdleTime() {
		return this.maxIdleTime;
	}

	/**
	 * How many connections may be open to one host.
	 * @return the number, 200 by default
	 */
	public int maxConnections() {
		return this.maxConnections;
	}

	/**
	 * How many calls may wait for a connection to one host. One more fails at once.
	 * @return the number, 1000 by default
	 */
	public int maxPending() {
		return this.maxPending;
	}

	/**
	 * Whether HTTP/2 is spoken where the server offers it over TLS.
	 * @return whether it is, by default not
	 */
	public boolean http2() {
		return this.http2;
	}

	/**
	 * What is different for files, such as bills.
	 * @return the settings of files
	 */
	public FileSettings files() {
		return this.files;
	}

	/**
	 * The proxy.
	 * @return the proxy, or {@code null} for none
	 */
	public @Nullable ProxySettings proxy() {
		return this.proxy;
	}

	/**
	 * The keys, certificates and options of TLS.
	 * @return the settings, or {@code null} for those of the JVM
	 */
	public @Nullable TlsSettings tls() {
		return this.tls;
	}

	/**
	 * Builds {@link TransportSettings}. Not safe for use by many threads.
	 */
	public static final class Builder {

		private static final Duration MAX_TIME = Duration.ofDays(1);

		private Duration connectTimeout = Duration.ofSeconds(3);

		private Duration responseTimeout = Duration.ofSeconds(10);

		private Duration totalTimeout = Duration.ofSeconds(20);

		private Duration acquireTimeout = Duration.ofSeconds(3);

		private Duration maxIdleTime = Duration.ofSeconds(6);

		private int maxConnections = 200;

		private int maxPending = 1000;

		private boolean http2;

		private FileSettings files = FileSettings.defaults();

		private @Nullable ProxySettings proxy;

		private @Nullable TlsSettings tls;

		private Builder() {
		}

		/**
		 * Sets how long connecting may take.
		 * @param connectTimeout the time
		 * @return this builder
		 */
		public Builder connectTimeout(Duration connectTimeout) {
			this.connectTimeout = time(connectTimeout, "connectTimeout");
			return this;
		}

		/**
		 * Sets how long the platform may stay silent.
		 * @param responseTimeout the time
		 * @return this builder
		 */
		public Builder responseTimeout(Duration responseTimeout) {
			this.responseTimeout = time(responseTimeout, "responseTimeout");
			return this;
		}

		/**
		 * Sets how long a call may take as a whole.
		 * @param totalTimeout the time
		 * @return this builder
		 */
		public Builder totalTimeout(Duration totalTimeout) {
			this.totalTimeout = time(totalTimeout, "totalTimeout");
			return this;
		}

		/**
		 * Sets how long a call may wait for a connection.
		 * @param acquireTimeout the time
		 * @return this builder
		 */
		public Builder acquireTimeout(Duration acquireTimeout) {
			this.acquireTimeout = time(acquireTimeout, "acquireTimeout");
			return this;
		}

		/**
		 * Sets how long a connection may rest in the pool.
		 * @param maxIdleTime the time
		 * @return this builder
		 */
		public Builder maxIdleTime(Duration maxIdleTime) {
			this.maxIdleTime = time(maxIdleTime, "maxIdleTime");
			return this;
		}

		/**
		 * Sets how many connections may be open to one host.
		 * @param maxConnections the number
		 * @return this builder
		 */
		public Builder maxConnections(int maxConnections) {
			this.maxConnections = count(maxConnections, 1, "maxConnections");
			return this;
		}

		/**
		 * Sets how many calls may wait for a connection to one host.
		 * @param maxPending the number
		 * @return this builder
		 */
		public Builder maxPending(int maxPending) {
			this.maxPending = count(maxPending, 0, "maxPending");
			return this;
		}

		/**
		 * Sets whether HTTP/2 is spoken where the server offers it over TLS.
		 * @param http2 whether it is
		 * @return this builder
		 */
		public Builder http2(boolean http2) {
			this.http2 = http2;
			return this;
		}

		/**
		 * Sets what is different for files.
		 * @param files the settings of files
		 * @return this builder
		 */
		public Builder files(FileSettings files) {
			this.files = Objects.requireNonNull(files, "files");
			return this;
		}

		/**
		 * Sets the proxy.
		 * @param proxy the proxy, or {@code null} for none
		 * @return this builder
		 */
		public Builder proxy(@Nullable ProxySettings proxy) {
			this.proxy = proxy;
			return this;
		}

		/**
		 * Sets the keys, certificates and options of TLS.
		 * @param tls the settings, or {@code null} for those of the JVM
		 * @return this builder
		 */
		public Builder tls(@Nullable TlsSettings tls) {
			this.tls = tls;
			return this;
		}

		/** Beyond a day nobody waits, and numbers of milliseconds overflow. */
		private static Duration time(Duration time, String name) {
			if (time.isZero() || time.isNegative() || time.compareTo(MAX_TIME) > 0) {
				throw new IllegalArgumentException(name + " must be positive and at most 24 hours: " + time);
			}
			return time;
		}

		private static int count(int count, int least, String name) {
			if (count < least) {
				throw new IllegalArgumentException(name + " must be at least " + least + ": " + count);
			}
			return count;
		}

		/**
		 * Builds the settings.
		 * @return the settings
		 */
		public TransportSettings build() {
			return new TransportSettings(this);
		}

	}

}
