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

import org.junit.jupiter.api.Test;

import org.springframework.http.server.PathContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests are told apart.
 */
class SampleCatalogTests {

	private final SampleCatalog catalog = CatalogReader.read();

	@Test
	void findsEveryOperationByItsOwnPath() {
		for (SampleOperation operation : this.catalog.operations()) {
			String path = operation.path().getPatternString().replaceAll("\\{[^}]*}", "1000");
			assertThat(this.catalog.match(operation.method(), PathContainer.parsePath(path))).as(operation.key())
				.hasValueSatisfying((match) -> assertThat(match.operation().key()).isEqualTo(operation.key()));
		}
	}

	@Test
	void decodesVariables() {
		PathContainer path = PathContainer.parsePath("/v3/merchant-service/images/a%2Fb%20c");
		assertThat(this.catalog.match("GET", path))
			.hasValueSatisfying((match) -> assertThat(match.variables()).containsEntry("media_id", "a/b c"));
		assertThat(this.catalog.match("POST", path)).isEmpty();
	}

	@Test
	void hasShapesForEverythingThatIsReferredTo() {
		assertThat(this.catalog.operations()).filteredOn((operation) -> !operation.body().isEmpty())
			.allMatch((operation) -> this.catalog.shapes().containsKey(operation.body()));
		assertThat(this.catalog.shapes().values()).flatMap(Shape::fields)
			.filteredOn((field) -> !field.type().isEmpty())
			.allMatch((field) -> this.catalog.shapes().containsKey(field.type()));
	}

}
