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

import io.github.wechatpay4j.crypto.provider.CryptoProvider;
import io.github.wechatpay4j.crypto.provider.CryptoProviderUnavailableException;
import org.junit.jupiter.api.Nested;
import org.opentest4j.TestAbortedException;

/**
 * The RSA suite with each provider that this machine can load.
 */
class RsaProviderTests {

	/** Skipped, not passed, where the provider has no library for this machine. */
	private static CryptoSuite suite(CryptoProvider provider) {
		try {
			return CryptoSuite.rsa(provider);
		}
		catch (CryptoProviderUnavailableException ex) {
			throw new TestAbortedException(ex.getMessage(), ex);
		}
	}

	@Nested
	class Jdk extends RsaProviderContract {

		@Override
		CryptoSuite suite() {
			return RsaProviderTests.suite(CryptoProvider.JDK);
		}

		@Override
		String providerName() {
			return "JDK";
		}

	}

	@Nested
	class Accp extends RsaProviderContract {

		@Override
		CryptoSuite suite() {
			return RsaProviderTests.suite(CryptoProvider.ACCP);
		}

		@Override
		String providerName() {
			return "AmazonCorrettoCryptoProvider";
		}

	}

	@Nested
	class Conscrypt extends RsaProviderContract {

		@Override
		CryptoSuite suite() {
			return RsaProviderTests.suite(CryptoProvider.CONSCRYPT);
		}

		@Override
		String providerName() {
			return "Conscrypt";
		}

	}

}
