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

import java.util.function.Supplier;

import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.merchant.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a merchant, which a changed SSL bundle replaces. What downloads
 * certificates for the merchant always asks for the present ones.
 */
final class CurrentCredentials implements Supplier<Credentials> {

	private volatile Credentials present;

	private final @Nullable MerchantKey key;

	CurrentCredentials(Credentials first, @Nullable MerchantKey key) {
		this.present = first;
		this.key = key;
	}

	@Override
	public Credentials get() {
		return this.present;
	}

	/** The private key at startup, if it is at hand. */
	@Nullable MerchantKey key() {
		return this.key;
	}

	void replace(Credentials fresh) {
		this.present = fresh;
	}

}
