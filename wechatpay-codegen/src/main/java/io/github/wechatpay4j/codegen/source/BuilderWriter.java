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

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wechatpay4j.codegen.description.ComponentType.ObjectType;
import io.github.wechatpay4j.codegen.description.Field;
import io.github.wechatpay4j.codegen.description.FieldType.Scalar;
import io.github.wechatpay4j.codegen.names.JavaNames;
import io.github.wechatpay4j.operation.NestedBuilder;
import io.github.wechatpay4j.operation.Required;
import org.jspecify.annotations.Nullable;

/**
 * Writes the builder of a request, or of an object inside one.
 */
final class BuilderWriter {

	private static final String THIS = "this builder";

	private final ClassName built;

	private final ClassName builder;

	private final JavaTypes types;

	private final Docs docs;

	BuilderWriter(ClassName built, JavaTypes types, Docs docs) {
		this.built = built;
		this.builder = built.nestedClass("Builder");
		this.types = types;
		this.docs = docs;
	}

	MethodSpec factory() {
		return MethodSpec.methodBuilder("builder")
			.addJavadoc("Starts building.\n@return a builder\n")
			.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
			.returns(this.builder)
			.addStatement("return new $T()", this.builder)
			.build();
	}

	TypeSpec write(List<Member> members, List<List<String>> alternatives) {
		TypeSpec.Builder type = TypeSpec.classBuilder(this.builder)
			.addJavadoc("Builds a {@link $T}. Not safe for use by many threads.\n", this.built)
			.addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
			.addSuperinterface(ParameterizedTypeName.get(ClassName.get(NestedBuilder.class), this.built))
			.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
		for (Member member : members) {
			type.addField(field(member));
			setters(member).forEach(type::addMethod);
		}
		return type.addMethod(build(members, alternatives)).build();
	}

	private static FieldSpec field(Member member) {
		if (member.isList()) {
			return FieldSpec.builder(member.type(), member.name(), Modifier.PRIVATE, Modifier.FINAL)
				.initializer("new $T<>()", ArrayList.class)
				.build();
		}
		return FieldSpec.builder(JavaTypes.nullable(member.type()), member.name(), Modifier.PRIVATE).build();
	}

	private List<MethodSpec> setters(Member member) {
		List<MethodSpec> setters = new ArrayList<>();
		ObjectType object = this.types.object(member.field());
		if (member.isList()) {
			setters.add(listSetter(member));
			setters.add((object != null) ? nestedAdder(member, this.types.name(object.key())) : adder(member));
		}
		else {
			if (object != null) {
				setters.add(nestedSetter(member, this.types.name(object.key())));
			}
			setters.add(setter(member));
		}
		return setters;
	}

	private MethodSpec setter(Member member) {
		boolean optional = !member.field().demanded() && !member.type().isPrimitive();
		return method(member.name(), optional ? JavaTypes.nullable(member.type()) : member.type(), member)
			.addJavadoc(setting(member))
			.addStatement("this.$N = $N", member.name(), member.name())
			.addStatement("return this")
			.build();
	}

	private MethodSpec listSetter(Member member) {
		boolean optional = !member.field().demanded();
		MethodSpec.Builder setter = method(member.name(), optional ? JavaTypes.nullable(member.type()) : member.type(),
				member)
			.addJavadoc(setting(member))
			.addStatement("this.$N.clear()", member.name());
		if (optional) {
			setter.beginControlFlow("if ($N != null)", member.name())
				.addStatement("this.$1N.addAll($1N)", member.name())
				.endControlFlow();
		}
		else {
			setter.addStatement("this.$1N.addAll($1N)", member.name());
		}
		return setter.addStatement("return this").build();
	}

	static String adderName(Member member) {
		return "add" + JavaNames.capitalize(JavaNames.singular(member.name()));
	}

	private MethodSpec adder(Member member) {
		TypeName item = ((ParameterizedTypeName) member.type()).typeArguments().get(0);
		return method(adderName(member), item.isBoxedPrimitive() ? item.unbox() : item, member)
			.addJavadoc(javadoc("Adds one to", member).param(member.name(), "the value to add").returns(THIS).build())
			.addStatement("this.$1N.add($1N)", member.name())
			.addStatement("return this")
			.build();
	}

