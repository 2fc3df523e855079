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

import javax.lang.model.element.Modifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.wechatpay4j.codegen.description.ComponentType.EnumType;
import io.github.wechatpay4j.codegen.names.JavaNames;

/**
 * Writes open enumerations: a value that is not known keeps its text.
 */
final class EnumWriter {

	private EnumWriter() {
	}

	static TypeSpec write(EnumType type) {
		ClassName name = ClassName.get(type.packageName(), type.key().name());
		TypeSpec.Builder record = Parts.type(TypeSpec.recordBuilder(name), type.incubating())
			.addJavadoc(Javadoc.of(Docs.sentence(type.meaning(), type.label(), "{@code " + type.key().name() + "}."))
				.then("An open enumeration: a value that this version does not know keeps its text.")
				.param("value", "the text in the protocol")
				.build())
			.recordConstructor(constructor());
		for (String value : type.values()) {
			if (JavaNames.constant(value).isEmpty()) {
				continue;
			}
			record.addField(FieldSpec
				.builder(name, JavaNames.constant(value), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
				.addJavadoc("$L\n", Docs.sentence(type.valueMeanings().getOrDefault(value, ""),
						type.valueLabels().getOrDefault(value, ""), "The value {@code " + Docs.escape(value) + "}."))
				.initializer("new $T($S)", name, value)
				.build());
		}
		return record
			.addMethod(Parts.override("toString").returns(String.class).addStatement("return this.value").build())
			.build();
	}

	private static MethodSpec constructor() {
		return MethodSpec.compactConstructorBuilder()
			.addModifiers(Modifier.PUBLIC)
			.addJavadoc("Reads a text.\n")
			.addAnnotation(AnnotationSpec.builder(JsonCreator.class)
				.addMember("mode", "$T.DELEGATING", JsonCreator.Mode.class)
				.build())
			// JavaPoet leaves an empty constructor out, and its annotation with it
			.addComment("Any text: the enumeration is open")
			.addParameter(ParameterSpec.builder(String.class, "value").addAnnotation(JsonValue.class).build())
			.build();
	}

}
