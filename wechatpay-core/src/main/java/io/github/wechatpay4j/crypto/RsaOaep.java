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

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.spec.MGF1ParameterSpec;

import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * RSA-OAEP with SHA-1 as both digests, which is what the protocol asks for.
 */
final class RsaOaep {

	private static final OAEPParameterSpec PARAMETERS = new OAEPParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1,
			PSource.PSpecified.DEFAULT);

	private RsaOaep() {
	}

	static Cipher cipher(int mode, EngineKey<? extends Key> key) throws GeneralSecurityException {
		Cipher cipher = key.engine().oaep();
		cipher.init(mode, key.key(), PARAMETERS);
		return cipher;
	}

}
