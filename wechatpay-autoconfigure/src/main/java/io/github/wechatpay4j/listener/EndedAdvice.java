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

package io.github.wechatpay4j.listener;

import java.lang.reflect.Method;
import java.util.IdentityHashMap;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the last interceptor of a proxy and the method itself, and knows whether
 * the method has ended: an interceptor may return while another thread is still at it, or
 * has not even begun. Safe for use by many threads.
 */
final class EndedAdvice implements MethodInterceptor {

	private final IdentityHashMap<Object, Call> calls = new IdentityHashMap<>();

	/**
	 * A method is about to be called with an argument, which no other call has.
	 * @return knows whether it has ended
	 */
	synchronized Call begin(Method method, Object argument) {
		Call call = new Call(method.getName());
		this.calls.put(argument, call);
		return call;
	}

	synchronized void forget(Object argument) {
		this.calls.remove(argument);
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Call call = find(invocation.getMethod(), invocation.getArguments());
		if (call == null) {
			return invocation.proceed();
		}
		call.enter();
		try {
			return invocation.proceed();
		}
		finally {
			call.leave();
		}
	}

	private synchronized @Nullable Call find(Method method, @Nullable Object[] arguments) {
		Call call = (arguments.length == 1) ? this.calls.get(arguments[0]) : null;
		if (call == null && arguments.length == 1) {
			this.calls.values().forEach((other) -> other.mayBe(method));
		}
		return call;
	}

	/** One call of the proxy. */
	static final class Call {

		private final String method;

		private int begun;

		private int running;

		private Call(String method) {
			this.method = method;
		}

		/** An interceptor may pass on another argument: nobody can tell any more. */
		private synchronized void mayBe(Method other) {
			if (this.method.equals(other.getName())) {
				this.begun++;
			}
		}

		synchronized void enter() {
			this.begun++;
			this.running++;
		}

		synchronized void leave() {
			this.running--;
		}

		synchronized boolean hasEnded() {
			return this.running == 0 && this.begun > 0;
		}

	}

}
