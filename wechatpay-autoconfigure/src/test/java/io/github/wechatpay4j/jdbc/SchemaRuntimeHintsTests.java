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

package io.github.wechatpay4j.jdbc;

import io.github.wechatpay4j.autoconfigure.WechatPayJdbcAutoConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.ImportRuntimeHints;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaRuntimeHintsTests {

	@ParameterizedTest
	@ValueSource(strings = { "h2/R__wechatpay_v1", "h2/R__wechatpay_v2", "mysql/R__wechatpay_v1",
			"mysql/R__wechatpay_v2", "postgresql/R__wechatpay_v1", "postgresql/R__wechatpay_v2" })
	void bringEachSchemaIntoANativeImage(String name) {
		String script = "wechatpay/schema/" + name + ".sql";
		assertThat(getClass().getClassLoader().getResource(script)).isNotNull();
		RuntimeHints hints = new RuntimeHints();
		new SchemaRuntimeHints().registerHints(hints, getClass().getClassLoader());
		assertThat(RuntimeHintsPredicates.resource().forResource(script)).accepts(hints);
		assertThat(WechatPayJdbcAutoConfiguration.class.getAnnotation(ImportRuntimeHints.class).value())
			.contains(SchemaRuntimeHints.class);
	}

}
