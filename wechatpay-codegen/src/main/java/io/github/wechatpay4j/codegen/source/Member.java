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

package io.github.wechatpay4j.codegen.source;

import com.palantir.javapoet.TypeName;
import io.github.wechatpay4j.codegen.description.Field;
import io.github.wechatpay4j.codegen.description.FieldType.Listing;
import io.github.wechatpay4j.codegen.names.JavaNames;

/**
 * A component of a record.
 *
 * @param field what it is in the protocol
 * @param name its name in Java
 * @param type its type, primitive where there is one
 * @param componentType its type in the record
 */
record Member(Field field, String name, TypeName type, TypeName componentType) {

	/**
	 * A component of a request, or of an object that is only sent. Numbers are boxed in
	 * both directions: one that the platform leaves out against its promise must not
	 * become zero, and an object that is received one day must keep its signatures.
	 */
	static Member sent(Field field, JavaTypes types) {
		TypeName type = types.of(field.type());
		boolean filled = !field.filledFrom().isEmpty();
		boolean present = isList(field) || (field.required() && !filled);
		return new Member(field, JavaNames.field(field.name()), type, present ? type.box() : JavaTypes.nullable(type));
	}

	/**
	 * A component of an object that is received.
	 */
	static Member received(Field field, JavaTypes types) {
		TypeName type = types.of(field.type());
		boolean present = isList(field) || field.required();
		return new Member(field, JavaNames.field(field.name()), type, present ? type.box() : JavaTypes.nullable(type));
	}

	private static boolean isList(Field field) {
		return field.type() instanceof Listing;
	}

	boolean isList() {
		return isList(this.field);
	}

	String wireName() {
		return this.field.name();
	}

	/** Whether Jackson, with whatever naming strategy, has to be told the name. */
	boolean needsWireName() {
		return !this.name.equals(wireName());
	}

}
