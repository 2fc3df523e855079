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

package io.github.wechatpay4j.simulator.sample;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Asks routes which methods and paths they are for.
 */
final class ModelledRoutes implements RouterFunctions.Visitor, RequestPredicates.Visitor {

	private final Set<String> keys = new HashSet<>();

	private Set<HttpMethod> methods = Set.of();

	private ModelledRoutes() {
	}

	/** The keys of the operations that have a route of their own. */
	static Set<String> keys(RouterFunction<ServerResponse> routes) {
		ModelledRoutes visitor = new ModelledRoutes();
		routes.accept(visitor);
		return visitor.keys;
	}

	@Override
	public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
		predicate.accept(this);
	}

	@Override
	public void method(Set<HttpMethod> methods) {
		this.methods = methods;
	}

	@Override
	public void path(String pattern) {
		this.methods.forEach((method) -> this.keys.add(SampleOperation.key(method.name(), pattern)));
	}

	// Nothing else is of interest

	@Override
	public void startNested(RequestPredicate predicate) {
	}

	@Override
	public void endNested(RequestPredicate predicate) {
	}

	@Override
	public void resources(Function<ServerRequest, Mono<Resource>> lookup) {
	}

	@Override
	public void attributes(Map<String, Object> attributes) {
	}

	@Override
	public void unknown(RouterFunction<?> routes) {
	}

	@Override
	@SuppressWarnings("removal") // has to be there until it is removed
	public void pathExtension(String extension) {
	}

	@Override
	public void header(String name, String value) {
	}

	@Override
	public void queryParam(String name, String value) {
	}

	@Override
	public void version(String version) {
	}

	@Override
	public void startAnd() {
	}

	@Override
	public void and() {
	}

	@Override
	public void endAnd() {
	}

	@Override
	public void startOr() {
	}

	@Override
	public void or() {
	}

	@Override
	public void endOr() {
	}

	@Override
	public void startNegate() {
	}

	@Override
	public void endNegate() {
	}

	@Override
	public void unknown(RequestPredicate predicate) {
	}

}
