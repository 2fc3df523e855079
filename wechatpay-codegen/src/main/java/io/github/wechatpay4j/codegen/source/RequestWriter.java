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
import java.util.Optional;

import javax.lang.model.element.Modifier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wechatpay4j.codegen.description.ApiOperation;
import io.github.wechatpay4j.codegen.description.ApiOperation.Upload;
import io.github.wechatpay4j.codegen.description.Field;
import io.github.wechatpay4j.codegen.description.FieldType.Scalar;
import io.github.wechatpay4j.codegen.description.Input;
import io.github.wechatpay4j.codegen.description.Input.Position;
import io.github.wechatpay4j.codegen.names.JavaNames;
import io.github.wechatpay4j.operation.Idempotency;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.UnverifiedFile;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Writes the request of an operation.
 */
final class RequestWriter {

	private final JavaTypes types;

	private final Docs docs;

	private final Words words;

	RequestWriter(JavaTypes types, Docs docs, Words words) {
		this.types = types;
		this.docs = docs;
		this.words = words;
	}

	static ClassName name(ApiOperation operation) {
		return ClassName.get(operation.packageName(), operation.requestType());
	}

	List<Member> members(ApiOperation operation) {
		return operation.inputs().stream().map((input) -> Member.sent(input.field(), this.types)).toList();
	}

	ClassName answer(ApiOperation operation) {
		if (operation.answerType() != null) {
			return this.types.name(operation.answerType());
		}
		return ClassName.get((operation.answer() == ApiOperation.Answer.FILE) ? UnverifiedFile.class : NoContent.class);
	}

	TypeSpec write(ApiOperation operation) {
		ClassName name = name(operation);
		List<Member> members = members(operation);
		TypeName type = ParameterizedTypeName.get(ClassName.get(WechatPayRequest.class), answer(operation));
		TypeSpec.Builder record = Parts.type(TypeSpec.recordBuilder(name), !operation.verified())
			.addJavadoc(javadoc(operation, members))
			.recordConstructor(constructor(operation, members))
			.addSuperinterface(type)
			.addField(constant(operation));
		if (operation.deprecated()) {
			record.addAnnotation(Deprecated.class);
		}
		methods(operation, members).forEach(record::addMethod);
		Parts.hideSecrets(record, name, members, this.words);
		BuilderWriter builder = new BuilderWriter(name, this.types, this.docs);
		return record.addMethod(builder.factory()).addType(builder.write(members, operation.alternatives())).build();
	}

	private CodeBlock javadoc(ApiOperation operation, List<Member> members) {
		Javadoc javadoc = Javadoc.of(Docs.sentence(operation.meaning(), operation.label(), ""));
		members.forEach((member) -> javadoc.param(member.name(), this.docs.description(member.field())));
		return javadoc.see(operation.link()).deprecated(operation.deprecated()).build();
	}

	private static MethodSpec constructor(ApiOperation operation, List<Member> members) {
		MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
		Parts.copyLists(constructor, members);
		for (int i = 0; i < members.size(); i++) {
			Member member = members.get(i);
			Input input = operation.inputs().get(i);
			ParameterSpec.Builder component = Parts.component(member);
			if (input.isIn(Position.BODY)) {
				Parts.json(component, member, true);
			}
			else {
				component.addAnnotation(JsonIgnore.class);
			}
			constructor.addParameter(component.build());
		}
		return constructor.build();
	}

	private FieldSpec constant(ApiOperation operation) {
		ClassName answer = answer(operation);
		CodeBlock.Builder value = CodeBlock.builder();
		switch (operation.method()) {
			case "GET" -> value.add("$T.get($S, $T.class)", Operation.class, operation.path(), answer);
			case "POST" -> value.add("$T.post($S, $T.class)", Operation.class, operation.path(), answer);
			default -> value.add("$T.of($T.$L, $S, $T.class)", Operation.class,
					ClassName.get("org.springframework.http", "HttpMethod"), operation.method(), operation.path(),
					answer);
		}
		value.add(".name($S)", operation.id());
		if (operation.idempotency() == Idempotency.SAFE && !operation.method().equals("GET")) {
			value.add(".safe()");
		}
		if (operation.businessNumber() != null && operation.idempotency() != Idempotency.NONE) {
			value.add(".keyedBy($S)", operation.businessNumber());
		}
		if (operation.accepted()) {
			value.add(".answersAccepted()");
		}
		if (operation.payingOut()) {
			value.add(".paysOut()");
		}
		operation.marks()
			.echoes()
			.forEach((field, input) -> value.add(".echo($1S, $2T.class, $2T::$3N, $4T::$5N)", field, name(operation),
					JavaNames.field(input), answer, JavaNames.field(field)));
		operation.marks()
			.certain()
			.forEach((field) -> value.add(".certain($S, $T::$N)", field, answer, JavaNames.field(field)));
		return FieldSpec
			.builder(ParameterizedTypeName.get(ClassName.get(Operation.class), answer), "OPERATION", Modifier.PRIVATE,
					Modifier.STATIC, Modifier.FINAL)
			.initializer(value.add(".build()").build())
			.build();
	}

