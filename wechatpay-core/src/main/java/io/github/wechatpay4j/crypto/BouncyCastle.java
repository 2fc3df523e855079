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

import java.security.Provider;

import io.github.wechatpay4j.KeyMaterialException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The one place that makes BouncyCastle's provider. It is passed to whoever needs it and
 * never installed: the rest of the application keeps the providers that it has.
 */
final class BouncyCastle {

	private static final String PROVIDER_CLASS = "org.bouncycastle.jce.provider.BouncyCastleProvider";

	private BouncyCastle() {
	}

	/**
	 * The provider, made at the first use: it takes a while.
	 * @throws KeyMaterialException if BouncyCastle is not on the class path
	 */
	static Provider provider() {
		if (!isPresent()) {
			throw new KeyMaterialException(
					"SM2 keys and certificates need BouncyCastle, which is not on the class path.",
					"Add the dependency org.bouncycastle:bcprov-jdk18on.");
		}
		return Holder.PROVIDER;
	}

	private static boolean isPresent() {
		try {
			Class.forName(PROVIDER_CLASS, false, BouncyCastle.class.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

	/** Loaded only where the provider is there. */
	private static final class Holder {

		static final Provider PROVIDER = new BouncyCastleProvider();

	}

}
