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
import java.util.Set;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.wechatpay4j.codegen.description.ComponentType.ObjectType;
import io.github.wechatpay4j.codegen.description.Field;
import io.github.wechatpay4j.codegen.description.FieldType.Scalar;
import io.github.wechatpay4j.operation.Downloadable;

/**
 * Writes objects: answers, notifications, and what is inside them and inside requests.
 */
final class ObjectWriter {

	private static final Set<String> DOWNLOADABLE = Set.of("download_url", "hash_type", "hash_value");

	private final JavaTypes types;

	private final Docs docs;

	private final Words words;

	ObjectWriter(JavaTypes types, Docs docs, Words words) {
		this.types = types;
		this.docs = docs;
		this.words = words;
	}

	List<Member> members(ObjectType type) {
		boolean received = this.types.isReceived(type.key());
		return type.fields()
			.stream()
			.map((field) -> received ? Member.received(field, this.types) : Member.sent(field, this.types))
			.toList();
	}

	TypeSpec write(ObjectType type) {
		ClassName name = this.types.name(type.key());
		boolean sent = this.types.isSent(type.key());
		List<Member> members = members(type);
		MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
		Parts.copyLists(constructor, members);
		for (Member member : members) {
			ParameterSpec.Builder component = Parts.component(member);
			Parts.json(component, member, sent);
			Parts.decisive(component, member);
			constructor.addParameter(component.build());
		}
		TypeSpec.Builder record = Parts.type(TypeSpec.recordBuilder(name), this.types.isIncubating(type))
			.addJavadoc(javadoc(type, members, sent))
			.recordConstructor(constructor.build());
		if (isDownloadable(type)) {
			record.addSuperinterface(Downloadable.class);
		}
		if (type.sameAs() != null) {
			record.addMethod(sameAs(members, this.types.description().object(type.sameAs())));
		}
		Parts.hideSecrets(record, name, members, this.words);
		if (sent) {
			BuilderWriter builder = new BuilderWriter(name, this.types, this.docs);
			record.addMethod(builder.factory()).addType(builder.write(members, type.alternatives()));
		}
		return record.build();
	}

	/** A method {@code transaction()} for a type {@code PartnerTransaction}. */
	private MethodSpec sameAs(List<Member> members, ObjectType other) {
		ClassName name = this.types.name(other.key());
		List<String> present = members.stream().map(Member::name).toList();
		CodeBlock arguments = members(other).stream()
			.map((member) -> present.contains(member.name()) ? CodeBlock.of("this.$N", member.name())
					: CodeBlock.of("null"))
			.collect(CodeBlock.joining(", "));
		String lastWord = name.simpleName().replaceAll(".*(?=[A-Z])", "").toLowerCase(Locale.ROOT);
		return MethodSpec.methodBuilder(lastWord)
			.addModifiers(Modifier.PUBLIC)
			.addJavadoc(Javadoc.of("The same facts as the answer to a query, so that one method can handle both.")
				.returns("the " + lastWord)
				.build())
			.returns(name)
			.addStatement("return new $T($L)", name, arguments)
			.build();
	}

	private CodeBlock javadoc(ObjectType type, List<Member> members, boolean sent) {
		Javadoc javadoc = Javadoc
			.of(Docs.sentence(type.meaning(), type.label(), "The object {@code " + type.key().name() + "}."));
		ClassName answer = this.types.answer(type.key());
		if (answer != null) {
			javadoc.then("Its handler returns a {@link " + answer.canonicalName() + "}.");
		}
		for (Member member : members) {
			String demand = sent ? this.docs.demand(member.field()) : "";
			javadoc.param(member.name(),
					this.docs.meaning(member.field()) + this.docs.conditions(member.field()) + demand);
		}
		return javadoc.build();
	}

	static boolean isDownloadable(ObjectType type) {
		return type.fields()
			.stream()
			.filter((field) -> field.required() && field.type() == Scalar.TEXT)
			.map(Field::name)
			.toList()
			.containsAll(DOWNLOADABLE);
	}

}
