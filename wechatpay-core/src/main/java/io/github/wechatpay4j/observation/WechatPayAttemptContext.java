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

import java.util.Objects;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;

/**
 * One attempt of a call. Its span is that of a client, but nothing about the trace is
 * sent: headers that the platform has not asked for could only do harm.
 */
public final class WechatPayAttemptContext extends SenderContext<CallFacts> {

	private final CallFacts facts;

	/**
	 * Creates a context.
	 * @param facts what is known about the attempt
	 */
	public WechatPayAttemptContext(CallFacts facts) {
		super((carrier, key, value) -> {
		}, Kind.CLIENT);
		this.facts = Objects.requireNonNull(facts, "facts");
		setCarrier(facts);
		setRemoteServiceName("WeChat Pay");
	}

	/**
	 * What is known about the attempt.
	 * @return the facts
	 */
	public CallFacts facts() {
		return this.facts;
	}

}
