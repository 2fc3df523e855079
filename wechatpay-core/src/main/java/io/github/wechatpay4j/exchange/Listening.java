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

import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.github.wechatpay4j.trust.PlatformKey;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The listeners in the Reactor context of a call.
 *
 * @param listeners the listeners
 */
record Listening(List<AttemptListener> listeners) {

	static Context add(Context context, AttemptListener listener) {
		Listening others = context.getOrDefault(Listening.class, null);
		return context.put(Listening.class, new Listening((others == null) ? List.of(listener)
				: Stream.concat(others.listeners.stream(), Stream.of(listener)).toList()));
	}

	/** What is done on the way, such as downloading certificates, is not the call. */
	static <T> Mono<T> unheard(Mono<T> other) {
		return other.contextWrite((context) -> context.delete(Listening.class));
	}

	static <T> Mono<T> toSending(URI address, Mono<T> exchange) {
		return Mono.deferContextual((context) -> {
			Listening listening = context.getOrDefault(Listening.class, null);
			if (listening != null) {
				listening.listeners.forEach((listener) -> listener.sending(address));
			}
			return exchange;
		});
	}

	static Mono<HttpAnswer> toAnswer(HttpAnswer received) {
		return Mono.deferContextual((context) -> tell(context.getOrDefault(Listening.class, null), Mono.just(received),
				(listener, answer) -> listener.answered(answer.status(), answer.headers())));
	}

	static Mono<PlatformKey> toVerification(Mono<PlatformKey> verification) {
		return Mono.deferContextual((context) -> tell(context.getOrDefault(Listening.class, null),
				unheard(verification), AttemptListener::verified));
	}

	private static <T> Mono<T> tell(@Nullable Listening listening, Mono<T> source,
			BiConsumer<AttemptListener, T> message) {
		return (listening == null) ? source
				: source.doOnNext((value) -> listening.listeners.forEach((each) -> message.accept(each, value)));
	}

}