	private List<MethodSpec> methods(ApiOperation operation, List<Member> members) {
		List<MethodSpec> methods = new ArrayList<>();
		methods.add(Parts.override("operation")
			.returns(ParameterizedTypeName.get(ClassName.get(Operation.class), answer(operation)))
			.addStatement("return OPERATION")
			.build());
		if (operation.businessNumber() != null) {
			methods.add(businessNumber(operation, members));
		}
		if (operation.inputs().stream().anyMatch(RequestWriter::isBound)) {
			methods.add(bind(operation, members));
		}
		body(operation, members)
			.map((value) -> Parts.override("body").returns(RequestBody.class).addStatement("return $L", value).build())
			.ifPresent(methods::add);
		if (members.stream().anyMatch((member) -> !member.field().filledFrom().isEmpty())) {
			methods.add(withDefaults(operation, members));
		}
		return methods;
	}

	private static MethodSpec businessNumber(ApiOperation operation, List<Member> members) {
		Member number = members.stream()
			.filter((member) -> member.wireName().equals(operation.businessNumber()))
			.findFirst()
			.orElseThrow();
		MethodSpec.Builder method = Parts.override("businessNumber");
		if (number.field().type() != Scalar.TEXT) {
			return method.returns(JavaTypes.nullable(ClassName.get(String.class)))
				.addStatement("return (this.$1N != null) ? this.$1N.toString() : null", number.name())
				.build();
		}
		return method.returns(number.componentType()).addStatement("return this.$N", number.name()).build();
	}

	private static boolean isBound(Input input) {
		return input.isIn(Position.PATH) || input.isIn(Position.QUERY);
	}

	private static MethodSpec bind(ApiOperation operation, List<Member> members) {
		CodeBlock.Builder calls = CodeBlock.builder().add("target");
		for (int i = 0; i < members.size(); i++) {
			Member member = members.get(i);
			if (isBound(operation.inputs().get(i))) {
				calls.add(".$L($S, this.$N)", binding(operation.inputs().get(i), member), member.wireName(),
						member.name());
			}
		}
		return Parts.override("bind")
			.addParameter(RequestTarget.Builder.class, "target")
			.addStatement(calls.build())
			.build();
	}

	private static String binding(Input input, Member member) {
		if (input.isIn(Position.PATH)) {
			return "path";
		}
		if (member.field().sensitive()) {
			return "sensitiveQuery";
		}
		return member.isList() ? "queries" : "query";
	}

	/**
	 * What differs from the rule that GET and DELETE send nothing and others send JSON.
	 */
	private static Optional<CodeBlock> body(ApiOperation operation, List<Member> members) {
		boolean nothingByDefault = operation.method().equals("GET") || operation.method().equals("DELETE");
		if (operation.upload() != null) {
			return Optional.of(upload(operation, operation.upload(), members));
		}
		if (operation.sendsBody() && nothingByDefault) {
			return Optional.of(CodeBlock.of("$T.json(this)", RequestBody.class));
		}
		if (!operation.sendsBody() && !nothingByDefault) {
			return Optional.of(CodeBlock.of("$T.none()", RequestBody.class));
		}
		return Optional.empty();
	}

	private static CodeBlock upload(ApiOperation operation, Upload sent, List<Member> members) {
		CodeBlock.Builder upload = CodeBlock.builder()
			.add("$T.upload(this.$N)", RequestBody.class, JavaNames.field(sent.part()));
		if (!"file".equals(sent.part())) {
			upload.add(".inPart($S)", sent.part());
		}
		if (!"filename".equals(sent.nameField()) || !"sha256".equals(sent.hashField())) {
			upload.add(".signing($S, $S)", sent.nameField(), sent.hashField());
		}
		if (operation.inputs().stream().anyMatch((input) -> input.isIn(Position.BODY))) {
			upload.add(".withMeta(this)");
		}
		for (int i = 0; i < members.size(); i++) {
			if (operation.inputs().get(i).isIn(Position.FORM)) {
				upload.add(".with($S, this.$N)", members.get(i).wireName(), members.get(i).name());
			}
		}
		return upload.build();
	}

	private static MethodSpec withDefaults(ApiOperation operation, List<Member> members) {
		CodeBlock arguments = members.stream().map(RequestWriter::filled).collect(CodeBlock.joining(", "));
		return Parts.override("withDefaults")
			.returns(name(operation))
			.addParameter(RequestDefaults.class, "defaults")
			.addStatement("return new $T($L)", name(operation), arguments)
			.build();
	}

	private static CodeBlock filled(Member member) {
		Field field = member.field();
		String method = switch (field.filledFrom()) {
			case "mchid" -> "mchidOr";
			case "appid" -> field.required() ? "appidOr" : "optionalAppidOr";
			case "notify_url" -> field.required() ? "notifyUrlOr" : "optionalNotifyUrlOr";
			default -> "";
		};
		if (method.equals("appidOr") && !field.name().equals("appid")) {
			return CodeBlock.of("defaults.appidOr(this.$N, $S)", member.name(), field.name());
		}
		return method.isEmpty() ? CodeBlock.of("this.$N", member.name())
				: CodeBlock.of("defaults.$L(this.$N)", method, member.name());
	}

}
