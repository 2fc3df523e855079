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

import java.io.IOException;

import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.TransportException.Phase;
import io.github.wechatpay4j.operation.Operation;
import io.netty.handler.proxy.ProxyConnectException;

/**
 * Tells failures before anything was sent from those after it.
 */
final class TransportFailures {

	private TransportFailures() {
	}

	static TransportException translate(Operation<?> operation, Throwable failure, Progress progress) {
		boolean nothingSent = progress.giveUp();
		if (nothingSent && progress.isStale() && !isOfProxy(failure)) {
			// The host is there; no cause, so that it does not count as unreachable
			return new TransportException(operation.name(), Phase.CONNECTING,
					new IllegalStateException(
							"connections were closed before the request was written to them, the last one: "
									+ failure.getMessage()));
		}
		Phase phase = phase(failure, nothingSent);
		if (phase != Phase.EXCHANGING) {
			// What a proxy has thrown away says nothing about the next host
			progress.nothingSent();
		}
		return new TransportException(operation.name(), phase, failure);
	}

	private static Phase phase(Throwable failure, boolean nothingSent) {
		if (!nothingSent && !isOfProxy(failure)) {
			return Phase.EXCHANGING;
		}
		return isPoolExhausted(failure) ? Phase.WAITING : Phase.CONNECTING;
	}

	/**
	 * Whether it is the host that failed: it cannot be found or reached, or did not prove
	 * that it is the right one.
	 */
	static boolean isUnreachable(TransportException failure) {
		if (failure.phase() != Phase.CONNECTING) {
			return false;
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException) {
				return true;
			}
		}
		return false;
	}

	/** What is written before the proxy has connected is kept, and then thrown away. */
	private static boolean isOfProxy(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProxyConnectException) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Reactor Netty's types for this live in a shaded package that must not be imported.
	 */
	private static boolean isPoolExhausted(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause.getClass().getSimpleName().startsWith("PoolAcquire")) {
				return true;
			}
		}
		return false;
	}

}
