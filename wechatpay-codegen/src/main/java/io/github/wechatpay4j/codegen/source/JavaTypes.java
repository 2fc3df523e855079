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

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.wechatpay4j.codegen.description.ComponentType;
import io.github.wechatpay4j.codegen.description.ComponentType.ObjectType;
import io.github.wechatpay4j.codegen.description.Description;
import io.github.wechatpay4j.codegen.description.Field;
import io.github.wechatpay4j.codegen.description.FieldType;
import io.github.wechatpay4j.codegen.description.FieldType.Component;
import io.github.wechatpay4j.codegen.description.FieldType.Listing;
import io.github.wechatpay4j.codegen.description.FieldType.Scalar;
import io.github.wechatpay4j.codegen.description.TypeKey;
import io.github.wechatpay4j.codegen.description.Webhook;
import io.github.wechatpay4j.operation.UploadFile;
import org.jspecify.annotations.Nullable;

/**
 * The Java types of the description, and in which direction each travels.
 */
final class JavaTypes {

	private static final AnnotationSpec NULLABLE = AnnotationSpec.builder(Nullable.class).build();

	private final Description description;

	private final Set<TypeKey> sent = new HashSet<>();

	private final Set<TypeKey> received = new HashSet<>();

	private final Set<TypeKey> unverified = new HashSet<>();

	private final Map<TypeKey, TypeKey> answers = new HashMap<>();

	JavaTypes(Description description) {
		this.description = description;
		description.operations().forEach((operation) -> {
			operation.inputs().forEach((input) -> reach(input.field().type(), this.sent));
			if (operation.answerType() != null) {
				reach(new Component(operation.answerType()), this.received);
			}
		});
		description.webhooks().forEach((webhook) -> {
			reach(new Component(webhook.type()), this.received);
			if (!webhook.verified()) {
				this.unverified.add(webhook.type());
			}
			answer(webhook);
		});
	}

	private void answer(Webhook webhook) {
		TypeKey answer = webhook.answer();
		if (answer == null) {
			return;
		}
		reach(new Component(answer), this.sent);
		this.answers.put(webhook.type(), answer);
		if (!webhook.verified()) {
			this.unverified.add(answer);
		}
	}

	private void reach(FieldType type, Set<TypeKey> reached) {
		if (type instanceof Listing list) {
			reach(list.item(), reached);
		}
		else if (type instanceof Component component && reached.add(component.key())
				&& this.description.type(component.key()) instanceof ObjectType object) {
			object.fields().forEach((field) -> reach(field.type(), reached));
		}
	}

	Description description() {
		return this.description;
	}

	boolean isSent(TypeKey key) {
		return this.sent.contains(key);
	}

	boolean isUsed(TypeKey key) {
		return isSent(key) || isReceived(key);
	}

	boolean isReceived(TypeKey key) {
		return this.received.contains(key);
	}

	/**
	 * Whether a type may still change: with its product, or as a notification by itself.
	 */
	boolean isIncubating(ComponentType type) {
		return type.incubating() || this.unverified.contains(type.key());
	}

	ClassName name(TypeKey key) {
		return ClassName.get(this.description.type(key).packageName(), key.name());
	}

	/** What a handler of such a notification answers with; none for most. */
	@Nullable ClassName answer(TypeKey notification) {
		TypeKey answer = this.answers.get(notification);
		return (answer != null) ? name(answer) : null;
	}

	/** The object that a field, or an item of it, consists of; none for a scalar. */
	@Nullable ObjectType object(Field field) {
		FieldType type = (field.type() instanceof Listing list) ? list.item() : field.type();
		return (type instanceof Component component
				&& this.description.type(component.key()) instanceof ObjectType object) ? object : null;
	}

	TypeName of(FieldType type) {
		if (type instanceof Listing list) {
			return ParameterizedTypeName.get(ClassName.get(List.class), of(list.item()).box());
		}
		if (type instanceof Component component) {
			return name(component.key());
		}
		return switch ((Scalar) type) {
			case TEXT -> ClassName.get(String.class);
			case INTEGER -> TypeName.LONG;
			case DECIMAL -> ClassName.get(BigDecimal.class);
			case FLAG -> TypeName.BOOLEAN;
			case DATE -> ClassName.get(LocalDate.class);
			case TIME -> ClassName.get(OffsetDateTime.class);
			case FILE -> ClassName.get(UploadFile.class);
		};
	}

	/** A type that may be absent. */
	static TypeName nullable(TypeName type) {
		return type.box().annotated(NULLABLE);
	}

}
