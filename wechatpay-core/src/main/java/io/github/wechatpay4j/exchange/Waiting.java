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

package io.github.wechatpay4j.exchange;

import java.util.function.Supplier;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes what may wait for a KMS off the event loops. What only computes stays where it
 * is.
 */
final class Waiting {

	private Waiting() {
	}

	static <V> Mono<V> mayBlock(Supplier<V> work, boolean blocking) {
		Mono<V> result = Mono.fromSupplier(work);
		return blocking ? result.subscribeOn(Schedulers.boundedElastic()) : result;
	}

	/** What follows this may block. */
	static <V> Mono<V> mayBlock(Mono<V> before, boolean blocking) {
		return blocking ? before.publishOn(Schedulers.boundedElastic()) : before;
	}

}
