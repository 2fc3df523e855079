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

package io.github.wechatpay4j.simulator.http;

import java.util.Map;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.simulator.identity.MerchantIdentity;
import io.github.wechatpay4j.simulator.identity.PlatformSecret;
import io.github.wechatpay4j.simulator.official.Fields;
import io.github.wechatpay4j.simulator.official.Hash;
import io.github.wechatpay4j.simulator.official.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call whose signature was verified.
 *
 * @param merchant who calls
 * @param baseUrl how the caller reaches the simulator
 * @param path the path's variables
 * @param query the query's parameters
 * @param body the body's fields
 * @param file the uploaded file, if there is one
 * @param platformKey the platform key that the caller named, if any
 */
public record Call(MerchantIdentity merchant, String baseUrl, Map<String, String> path, Fields query, Fields body,
		@Nullable Upload file, @Nullable PlatformSecret platformKey) {

	/**
	 * A variable of the path.
	 * @param name its name
	 * @return its value
	 */
	public String path(String name) {
		String value = this.path.get(name);
		if (value == null) {
			throw new IllegalStateException("The route has no variable " + name);
		}
		return value;
	}

	/**
	 * Decrypts a sensitive field in place, so that the body can be compared with that of
	 * another call.
	 * @param parent the JSON pointer of the object that holds it
	 * @param name the field's name
	 * @return the text, or {@code null} if the field is missing
	 * @throws Refusal if it cannot be decrypted
	 */
	public @Nullable String decrypt(String parent, String name) {
		String pointer = parent + "/" + name;
		JsonNode node = this.body.root().at(pointer);
		if (node.isMissingNode()) {
			return null;
		}
		String text = decrypt(this.body, pointer);
		((ObjectNode) this.body.root().at(parent)).put(name, text);
		return text;
	}

	/**
	 * Decrypts a sensitive field and leaves it as it is.
	 * @param fields the query or the body
	 * @param pointer where it is, which is not missing
	 * @return the text
	 * @throws Refusal if it cannot be decrypted
	 */
	public String decrypt(Fields fields, String pointer) {
		JsonNode node = fields.root().at(pointer);
		if (!node.isString()) {
			throw fields.wrong(pointer, "字段类型应为string");
		}
		if (this.platformKey == null) {
			throw Refusal.parameter("header", "Wechatpay-Serial", null, "Http头缺少Wechatpay-Serial");
		}
		try {
			return this.platformKey.decryptor().decrypt(node.stringValue());
		}
		catch (DecryptionException ex) {
			throw fields.wrong(pointer, "敏感信息解密失败");
		}
	}

	/**
	 * An uploaded file.
	 *
	 * @param content its bytes
	 * @param texts the other parts
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Upload(byte[] content, Map<String, String> texts) {

		/**
		 * Refuses a file that is not what was signed.
		 * @param meta what was signed
		 * @param pointer the field of it that holds the SHA-256
		 */
		public void requireSha256(Fields meta, String pointer) {
			if (!Hash.sha256(this.content).equalsIgnoreCase(meta.text(pointer, 64))) {
				throw meta.wrong(pointer, "文件的sha256与meta中的不一致");
			}
		}

	}

}
