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

package io.github.wechatpay4j.simulator.control;

import java.time.Duration;
import java.util.Arrays;

import io.github.wechatpay4j.simulator.fault.Fault;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the faults that are asked for.
 */
final class FaultReader {

	private FaultReader() {
	}

	/** The fault; an {@link IllegalArgumentException} that says what is wrong. */
	static Fault read(JsonNode json) {
		String path = text(json, "path");
		String code = text(json, "code");
		JsonNode delay = json.path("delayMillis");
		return new Fault(kind(json), path, number(json.path("times"), "times", 1),
				delay.isMissingNode() ? null : Duration.ofMillis(number(delay, "delayMillis", 0)), code);
	}

	private static FaultKind kind(JsonNode json) {
		String name = text(json, "kind");
		return Arrays.stream(FaultKind.values())
			.filter((kind) -> kind.name().equals(name))
			.findFirst()
			.orElseThrow(
					() -> new IllegalArgumentException("kind must be one of " + Arrays.toString(FaultKind.values())));
	}

	private static int number(JsonNode node, String name, int otherwise) {
		if (node.isMissingNode()) {
			return otherwise;
		}
		if (!node.canConvertToInt() || !node.isIntegralNumber()) {
			throw new IllegalArgumentException(name + " must be a whole number");
		}
		return node.intValue();
	}

	private static @Nullable String text(JsonNode json, String name) {
		JsonNode node = json.path(name);
		if (node.isMissingNode() || node.isNull()) {
			return null;
		}
		if (!node.isString()) {
			throw new IllegalArgumentException(name + " must be a text");
		}
		return node.stringValue();
	}

}
