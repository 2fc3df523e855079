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

import java.security.KeyPair;
import java.security.PrivateKey;

import io.github.wechatpay4j.crypto.provider.CryptoEngine;
import io.github.wechatpay4j.testing.SmTestKeys;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The RSA suite does what every suite has to.
 */
class RsaCryptoSuiteTests extends CryptoSuiteContract {

	@Override
	CryptoSuite suite() {
		return CryptoSuite.rsa();
	}

	@Override
	KeyPair keys() {
		return TestKeys.MERCHANT;
	}

	@Override
	KeyPair strangersKeys() {
		return TestKeys.STRANGER;
	}

	@Override
	KeyPair unfitKeys() {
		return SmTestKeys.STRANGER;
	}

	@Override
	int longestField() {
		return 214;
	}

	@Test
	void showsNothingOfAKeyThatShowsItself() {
		// As those of some providers do
		PrivateKey talkative = new PrivateKey() {

			@Override
			public String getAlgorithm() {
				return "RSA";
			}

			@Override
			public String getFormat() {
				return "PKCS#8";
			}

			@Override
			public byte[] getEncoded() {
				return new byte[0];
			}

			@Override
			public String toString() {
				return "private exponent 65";
			}

		};
		assertThat(new EngineKey<>(CryptoEngine.jdk(), talkative)).hasToString("EngineKey[JDK]");
	}

	@Test
	void namesItsAlgorithmsAsTheProtocolDoes() {
		assertThat(suite().scheme()).isEqualTo("WECHATPAY2-SHA256-RSA2048");
		assertThat(suite().signType()).isEqualTo("RSA");
		assertThat(suite().aeadAlgorithm()).isEqualTo("AEAD_AES_256_GCM");
		assertThat(suite().certificateAlgorithm()).isEqualTo("RSA");
	}

}
