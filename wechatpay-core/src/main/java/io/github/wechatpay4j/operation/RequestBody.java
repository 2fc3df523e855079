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

package io.github.wechatpay4j.operation;

import java.util.Objects;

/**
 * What a request sends.
 */
public sealed interface RequestBody {

	/**
	 * No body.
	 * @return an empty body
	 */
	static RequestBody none() {
		return None.INSTANCE;
	}

	/**
	 * An object that is written as JSON, sensitive fields encrypted.
	 * @param value the object
	 * @return the body
	 */
	static RequestBody json(Object value) {
		return new Json(value);
	}

	/**
	 * JSON that is sent exactly as given.
	 * @param json the bytes, UTF-8
	 * @return the body
	 */
	static RequestBody bytes(byte[] json) {
		return new Bytes(json);
	}

	/**
	 * A file with its signed meta information.
	 * @param file the file
	 * @return the body
	 */
	static RequestBody upload(UploadFile file) {
		return new Upload(file);
	}

	/** No body. */
	enum None implements RequestBody {

		/** The only value. */
		INSTANCE

	}

	/**
	 * An object that is written as JSON.
	 *
	 * @param value the object
	 */
	record Json(Object value) implements RequestBody {

		/**
		 * Creates the body.
		 * @param value the object
		 */
		public Json {
			Objects.requireNonNull(value, "value");
		}

		@Override
		public String toString() {
			return "Json[" + this.value.getClass().getName() + "]";
		}

	}

	/**
	 * JSON as bytes. The array is not copied: the caller leaves it unchanged.
	 */
	final class Bytes implements RequestBody {

		private final byte[] content;

		private Bytes(byte[] content) {
			this.content = Objects.requireNonNull(content, "content");
		}

		/**
		 * The bytes that are signed and sent.
		 * @return the bytes
		 */
		public byte[] content() {
			return this.content;
		}

		@Override
		public String toString() {
			return "Bytes[" + this.content.length + "]";
		}

	}

	/**
	 * A file with its signed meta information.
	 *
	 * @param file the file
	 */
	record Upload(UploadFile file) implements RequestBody {

		/**
		 * Creates the body.
		 * @param file the file
		 */
		public Upload {
			Objects.requireNonNull(file, "file");
		}

	}

}
