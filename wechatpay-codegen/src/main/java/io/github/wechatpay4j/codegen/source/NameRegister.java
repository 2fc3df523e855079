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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.wechatpay4j.codegen.description.ApiOperation;
import io.github.wechatpay4j.codegen.description.ComponentType.EnumType;
import io.github.wechatpay4j.codegen.description.ComponentType.ObjectType;
import io.github.wechatpay4j.codegen.description.Place;
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

	void operation(ApiOperation operation, String productPackage, List<String> factories, List<Member> members,
			ClassName answer) {
		this.lock.give(operation.signature(), simple(ClassName.get(productPackage, operation.product())) + "."
				+ operation.verb() + String.join(" ", factories));
		this.lock.give(operation.signature() + " request", simple(RequestWriter.name(operation)));
		this.lock.give(operation.signature() + " answer", simple(answer));
		members(RequestWriter.name(operation), members, true);
	}

	void webhook(Webhook webhook) {
		String shape = ((webhook.originalType() != null) ? " " + webhook.originalType() : "")
				+ (webhook.with().isEmpty() ? "" : " with " + String.join(" ", webhook.with()));
		webhook.events()
			.forEach((event) -> this.lock.give("event " + event + shape, simple(this.types.name(webhook.type()))));
		ClassName answer = this.types.answer(webhook.type());
		if (answer != null) {
			webhook.events().forEach((event) -> this.lock.give("event " + event + shape + " answer", simple(answer)));
		}
	}

	void object(ObjectType object, List<Member> members) {
		ClassName name = this.types.name(object.key());
		boolean sent = this.types.isSent(object.key());
		if (sent) {
			this.lock.give(simple(name) + " builder", "builder()");
		}
		if (ObjectWriter.isDownloadable(object)) {
			this.lock.give(simple(name) + " is", "Downloadable");
		}
		if (object.sameAs() != null) {
			this.lock.give(simple(name) + " same as", simple(this.types.name(object.sameAs())));
		}
		members(name, members, sent);
	}

	void enumeration(EnumType type) {
		Map<String, String> taken = new HashMap<>();
		for (String value : type.values()) {
			String constant = JavaNames.constant(value);
			if (!constant.isEmpty()) {
				once(taken, constant, value, type.place());
				this.lock.give(simple(this.types.name(type.key())) + " '" + value + "'", constant);
			}
		}
	}

	private void members(ClassName owner, List<Member> members, boolean sent) {
		Map<String, String> taken = new HashMap<>();
		for (Member member : members) {
			once(taken, member.name(), member.wireName(), member.field().place());
			String adder = (sent && member.isList()) ? " " + BuilderWriter.adderName(member) : "";
			this.lock.give(simple(owner) + " /" + member.wireName(),
					member.name() + adder + ": " + simple(member.type().box()));
		}
	}

	private static void once(Map<String, String> taken, String javaName, String name, Place place) {
		String other = taken.put(javaName, name);
		if (other != null) {
			throw place.fault("'" + name + "' and '" + other + "' would both be called '" + javaName + "' in Java");
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
