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

package io.github.wechatpay4j.codegen.description;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.wechatpay4j.codegen.description.ComponentType.EnumType;
import io.github.wechatpay4j.codegen.description.ComponentType.ObjectType;
import io.github.wechatpay4j.codegen.description.FieldType.Component;
import io.github.wechatpay4j.codegen.description.FieldType.Listing;

/**
 * What can only be checked when everything has been read.
 */
final class DescriptionChecks {

	private final Description description;

	private final Map<String, Place> taken = new HashMap<>();

	private final Set<TypeKey> requests = new HashSet<>();

	private final Map<TypeKey, Place> answers = new HashMap<>();

	private final Set<TypeKey> answered = new HashSet<>();

	private DescriptionChecks(Description description) {
		this.description = description;
	}

	static void check(Description description) {
		DescriptionChecks checks = new DescriptionChecks(description);
		description.operations().forEach(checks::operation);
		description.webhooks().forEach(checks::webhook);
		description.types().values().forEach(checks::component);
		checks.answers.forEach(checks::answer);
		description.products().forEach(checks::products);
		new MarkChecks(description).check();
	}

	private void products(Product product) {
		product.operations()
			.stream()
			.collect(Collectors.toMap(ApiOperation::product, ApiOperation::place, (first, second) -> first))
			.forEach((name, place) -> once("type " + product.packageName() + "." + name, place));
	}

	private void operation(ApiOperation operation) {
		once("operation " + operation.signature(), operation.place());
		once("operationId " + operation.id(), operation.place());
		once("type " + operation.packageName() + "." + operation.requestType(), operation.place());
		this.requests.add(new TypeKey(operation.place().file(), operation.requestType()));
		operation.inputs().forEach((input) -> field(input.field()));
		if (operation.answerType() != null) {
			object(operation.place(), operation.answerType());
		}
	}

	private void webhook(Webhook webhook) {
		List<String> fields = object(webhook.place(), webhook.type()).fields().stream().map(Field::name).toList();
		once("notification " + webhook.type(), webhook.place());
		if (webhook.businessNumber() != null && !fields.contains(webhook.businessNumber())) {
			throw webhook.place().fault("'" + webhook.businessNumber() + "' is not a field of the resource");
		}
		webhook.with().stream().filter((name) -> !fields.contains(name)).findFirst().ifPresent((name) -> {
			throw webhook.place().fault("'" + name + "' is not a field of the resource");
		});
		if (webhook.answer() != null) {
			this.answers.put(webhook.answer(), webhook.place());
		}
	}

	/** Nobody has the key that the platform would want them encrypted with. */
	private void answer(TypeKey key, Place place) {
		if (this.requests.contains(key)) {
			throw place.fault("'" + key.name() + "' is the body of a request and cannot be an answer");
		}
		for (Field field : object(place, key).fields()) {
			if (field.sensitive()) {
				throw field.place().fault("'" + field.name() + "' is sensitive, which no field of an answer can be");
			}
			FieldType type = (field.type() instanceof Listing list) ? list.item() : field.type();
			if (type instanceof Component component
					&& this.description.types().get(component.key()) instanceof ObjectType
					&& this.answered.add(component.key())) {
				answer(component.key(), field.place());
			}
		}
	}

	private void component(ComponentType type) {
		if (!this.requests.contains(type.key())) {
			once("type " + type.packageName() + "." + type.key().name(), type.place());
		}
		if (type instanceof ObjectType object) {
			object.fields().forEach(this::field);
			object(object);
		}
		if (type instanceof EnumType values && new HashSet<>(values.values()).size() < values.values().size()) {
			throw type.place().fault("a value of '" + type.key().name() + "' is there twice");
		}
	}

	private void object(ObjectType object) {
		if (object.sameAs() != null) {
			object(object.place(), object.sameAs());
		}
		for (Field field : object.fields()) {
			if (!field.filledFrom().isEmpty() && !this.requests.contains(object.key())) {
				throw field.place().fault("only fields of a request itself can be filled from the configuration");
			}
		}
	}

	private void field(Field field) {
		FieldType type = (field.type() instanceof Listing list) ? list.item() : field.type();
		if (!(type instanceof Component component)) {
			return;
		}
		ComponentType target = this.description.types().get(component.key());
		if (target == null) {
			throw field.place()
				.fault("there is no component '" + component.key().name() + "' in " + component.key().file());
		}
		if (this.requests.contains(component.key())) {
			throw field.place()
				.fault("'" + component.key().name() + "' is the body of a request and cannot be part of another type");
		}
		for (String name : field.requiredWithin()) {
			if (object(field.place(), component.key()).fields()
				.stream()
				.noneMatch((inner) -> inner.name().equals(name))) {
				throw field.place().fault("'" + name + "' is not a field of '" + component.key().name() + "'");
			}
		}
	}

	private ObjectType object(Place place, TypeKey key) {
		if (this.description.types().get(key) instanceof ObjectType object) {
			return object;
		}
		throw place.fault("'" + key.name() + "' in " + key.file() + " is not an object, or not there");
	}

	private void once(String name, Place place) {
		Place other = this.taken.putIfAbsent(name, place);
		if (other != null) {
			throw place.fault(name + " is already described at " + other.file() + ":" + other.line());
		}
	}

}
