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

package io.github.wechatpay4j.observation;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedTests {

	private final Bounded bounded = new Bounded(3);

	@Test
	void takesNoMoreThanSoManyValues() {
		assertThat(IntStream.range(0, 5).mapToObj((i) -> this.bounded.of("v" + i))).containsExactly("v0", "v1", "v2",
				"OTHER", "OTHER");
		assertThat(this.bounded.of("v1")).isEqualTo("v1");
	}

	@Test
	void takesNoValueThatNoCodeHas() {
		assertThat(this.bounded.of(" ")).isEqualTo("OTHER");
		assertThat(this.bounded.of("x".repeat(81))).isEqualTo("OTHER");
	}

}
