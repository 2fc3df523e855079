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

package io.github.wechatpay4j.json;

import io.github.wechatpay4j.crypto.FieldDecryptor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Decrypts a sensitive field. An empty one stays empty: the platform sends it so where it
 * knows nothing.
 */
final class SensitiveDeserializer extends StdDeserializer<String> {

	SensitiveDeserializer() {
		super(String.class);
	}

	@Override
	public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
		if (!parser.currentToken().isScalarValue()) {
			return context.reportInputMismatch(this, "not a text");
		}
		String cipherText = parser.getValueAsString();
		if (cipherText == null || cipherText.isEmpty()) {
			return cipherText;
		}
		if (!(context.getAttribute(FieldDecryptor.class) instanceof FieldDecryptor decryptor)) {
			throw new IllegalStateException("A sensitive field is only read by WechatPayJson");
		}
		return decryptor.decrypt(cipherText);
	}

}
