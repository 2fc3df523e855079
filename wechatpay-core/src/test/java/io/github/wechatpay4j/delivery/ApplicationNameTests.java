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

package io.github.wechatpay4j.delivery;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApplicationNameTests {

	@Test
	void isASuffixOfNames() {
		assertThat(new ApplicationName(" shop ").value()).isEqualTo("shop");
		assertThat(new ApplicationName("shop-b.2_x").suffix()).isEqualTo("-shop-b.2_x");
		assertThat(ApplicationName.none().suffix()).isEmpty();
		assertThat(ApplicationName.none().isKnown()).isFalse();
		assertThat(new ApplicationName("  ")).isEqualTo(ApplicationName.none());
		assertThat(new ApplicationName("shop").isKnown()).isTrue();
	}

	@Test
	void hasASuffixOfItsOwnInPlainLetters() {
		Set<String> suffixes = List.of("商城", "商店", "a b", "a_b", "a/b")
			.stream()
			.map((name) -> new ApplicationName(name).suffix())
			.collect(Collectors.toSet());
		assertThat(suffixes).hasSize(5).allMatch((suffix) -> suffix.matches("-[A-Za-z0-9._-]+"));
	}

	@Test
	void fitsATable() {
		assertThat(new ApplicationName("x".repeat(100)).isKnown()).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> new ApplicationName("x".repeat(101)));
		assertThatIllegalArgumentException().isThrownBy(() -> new ApplicationName(" * "));
	}

}