	private MethodSpec nestedSetter(Member member, ClassName object) {
		return nested(member.name(), "Sets", member, object)
			.addStatement("this.$1N = $2T.nested($3S, $4T.builder(), $1N)", member.name(), Required.class,
					member.wireName(), object)
			.addStatement("return this")
			.build();
	}

	private MethodSpec nestedAdder(Member member, ClassName object) {
		return nested(adderName(member), "Adds one to", member, object)
			.addStatement("this.$1N.add($2T.nested($3S, $4T.builder(), $1N))", member.name(), Required.class,
					member.wireName(), object)
			.addStatement("return this")
			.build();
	}

	private MethodSpec.Builder nested(String name, String verb, Member member, ClassName object) {
		TypeName consumer = ParameterizedTypeName.get(ClassName.get(Consumer.class), object.nestedClass("Builder"));
		return method(name, consumer, member).addJavadoc(
				javadoc(verb, member).param(member.name(), "sets its fields").returns(THIS).throwsMissing().build());
	}

	private Javadoc javadoc(String verb, Member member) {
		return Javadoc.of(verb + " " + this.docs.meaning(member.field()) + ".");
	}

	private MethodSpec.Builder method(String name, TypeName type, Member member) {
		return MethodSpec.methodBuilder(name)
			.addModifiers(Modifier.PUBLIC)
			.returns(this.builder)
			.addParameter(type, member.name());
	}

	private CodeBlock setting(Member member) {
		return javadoc("Sets", member).param(member.name(), this.docs.description(member.field()))
			.returns(THIS)
			.build();
	}

	private MethodSpec build(List<Member> members, List<List<String>> alternatives) {
		MethodSpec.Builder build = Parts.override("build").returns(this.built);
		if (!alternatives.isEmpty()) {
			build.addStatement("$T.oneOf($L, $S)", Required.class, given(members, alternatives),
					alternatives.stream()
						.map((names) -> String.join(" and ", names))
						.collect(Collectors.joining(" or ")));
		}
		for (Member member : members) {
			member.field().requiredWithin().forEach((inner) -> checkWithin(build, member, inner));
		}
		CodeBlock arguments = members.stream().map(BuilderWriter::argument).collect(CodeBlock.joining(", "));
		return build.addStatement("return new $T($L)", this.built, arguments).build();
	}

	private static CodeBlock given(List<Member> members, List<List<String>> alternatives) {
		Set<String> lists = members.stream().filter(Member::isList).map(Member::wireName).collect(Collectors.toSet());
		return alternatives.stream()
			.map((names) -> names.stream()
				.map((name) -> CodeBlock.of(lists.contains(name) ? "!this.$N.isEmpty()" : "this.$N != null",
						JavaNames.field(name)))
				.collect(CodeBlock.joining(" && ")))
			.collect(CodeBlock.joining(" || "));
	}

	private static void checkWithin(MethodSpec.Builder build, Member member, String inner) {
		String name = member.wireName() + "." + inner;
		if (member.isList()) {
			build.addStatement("this.$N.forEach((item) -> $T.field(item.$N(), $S))", member.name(), Required.class,
					JavaNames.field(inner), name);
		}
		else {
			build.beginControlFlow("if (this.$N != null)", member.name())
				.addStatement("$T.field(this.$N.$N(), $S)", Required.class, member.name(), JavaNames.field(inner), name)
				.endControlFlow();
		}
	}

	private static CodeBlock argument(Member member) {
		Field field = member.field();
		if (field.demanded()) {
			return CodeBlock.of("$T.field(this.$N, $S)", Required.class, member.name(), member.wireName());
		}
		@Nullable String otherwise = field.defaultValue();
		if (otherwise == null) {
			return CodeBlock.of("this.$N", member.name());
		}
		if (field.type() != Scalar.TEXT) {
			throw field.place().fault("'" + field.name() + "' has a default but is not a plain string");
		}
		return CodeBlock.of("(this.$1N != null) ? this.$1N : $2S", member.name(), otherwise);
	}

}
