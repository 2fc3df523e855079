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

import java.util.List;
import java.util.Locale;

import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.wechatpay4j.operation.Decisive;
import io.github.wechatpay4j.operation.Incubating;
import io.github.wechatpay4j.operation.Sensitive;

/**
 * What several kinds of generated types have in common.
 */
final class Parts {

	private Parts() {
	}

	static TypeSpec.Builder type(TypeSpec.Builder type, boolean incubating) {
		type.addModifiers(Modifier.PUBLIC)
			.addAnnotation(AnnotationSpec.builder(Generated.class)
				.addMember("value", "$S", "io.github.wechatpay4j.codegen")
				.build());
		return incubating ? type.addAnnotation(Incubating.class) : type;
	}

	static MethodSpec.Builder override(String name) {
		return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
	}

	static ParameterSpec.Builder component(Member member) {
		ParameterSpec.Builder component = ParameterSpec.builder(member.componentType(), member.name());
		if (member.field().sensitive()) {
			component.addAnnotation(Sensitive.class);
		}
		return component;
	}

	/** How strictly a component is read. */
	static void decisive(ParameterSpec.Builder component, Member member) {
		String role = member.field().role();
		if (!role.isEmpty()) {
			component.addAnnotation(AnnotationSpec.builder(Decisive.class)
				.addMember("value", "$T.$L", Decisive.Role.class, role.toUpperCase(Locale.ROOT))
				.build());
		}
	}

	/** What Jackson has to know of a component that is part of a JSON object. */
	static void json(ParameterSpec.Builder component, Member member, boolean sent) {
		if (member.needsWireName()) {
			component.addAnnotation(
					AnnotationSpec.builder(JsonProperty.class).addMember("value", "$S", member.wireName()).build());
		}
		List<String> aliases = member.field().aliases();
		if (!aliases.isEmpty()) {
			AnnotationSpec.Builder alias = AnnotationSpec.builder(JsonAlias.class);
			aliases.forEach((other) -> alias.addMember("value", "$S", other));
			component.addAnnotation(alias.build());
		}
		if (sent && member.isList()) {
			component.addAnnotation(AnnotationSpec.builder(JsonInclude.class)
				.addMember("value", "$T.NON_EMPTY", JsonInclude.Include.class)
				.build());
		}
	}

	static void copyLists(MethodSpec.Builder constructor, List<Member> members) {
		boolean several = members.stream().filter(Member::isList).count() > 1;
		if (members.stream().anyMatch(Member::isList)) {
			constructor.addJavadoc(several ? "Copies the lists.\n" : "Copies the list.\n");
		}
		members.stream()
			.filter(Member::isList)
			.forEach((member) -> constructor.addStatement("$1N = ($1N != null) ? $2T.copyOf($1N) : $2T.of()",
					member.name(), List.class));
	}

	/** A text of the object that shows nothing about persons. */
	static void hideSecrets(TypeSpec.Builder type, ClassName name, List<Member> members, Words words) {
		if (members.stream().noneMatch((member) -> isSecret(member, words))) {
			return;
		}
		CodeBlock fields = members.stream()
			.map((member) -> isSecret(member, words) ? CodeBlock.of("$S", member.name() + "=***")
					: CodeBlock.of("$S + this.$N", member.name() + "=", member.name()))
			.collect(CodeBlock.joining(" + \", \" + "));
		type.addMethod(override("toString").returns(String.class)
			.addStatement("return $S + $L + $S", name.simpleName() + "[", fields, "]")
			.build());
	}

	private static boolean isSecret(Member member, Words words) {
		return member.field().sensitive() || words.isPersonal(member.wireName());
	}

}
