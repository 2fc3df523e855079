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

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an operation answers.
 */
public sealed interface Answer {

	/**
	 * A signed answer with a body.
	 *
	 * @param body the body
	 */
	record Json(ObjectNode body) implements Answer {
	}

	/**
	 * A signed answer without a body.
	 */
	record NoContent() implements Answer {
	}

	/**
	 * An unsigned file.
	 *
	 * @param content the bytes
	 * @param contentType their kind
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record File(byte[] content, String contentType) implements Answer {
	}

	/**
	 * An answer that a certificate signs unless the request names another key.
	 *
	 * @param body the body
	 */
	record CertificateList(ObjectNode body) implements Answer {
	}

	/**
	 * An answer that is made from the description alone.
	 *
	 * @param answer the answer
	 * @param status its status
	 */
	record Sample(Answer answer, int status) implements Answer {
	}

	/**
	 * The body, if it is JSON.
	 * @return the body, or {@code null}
	 */
	default @Nullable ObjectNode json() {
		if (this instanceof Json json) {
			return json.body();
		}
		return (this instanceof CertificateList list) ? list.body() : null;
	}

}
