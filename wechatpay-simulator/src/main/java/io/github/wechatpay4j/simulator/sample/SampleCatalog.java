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

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;

/**
 * All operations of the description.
 *
 * @param operations the operations in the order of the description
 * @param shapes the objects of requests by name
 */
record SampleCatalog(List<SampleOperation> operations, Map<String, Shape> shapes) {

	/** The operation that a request calls: literal segments win over variables. */
	Optional<Match> match(String method, PathContainer path) {
		return this.operations.stream()
			.filter((operation) -> operation.method().equals(method) && operation.path().matches(path))
			.min(Comparator.comparing(SampleOperation::path))
			.map((operation) -> new Match(operation, variables(operation, path)));
	}

	private static Map<String, String> variables(SampleOperation operation, PathContainer path) {
		PathMatchInfo info = operation.path().matchAndExtract(path);
		return (info != null) ? info.getUriVariables() : Map.of();
	}

	/**
	 * An operation with the variables of the path that called it.
	 *
	 * @param operation the operation
	 * @param variables the variables, decoded
	 */
	record Match(SampleOperation operation, Map<String, String> variables) {
	}

}
