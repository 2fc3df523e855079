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

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.Printable;
import io.github.wechatpay4j.crypto.FieldDecryptor;
import io.github.wechatpay4j.crypto.FieldEncryptor;
import io.github.wechatpay4j.operation.RequestBody.FormField;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes requests and reads answers and notifications: snake case, nulls left out, times
 * in RFC 3339 to the second, unknown fields ignored, sensitive fields encrypted on the
 * way out and decrypted on the way in, no value ever bent into another. Independent of
 * the application's own mapper, whose settings must not change what is signed. Safe for
 * use by many threads.
 */
public final class WechatPayJson {

	private final JsonMapper mapper = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.annotationIntrospector(AnnotationIntrospector.pair(new SensitiveIntrospector(),
				AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new FieldIntrospector())))
		.addModule(new SimpleModule("wechatpay").addSerializer(OffsetDateTime.class, new ProtocolTimeSerializer()))
		.enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		// Of two numbers of one order neither may decide
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
		.build();

	private final Mismatches mismatches;

	/**
	 * Creates a mapper.
	 */
	public WechatPayJson() {
		this(MismatchListener.none());
	}

	/**
	 * Creates a mapper that tells what does not fit.
	 * @param listener is told of fields that have another shape
	 */
	public WechatPayJson(MismatchListener listener) {
		this.mismatches = new Mismatches(Objects.requireNonNull(listener, "listener"));
	}

	/**
	 * Writes an object as JSON.
	 * @param value the object
	 * @param encryptor encrypts its sensitive fields
	 * @return UTF-8 bytes
	 * @throws IllegalArgumentException naming a sensitive field that is too long, or one
	 * that cannot be written
	 */
	public byte[] write(Object value, FieldEncryptor encryptor) {
		try {
			return this.mapper.writer().withAttribute(FieldEncryptor.class, encryptor).writeValueAsBytes(value);
		}
		catch (JacksonException ex) {
			if (ex.getCause() instanceof IllegalArgumentException cause) {
				throw new IllegalArgumentException(
						"'" + UnreadableJsonException.pathOf(ex) + "' cannot be sent: " + cause.getMessage(), cause);
			}
			throw new IllegalArgumentException("'" + UnreadableJsonException.pathOf(ex) + "' of a "
					+ value.getClass().getSimpleName() + " cannot be written as JSON", ex);
		}
	}

	/**
	 * Writes an object as JSON, with texts in front of its own fields.
	 * @param texts the fields that come first
	 * @param value the object
	 * @param encryptor encrypts its sensitive fields
	 * @return UTF-8 bytes
	 * @throws IllegalArgumentException as {@link #write(Object, FieldEncryptor)} does
	 */
	public byte[] write(List<FormField> texts, Object value, FieldEncryptor encryptor) {
		ObjectNode tree = this.mapper.createObjectNode();
		texts.forEach((text) -> tree.put(text.name(), text.value()));
		tree.setAll((ObjectNode) readTree(write(value, encryptor)));
		return this.mapper.writeValueAsBytes(tree);
	}

	/**
	 * Reads an object from JSON. Fields with
	 * {@link io.github.wechatpay4j.operation.Decisive} are read strictly; any other of
	 * another shape reads as absent, and the listener is told.
	 * @param json UTF-8 bytes
	 * @param type the object's type
	 * @param decryptor decrypts its sensitive fields
	 * @param <T> the object's type
	 * @return the object
	 * @throws UnreadableJsonException if it does not have that form
	 * @throws io.github.wechatpay4j.DecryptionException if a sensitive field cannot be
	 * decrypted
	 */
	public <T> T read(byte[] json, Class<T> type, FieldDecryptor decryptor) {
		return read(json, type, decryptor, type.getSimpleName());
	}

	/**
	 * Reads an object from JSON, as {@link #read(byte[], Class, FieldDecryptor)} does.
	 * @param json UTF-8 bytes
	 * @param type the object's type
	 * @param decryptor decrypts its sensitive fields
	 * @param source what is read, for the listener: the name of an operation or a type
	 * @param <T> the object's type
	 * @return the object
	 * @throws UnreadableJsonException if it does not have that form
	 * @throws io.github.wechatpay4j.DecryptionException if a sensitive field cannot be
	 * decrypted
	 */
	public <T> T read(byte[] json, Class<T> type, FieldDecryptor decryptor, String source) {
		return read(type, () -> reader(type, decryptor, source).readValue(json));
	}

	/**
	 * Reads an object from a tree that {@link #readTree} made, as
	 * {@link #read(byte[], Class, FieldDecryptor)} does.
	 * @param tree the tree
	 * @param type the object's type
	 * @param decryptor decrypts its sensitive fields
	 * @param <T> the object's type
	 * @return the object
	 * @throws UnreadableJsonException if it does not have that form
	 */
	public <T> T read(JsonNode tree, Class<T> type, FieldDecryptor decryptor) {
		return read(type, () -> reader(type, decryptor, type.getSimpleName()).readValue(tree));
	}

	private ObjectReader reader(Class<?> type, FieldDecryptor decryptor, String source) {
		return this.mapper.readerFor(type)
			.withAttribute(Reading.class, new Reading(decryptor, this.mismatches, source));
	}

	private static <T> T read(Class<T> type, Supplier<@Nullable T> reading) {
		try {
			T value = reading.get();
			if (value == null) {
				throw UnreadableJsonException.isNull(type);
			}
			return value;
		}
		catch (JacksonException ex) {
			throw (ex.getCause() instanceof DecryptionException cause) ? cause : UnreadableJsonException.of(type, ex);
		}
	}

	/**
	 * Reads any JSON object.
	 * @param json UTF-8 bytes
	 * @return the object as a tree
	 * @throws UnreadableJsonException if it is not a JSON object
	 */
	public JsonNode readTree(byte[] json) {
		try {
			JsonNode tree = this.mapper.readTree(json);
			if (!tree.isObject()) {
				throw UnreadableJsonException.notAnObject();
			}
			return tree;
		}
		catch (JacksonException ex) {
			throw UnreadableJsonException.of(JsonNode.class, ex);
		}
	}

	/**
	 * Refuses characters outside Unicode's basic plane, such as emoji, which the platform
	 * does not take.
	 * @param json UTF-8 bytes
	 * @throws IllegalArgumentException naming the field that holds one
	 */
	public void requireBasicPlane(byte[] json) {
		if (!BasicPlane.isUtf8(json)) {
			throw new IllegalArgumentException("'body' is not UTF-8. Nothing was sent");
		}
		boolean certain = BasicPlane.isLeft(json);
		if (!certain && !BasicPlane.isLeftByEscape(json)) {
			return;
		}
		// In what is not JSON a backslash is no escape. A name with half a character is
		// not read either
		String field = (certain || BasicPlane.isObject(json)) ? "body" : null;
		try {
			field = Objects.requireNonNullElse(BasicPlane.offendingField(this.mapper.readTree(json)), "body");
		}
		catch (JacksonException ex) {
			// No field to name
		}
		if (field != null) {
			throw new IllegalArgumentException("'" + Printable.text(field)
					+ "' holds a character outside Unicode's basic plane (such as an emoji), which WeChat Pay refuses");
		}
	}

}
