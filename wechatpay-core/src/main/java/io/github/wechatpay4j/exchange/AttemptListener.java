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
import java.util.Objects;

import io.github.wechatpay4j.trust.PlatformKey;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

/**
 * Is told what happens while a call is made, for those who measure and diagnose. It
 * travels in the Reactor context of the call that it listens to. Called on event loops:
 * implementations are fast, never block, never throw, and are safe for use by many
 * threads.
 */
public interface AttemptListener {

	/**
	 * A request is about to be sent. A second one follows where a host cannot be reached.
	 * @param address where it goes: the host, and the template of the path
	 */
	default void sending(URI address) {
	}

	/**
	 * An answer has come. Nothing about it is believed yet.
	 * @param status the HTTP status
	 * @param headers the headers, not to be changed
	 */
	default void answered(int status, HttpHeaders headers) {
	}

	/**
	 * The answer's signature was good.
	 * @param key the key that verified it
	 */
	default void verified(PlatformKey key) {
	}

	/**
	 * Listens to a call, next to those who already do.
	 * @param call the call
	 * @param listener is told what happens
	 * @param <T> what the platform answers
	 * @return the call that tells the listener
	 */
	static <T> Mono<T> listen(Mono<T> call, AttemptListener listener) {
		Objects.requireNonNull(listener, "listener");
		return call.contextWrite((context) -> Listening.add(context, listener));
	}

}
