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

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.wechatpay4j.codegen.description.ComponentType.ObjectType;

/**
 * The whole description.
 *
 * @param products the products, sorted by file
 * @param types the components
 */
public record Description(List<Product> products, Map<TypeKey, ComponentType> types) {

	/**
	 * All operations.
	 * @return the operations
	 */
	public Stream<ApiOperation> operations() {
		return this.products.stream().flatMap((product) -> product.operations().stream());
	}

	/**
	 * All notifications.
	 * @return the notifications
	 */
	public Stream<Webhook> webhooks() {
		return this.products.stream().flatMap((product) -> product.webhooks().stream());
	}

	/**
	 * A component.
	 * @param key its key
	 * @return the component
	 */
	public ComponentType type(TypeKey key) {
		ComponentType type = this.types.get(key);
		if (type == null) {
			throw new IllegalArgumentException("No component " + key);
		}
		return type;
	}

	/**
	 * A component that is an object.
	 * @param key its key
	 * @return the component
	 */
	public ObjectType object(TypeKey key) {
		if (type(key) instanceof ObjectType object) {
			return object;
		}
		throw type(key).place().fault("'" + key.name() + "' should be an object");
	}

}
