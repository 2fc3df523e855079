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

import io.github.wechatpay4j.crypto.FieldEncryptor;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Encrypts a sensitive field. Without an encryptor nothing is written at all.
 */
final class SensitiveSerializer extends StdSerializer<String> {

	SensitiveSerializer() {
		super(String.class);
	}

	@Override
	public void serialize(String value, JsonGenerator generator, SerializationContext context) {
		if (!(context.getAttribute(FieldEncryptor.class) instanceof FieldEncryptor encryptor)) {
			throw new IllegalStateException("A sensitive field is only written by WechatPayJson");
		}
		if (value.chars().anyMatch((c) -> Character.isSurrogate((char) c))) {
			// Once encrypted, nobody would notice before the platform does
			throw new IllegalArgumentException(
					"it holds a character outside Unicode's basic plane (such as an emoji), which WeChat Pay refuses");
		}
		generator.writeString(encryptor.encrypt(value));
	}

}
