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

package io.github.wechatpay4j.transaction;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where the application made a call, read from the stack of the calling thread.
 *
 * @param place the application's own line, or {@code null} where the stack does not hold
 * it, as in a reactive pipeline
 * @param inHandler whether the library's own transaction around a notification's handler
 * is the one that surrounds the call
 * @param afterCommit whether the call is made by a callback after the commit: what it
 * needs is recorded by then, although the transaction still looks active
 */
record CallSite(@Nullable String place, boolean inHandler, boolean afterCommit) {

	private static final String UNIT_OF_WORK = "io.github.wechatpay4j.jdbc.TransactionalUnitOfWork";

	private static final String SYNCHRONIZATIONS = "org.springframework.transaction.support.TransactionSynchronizationUtils";

	/** What begins a transaction; nested in a callback after a commit, a new one. */
	private static final List<String> BEGINNERS = List.of(
			"org.springframework.transaction.interceptor.TransactionAspectSupport",
			"org.springframework.transaction.support.TransactionTemplate");

	private static final List<String> LIBRARIES = List.of("io.github.wechatpay4j.", "java.", "javax.", "jdk.", "sun.",
			"com.sun.", "jakarta.", "org.springframework.", "org.aspectj.", "reactor.", "io.micrometer.", "io.netty.",
			"kotlin.", "kotlinx.");

	static CallSite find() {
		return StackWalker.getInstance().walk(CallSite::of);
	}

	private static CallSite of(Stream<StackWalker.StackFrame> frames) {
		String place = null;
		boolean nested = false;
		Iterator<StackWalker.StackFrame> stack = frames.iterator();
		while (stack.hasNext()) {
			StackWalker.StackFrame frame = stack.next();
			String type = frame.getClassName();
			if (place == null && isOfTheApplication(type)) {
				place = describe(frame);
			}
			nested |= BEGINNERS.contains(type);
			if (SYNCHRONIZATIONS.equals(type) && frame.getMethodName().endsWith("AfterCommit") && !nested) {
				return new CallSite(place, false, true);
			}
			// This one lets what is nested take part: it is still the transaction
			if (UNIT_OF_WORK.equals(type) && "within".equals(frame.getMethodName())) {
				return new CallSite(place, true, false);
			}
		}
		return new CallSite(place, false, false);
	}

	/** Proxies are generated in the application's packages. */
	private static boolean isOfTheApplication(String className) {
		return LIBRARIES.stream().noneMatch(className::startsWith) && !className.contains("$$")
				&& !className.contains("$Proxy");
	}

	private static String describe(StackWalker.StackFrame frame) {
		return frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
				+ frame.getLineNumber() + ")";
	}

}
