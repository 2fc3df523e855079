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

package io.github.wechatpay4j.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.exchange.TransportSettings.Builder;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What cannot be meant is refused by name where it is said.
 */
class ArgumentTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	static Stream<Arguments> times() {
		List<Duration> wrong = List.of(Duration.ofDays(30), Duration.ofSeconds(Long.MAX_VALUE), Duration.ZERO,
				Duration.ofMillis(-1));
		return Stream
			.<Arguments>of(named("connectTimeout", Builder::connectTimeout),
					named("responseTimeout", Builder::responseTimeout), named("totalTimeout", Builder::totalTimeout),
					named("acquireTimeout", Builder::acquireTimeout), named("maxIdleTime", Builder::maxIdleTime))
			.flatMap((setter) -> wrong.stream().map((time) -> Arguments.of(setter.get()[0], setter.get()[1], time)));
	}

	private static Arguments named(String name, BiFunction<Builder, Duration, Builder> setter) {
		return Arguments.of(name, setter);
	}

	@ParameterizedTest
	@MethodSource("times")
	void refusesATimeThatNobodyMeans(String name, BiFunction<Builder, Duration, Builder> setter, Duration time) {
		assertThatIllegalArgumentException().isThrownBy(() -> setter.apply(TransportSettings.builder(), time))
			.withMessageStartingWith(name + " must be positive and at most 24 hours");
	}

	@Test
	void refusesANumberThatNobodyMeans() {
		assertThatIllegalArgumentException().isThrownBy(() -> TransportSettings.builder().maxConnections(0))
			.withMessageStartingWith("maxConnections must be at least 1");
		assertThatIllegalArgumentException().isThrownBy(() -> TransportSettings.builder().maxPending(-1))
			.withMessageStartingWith("maxPending must be at least 0");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CallOptions.totalTimeout(Duration.ofSeconds(Long.MAX_VALUE)))
			.withMessageStartingWith("totalTimeout must be positive and at most 24 hours");
	}

	@Test
	void refusesToDownloadToADirectory() {
		Calls.Bill bill = new Calls.Bill(platform.url() + "/file", "SHA1", "00");
		assertThatIllegalArgumentException().isThrownBy(() -> platform.client().download(bill, Path.of("/")))
			.withMessageStartingWith("'target' must name a file");
	}

}
