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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wechatpay4j.codegen.description.ApiOperation;
import io.github.wechatpay4j.codegen.description.Field;
import io.github.wechatpay4j.codegen.description.Input;
import io.github.wechatpay4j.codegen.description.Input.Position;
import io.github.wechatpay4j.codegen.description.Product;
import io.github.wechatpay4j.operation.Incubating;
import io.github.wechatpay4j.operation.UploadFile;
import io.github.wechatpay4j.operation.WechatPayRequest;

/**
 * Writes product classes: one factory for each operation.
 */
final class ProductWriter {

	private final JavaTypes types;

	private final Docs docs;

	private final RequestWriter requests;

	ProductWriter(JavaTypes types, Docs docs, RequestWriter requests) {
		this.types = types;
		this.docs = docs;
		this.requests = requests;
	}

	TypeSpec write(String name, Product product, List<ApiOperation> operations) {
		TypeSpec.Builder type = Parts.type(TypeSpec.classBuilder(name), product.incubating())
			.addModifiers(Modifier.FINAL)
			.addJavadoc("Operations of $L.\n", Docs.escape(product.label()))
			.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
		if (!product.server().equals("https://api.mch.weixin.qq.com")) {
			type.addJavadoc("Served by {@code $L}, which {@code wechatpay.base-url} has to name.\n", product.server());
		}
		operations.forEach((operation) -> factories(operation).forEach(type::addMethod));
		return type.build();
	}

	/**
	 * The parameters of each factory of an operation, as in
	 * {@code (outTradeNo, request)}.
	 */
	List<String> signatures(ApiOperation operation) {
		return factories(operation).stream()
			.map((factory) -> factory.parameters()
				.stream()
				.map(ParameterSpec::name)
				.collect(Collectors.joining(", ", "(", ")")))
			.toList();
	}

	private List<Member> demanded(ApiOperation operation) {
		return this.requests.members(operation).stream().filter((member) -> member.field().demanded()).toList();
	}

	private List<MethodSpec> factories(ApiOperation operation) {
		List<Member> demanded = demanded(operation);
		boolean choices = demanded.size() < operation.inputs().size();
		List<MethodSpec> factories = new ArrayList<>();
		if (operation.upload() != null && demanded.size() == 1) {
			factories.add(upload(operation, demanded.get(0)));
		}
		if (demanded.isEmpty() || takesArguments(operation, demanded)) {
			factories.add(withArguments(operation, demanded, false));
			if (choices) {
				factories.add(withArguments(operation, demanded, true));
			}
		}
		else {
			factories.add(withArguments(operation, List.of(), true));
		}
		return factories;
	}

	private boolean takesArguments(ApiOperation operation, List<Member> demanded) {
		boolean simple = operation.alternatives().isEmpty() && demanded.stream()
			.noneMatch((member) -> member.isList() || this.types.object(member.field()) != null);
		return simple && demanded.size() <= maximum(operation);
	}

	/** More arguments of the same type would be confused: the builder names each. */
	private static int maximum(ApiOperation operation) {
		if (operation.inputs().stream().anyMatch((input) -> input.isIn(Position.PATH))) {
			return 2;
		}
		return (operation.upload() == null
				&& operation.inputs().stream().anyMatch((input) -> input.isIn(Position.BODY))) ? 0 : 1;
	}

	private MethodSpec withArguments(ApiOperation operation, List<Member> demanded, boolean choices) {
		ClassName builder = RequestWriter.name(operation).nestedClass("Builder");
		MethodSpec.Builder factory = factory(operation);
		Javadoc javadoc = javadoc(operation);
		for (Member member : demanded) {
			factory.addParameter(member.type(), member.name());
			javadoc.param(member.name(), this.docs.meaning(member.field()) + this.docs.conditions(member.field()));
		}
		CodeBlock given = demanded.stream()
			.map((member) -> CodeBlock.of(".$1N($1N)", member.name()))
			.collect(CodeBlock.joining(""));
		CodeBlock start = CodeBlock.of("$T.builder()$L", RequestWriter.name(operation), given);
		if (!choices) {
			factory.addStatement("return $L.build()", start);
		}
		else {
			javadoc.param("request", demanded.isEmpty() ? "sets the fields of the request" : "sets the other fields");
			factory.addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), builder), "request")
				.addStatement("$T builder = $L", builder, start)
				.addStatement("request.accept(builder)")
				.addStatement("return builder.build()");
		}
		return factory.addJavadoc(end(javadoc, operation)).build();
	}

	private MethodSpec upload(ApiOperation operation, Member file) {
		Javadoc javadoc = javadoc(operation)
			.param("filename", "the file's name; the suffix tells the platform the type")
			.param("content", "the file's bytes, not changed until the call is over");
		return factory(operation).addParameter(String.class, "filename")
			.addParameter(byte[].class, "content")
			.addJavadoc(end(javadoc, operation))
			.addStatement("return $T.builder().$N(new $T(filename, content)).build()", RequestWriter.name(operation),
					file.name(), UploadFile.class)
			.build();
	}

	private MethodSpec.Builder factory(ApiOperation operation) {
		MethodSpec.Builder factory = MethodSpec.methodBuilder(operation.verb())
			.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
			.returns(ParameterizedTypeName.get(ClassName.get(WechatPayRequest.class), this.requests.answer(operation)));
		if (!operation.verified()) {
			factory.addAnnotation(Incubating.class);
		}
		return operation.deprecated() ? factory.addAnnotation(Deprecated.class) : factory;
	}

	private static Javadoc javadoc(ApiOperation operation) {
		Javadoc javadoc = Javadoc.of(Docs.sentence(operation.meaning(), operation.label(), ""));
		return operation.meaning().contains("epeat") ? javadoc : javadoc.then(repetition(operation));
	}

	private static CodeBlock end(Javadoc javadoc, ApiOperation operation) {
		javadoc.returns("the request to execute: {@code " + operation.signature() + "}");
		if (operation.inputs().stream().map(Input::field).anyMatch(Field::demanded)) {
			javadoc.throwsMissing();
		}
		return javadoc.see(operation.link()).deprecated(operation.deprecated()).build();
	}

	private static String repetition(ApiOperation operation) {
		return switch (operation.idempotency()) {
			case SAFE -> "";
			case KEYED -> "Repeating it with the same {@code " + operation.businessNumber() + "} is the same action.";
			case NONE -> "Not to be repeated blindly: ask what became of it first.";
		};
	}

	static Stream<String> names(Product product) {
		return product.operations().stream().map(ApiOperation::product).distinct();
	}

}
