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

package io.github.wechatpay4j.merchant;

import java.util.Objects;

import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.trust.Trust;
import org.jspecify.annotations.Nullable;

/**
 * A merchant that this application acts for. Immutable and safe for use by many threads.
 */
public final class Merchant {

	/** The name of the merchant that is meant when none is named. */
	public static final String DEFAULT_NAME = "default";

	private final String name;

	private final Credentials credentials;

	private final Trust trust;

	private final @Nullable String appid;

	private final @Nullable String notifyUrl;

	private Merchant(Builder builder) {
		this.name = builder.name;
		this.credentials = builder.credentials;
		this.trust = builder.trust;
		this.appid = builder.appid;
		this.notifyUrl = builder.notifyUrl;
	}

	/**
	 * Starts a merchant.
	 * @param credentials what proves it
	 * @param trust the platform keys that it believes
	 * @return a builder
	 */
	public static Builder of(Credentials credentials, Trust trust) {
		return new Builder(credentials, trust);
	}

	/**
	 * The name that this application uses for the merchant.
	 * @return the name, {@value #DEFAULT_NAME} for the one that need not be named
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The merchant's number.
	 * @return the number that WeChat Pay gave
	 */
	public String mchid() {
		return this.credentials.mchid();
	}

	/**
	 * What proves the merchant.
	 * @return the credentials
	 */
	public Credentials credentials() {
		return this.credentials;
	}

	/**
	 * The platform keys that the merchant believes.
	 * @return the trust
	 */
	public Trust trust() {
		return this.trust;
	}

	/**
	 * The application that the merchant's payments belong to.
	 * @return the appid, or {@code null} if none is configured
	 */
	public @Nullable String appid() {
		return this.appid;
	}

	/**
	 * Where notifications are to be sent.
	 * @return an absolute address, or {@code null} if none is configured
	 */
	public @Nullable String notifyUrl() {
		return this.notifyUrl;
	}

	/**
	 * The same merchant with another notification address.
	 * @param notifyUrl where notifications are to be sent
	 * @return a new merchant
	 */
	public Merchant withNotifyUrl(@Nullable String notifyUrl) {
		return of(this.credentials, this.trust).name(this.name).appid(this.appid).notifyUrl(notifyUrl).build();
	}

	/**
	 * The same merchant with another key of its own. Put it into the registry: calls
	 * under way finish with the key that they began with.
	 * @param credentials what proves the merchant from now on
	 * @return a new merchant
	 */
	public Merchant withCredentials(Credentials credentials) {
		return of(credentials, this.trust).name(this.name).appid(this.appid).notifyUrl(this.notifyUrl).build();
	}

	/**
	 * The same merchant with other platform keys. Put it into the registry: calls under
	 * way finish with the keys that they began with. For a switch without a gap believe
	 * both at first, with {@link Trust#either(Trust, Trust)}.
	 * @param trust the platform keys that it believes from now on
	 * @return a new merchant
	 */
	public Merchant withTrust(Trust trust) {
		return of(this.credentials, trust).name(this.name).appid(this.appid).notifyUrl(this.notifyUrl).build();
	}

	@Override
	public String toString() {
		return "Merchant[" + this.name + ", " + mchid() + "]";
	}

	/**
	 * Builds a {@link Merchant}.
	 */
	public static final class Builder {

		private final Credentials credentials;

		private final Trust trust;

		private String name = DEFAULT_NAME;

		private @Nullable String appid;

		private @Nullable String notifyUrl;

		private Builder(Credentials credentials, Trust trust) {
			this.credentials = Objects.requireNonNull(credentials, "credentials");
			this.trust = Objects.requireNonNull(trust, "trust");
		}

		/**
		 * Sets the name that this application uses.
		 * @param name the name; it becomes part of an address
		 * @return this builder
		 * @throws io.github.wechatpay4j.InvalidIdentifierException if it holds a
		 * character that it cannot hold
		 */
		public Builder name(String name) {
			this.name = Identifier.MERCHANT_NAME.read(Objects.requireNonNull(name, "name"));
			return this;
		}

		/**
		 * Sets the application that the merchant's payments belong to.
		 * @param appid the appid
		 * @return this builder
		 * @throws io.github.wechatpay4j.InvalidIdentifierException if it holds a
		 * character that it cannot hold
		 */
		public Builder appid(@Nullable String appid) {
			this.appid = (appid != null) ? Identifier.APPID.read(appid) : null;
			return this;
		}

		/**
		 * Sets where notifications are to be sent.
		 * @param notifyUrl an absolute address without a query
		 * @return this builder
		 * @throws io.github.wechatpay4j.InvalidIdentifierException if it holds a
		 * character that it cannot hold
		 */
		public Builder notifyUrl(@Nullable String notifyUrl) {
			this.notifyUrl = (notifyUrl != null) ? Identifier.ADDRESS.read(notifyUrl) : null;
			return this;
		}

		/**
		 * Builds the merchant.
		 * @return the merchant
		 */
		public Merchant build() {
			return new Merchant(this);
		}

	}

}
