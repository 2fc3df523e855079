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

import java.util.Arrays;
import java.util.List;

import io.github.wechatpay4j.PlatformKeyUnavailableException;
import io.github.wechatpay4j.WechatPayException;

/**
 * Lets a failure show the line that made the call. It arose on another thread, among
 * frames of Reactor and Netty that lead nowhere.
 */
final class CallerLine {

	private CallerLine() {
	}

	/**
	 * A failure of the same kind, with the same message and causes, whose stack trace is
	 * that of the calling thread. Failures that others may hold too, and those of an
	 * application's own decorators, are not changed.
	 */
	static RuntimeException of(RuntimeException failure) {
		if (failure instanceof PlatformKeyUnavailableException shared && shared.getCause() != null) {
			return from(new PlatformKeyUnavailableException(shared.getCause()));
		}
		if (failure instanceof WechatPayException) {
			if (Arrays.stream(failure.getSuppressed()).noneMatch(Origin.class::isInstance)) {
				failure.addSuppressed(new Origin(failure.getStackTrace()));
				return from(failure);
			}
			return failure;
		}
		if (failure.getClass() == IllegalArgumentException.class) {
			return from(new IllegalArgumentException(failure.getMessage(), failure));
		}
		if (failure.getClass() == IllegalStateException.class) {
			return from(new IllegalStateException(failure.getMessage(), failure));
		}
		return failure;
	}

	/** The stack from the client's own method on. */
	private static RuntimeException from(RuntimeException failure) {
		List<StackTraceElement> stack = List.of(new Throwable().getStackTrace());
		int first = 0;
		while (first < stack.size() && stack.get(first).getClassName().equals(CallerLine.class.getName())) {
			first++;
		}
		failure.setStackTrace(stack.subList(first, stack.size()).toArray(StackTraceElement[]::new));
		return failure;
	}

	/** Where a failure arose. */
	private static final class Origin extends Exception {

		private static final long serialVersionUID = 1L;

		Origin(StackTraceElement[] stack) {
			super("the place where the failure arose", null, false, true);
			setStackTrace(stack);
		}

	}

}
