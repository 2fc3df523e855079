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

import java.time.Duration;

import reactor.util.context.ContextView;

/**
 * What is left of a call's total timeout, for decorators of calls that wait. It travels
 * in the Reactor context of the call. Measured by a monotonic clock; safe for use by many
 * threads.
 */
public interface CallTime {

	/**
	 * What is left.
	 * @return a duration, negative once the call is over
	 */
	Duration remaining();

	/**
	 * What is left of the call of a Reactor context.
	 * @param context the context
	 * @param otherwise what is taken where the context is not that of a call
	 * @return a duration
	 */
	static Duration remaining(ContextView context, Duration otherwise) {
		return context.hasKey(CallTime.class) ? context.get(CallTime.class).remaining() : otherwise;
	}

}
