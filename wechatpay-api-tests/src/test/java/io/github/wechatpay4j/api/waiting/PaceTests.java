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

package io.github.wechatpay4j.api.waiting;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PaceTests {

	@Test
	void hasDefaults() {
		assertThat(Pace.DEFAULT)
			.isEqualTo(new Pace(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1)));
	}

	@Test
	void refusesPausesThatCannotBe() {
		Duration second = Duration.ofSeconds(1);
		assertThatIllegalArgumentException().isThrownBy(() -> new Pace(Duration.ZERO, second, second))
			.withMessage("first must be positive but is PT0S");
		assertThatIllegalArgumentException().isThrownBy(() -> new Pace(second, Duration.ofMillis(999), second))
			.withMessage("longest must not be less than first but is PT0.999S");
		assertThatIllegalArgumentException().isThrownBy(() -> Pace.atMost(Duration.ofSeconds(-1)))
			.withMessage("limit must not be negative but is PT-1S");
	}

}
