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

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLHandshakeException;

import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.operation.Operation;

/**
 * Tells failures before anything was sent from those after which the outcome is unknown.
 */
final class TransportFailures {

	private TransportFailures() {
	}

	static TransportException translate(Operation<?> operation, Throwable failure) {
		Phase phase = isBeforeSending(failure) ? Phase.CONNECTING : Phase.EXCHANGING;
		boolean unknown = phase == Phase.EXCHANGING && ResponseInterpreter.changesSomething(operation);
		return new TransportException(operation.name(), phase, unknown, failure);
	}

	private static boolean isBeforeSending(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof UnknownHostException
					|| cause instanceof NoRouteToHostException || cause instanceof SSLHandshakeException
					|| isPoolExhausted(cause)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Reactor Netty's types for this live in a shaded package that must not be imported.
	 */
	private static boolean isPoolExhausted(Throwable cause) {
		return cause.getClass().getSimpleName().startsWith("PoolAcquire");
	}

}
