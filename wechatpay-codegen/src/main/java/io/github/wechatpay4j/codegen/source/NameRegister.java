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
import java.util.stream.Collectors;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.wechatpay4j.codegen.description.ApiOperation;
import io.github.wechatpay4j.codegen.description.ComponentType.EnumType;
import io.github.wechatpay4j.codegen.description.ComponentType.ObjectType;
import io.github.wechatpay4j.codegen.description.Webhook;
import io.github.wechatpay4j.codegen.names.JavaNames;
import io.github.wechatpay4j.codegen.names.NameLock;

/**
 * Enters every name that a program can use into the lock.
 */
final class NameRegister {

	private final JavaTypes types;

	private final NameLock lock;

	private final String rootPackage;

	NameRegister(JavaTypes types, NameLock lock, String rootPackage) {
		this.types = types;
		this.lock = lock;
		this.rootPackage = rootPackage;
	}

	void operation(ApiOperation operation, String productPackage, List<Member> arguments, List<Member> members,
			ClassName answer) {
		String names = arguments.stream().map(Member::name).collect(Collectors.joining(", "));
		this.lock.give(operation.signature(), simple(ClassName.get(productPackage, operation.product())) + "."
				+ operation.verb() + "(" + names + ")");
		this.lock.give(operation.signature() + " request", simple(RequestWriter.name(operation)));
		this.lock.give(operation.signature() + " answer", simple(answer));
		members(RequestWriter.name(operation), members, true);
	}

	void webhook(Webhook webhook) {
		String shape = ((webhook.originalType() != null) ? " " + webhook.originalType() : "")
				+ (webhook.with().isEmpty() ? "" : " with " + String.join(" ", webhook.with()));
		webhook.events()
			.forEach((event) -> this.lock.give("event " + event + shape, simple(this.types.name(webhook.type()))));
	}

	void object(ObjectType object, List<Member> members) {
		members(this.types.name(object.key()), members, this.types.isSent(object.key()));
	}

	void enumeration(EnumType type) {
		for (String value : type.values()) {
			this.lock.give(simple(this.types.name(type.key())) + " '" + value + "'", JavaNames.constant(value));
		}
	}

	private void members(ClassName owner, List<Member> members, boolean sent) {
		for (Member member : members) {
			String adder = (sent && member.isList()) ? " " + BuilderWriter.adderName(member) : "";
			this.lock.give(simple(owner) + " /" + member.wireName(),
					member.name() + adder + ": " + simple(member.type()));
		}
	}

	/** Without the root package, and without those that everybody knows. */
	private String simple(TypeName type) {
		if (type instanceof ParameterizedTypeName list) {
			return "List<" + simple(list.typeArguments().get(0)) + ">";
		}
		String name = type.toString();
		if (name.startsWith(this.rootPackage + ".")) {
			return name.substring(this.rootPackage.length() + 1);
		}
		return name.substring(name.lastIndexOf('.') + 1);
	}

}
