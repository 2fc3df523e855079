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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

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
	 * A file with its signed meta information: its name and hash, which the client adds.
	 * @param file the file
	 * @return the body
	 */
	static Upload upload(UploadFile file) {
		return new Upload(file, "file", "filename", "sha256", NoContent.INSTANCE, List.of());
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
	 * @param part the name of the part that holds the file
	 * @param nameField the signed field that holds the file's name, empty for none
	 * @param hashField the signed field that holds the file's SHA-256, empty for none
	 * @param meta an object whose fields are signed beside the file's name and hash
	 * @param fields parts that are texts
	 */
	record Upload(UploadFile file, String part, String nameField, String hashField, Object meta,
			List<FormField> fields) implements RequestBody {

		/**
		 * Creates the body.
		 * @param file the file
		 * @param part the name of the part that holds the file
		 * @param nameField the signed field that holds the file's name, empty for none
		 * @param hashField the signed field that holds the file's SHA-256, empty for none
		 * @param meta an object whose fields are signed beside the file's name and hash
		 * @param fields parts that are texts
		 */
		public Upload {
			Objects.requireNonNull(file, "file");
			Objects.requireNonNull(part, "part");
			Objects.requireNonNull(nameField, "nameField");
			Objects.requireNonNull(hashField, "hashField");
			Objects.requireNonNull(meta, "meta");
			fields = List.copyOf(fields);
		}

		/**
		 * With the file in a part of another name.
		 * @param part the name of the part
		 * @return the body
		 */
		public Upload inPart(String part) {
			return new Upload(this.file, part, this.nameField, this.hashField, this.meta, this.fields);
		}

		/**
		 * With the file's name and hash signed under other names, or not at all.
		 * @param nameField the field for the file's name, empty for none
		 * @param hashField the field for the file's SHA-256, empty for none
		 * @return the body
		 */
		public Upload signing(String nameField, String hashField) {
			return new Upload(this.file, this.part, nameField, hashField, this.meta, this.fields);
		}

		/**
		 * With more fields to sign.
		 * @param meta the object that has these fields
		 * @return the body
		 */
		public Upload withMeta(Object meta) {
			return new Upload(this.file, this.part, this.nameField, this.hashField, meta, this.fields);
		}

		/**
		 * With one more part that is a text.
		 * @param name the name of the part
		 * @param value the text; {@code null} adds nothing
		 * @return the body
		 */
		public Upload with(String name, @Nullable Object value) {
			if (value == null) {
				return this;
			}
			List<FormField> more = new ArrayList<>(this.fields);
			more.add(new FormField(name, value.toString()));
			return new Upload(this.file, this.part, this.nameField, this.hashField, this.meta, more);
		}

		@Override
		public String toString() {
			return "Upload[" + this.file + "]";
		}

	}

	/**
	 * A part of an upload that is a text.
	 *
	 * @param name the name of the part
	 * @param value the text
	 */
	record FormField(String name, String value) {

	}

}
