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
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * What a method returns, and what that means for when it is done.
 *
 * @param isAwaited whether it is done when what it returns completes
 * @param value what it returns in the end, {@code null} for nothing
 */
record ListenerReturn(boolean isAwaited, @Nullable Class<?> value) {

	private static final String UNIT = "kotlin.Unit";

	/** Types of what happens later, of libraries that need not be there. */
	private static final Set<String> LATER = Set.of("org.springframework.web.context.request.async.DeferredResult",
			"org.springframework.web.context.request.async.WebAsyncTask", "kotlinx.coroutines.Job",
			"kotlinx.coroutines.flow.Flow", "io.reactivex.rxjava3.core.CompletableSource",
			"io.reactivex.rxjava3.core.SingleSource", "io.reactivex.rxjava3.core.MaybeSource",
			"io.reactivex.rxjava3.core.ObservableSource", "io.smallrye.mutiny.Uni", "io.smallrye.mutiny.Multi",
			"io.vertx.core.Future");

	/**
	 * Reads what a method returns.
	 * @throws IllegalArgumentException saying what is wrong, if nobody could tell when
	 * the method is done
	 */
	static ListenerReturn of(Method method, Class<?> type) {
		ResolvableType declared = ResolvableType.forMethodReturnType(method, type);
		Class<?> returned = declared.resolve(Object.class);
		boolean awaited = isAwaited(returned);
		if (awaited) {
			Class<?> form = Mono.class.isAssignableFrom(returned) ? Mono.class : CompletionStage.class;
			returned = declared.as(form).getGeneric(0).resolve(Void.class);
		}
		if (isLater(returned)) {
			throw new IllegalArgumentException("returns a " + returned.getSimpleName()
					+ (awaited ? " within another, which nobody waits for" : ", which nobody waits for")
					+ ": return nothing, Mono<Void> (as of then()) or CompletionStage<Void>");
		}
		return new ListenerReturn(awaited, isNothing(returned) ? null : returned);
	}

	/** Whether a class is one of those that are waited for. */
	static boolean isAwaited(Class<?> type) {
		return Mono.class.isAssignableFrom(type) || CompletionStage.class.isAssignableFrom(type);
	}

	/** Whether a class stands for something that has not happened yet. */
	static boolean isLater(Class<?> type) {
		return Future.class.isAssignableFrom(type) || CompletionStage.class.isAssignableFrom(type)
				|| Publisher.class.isAssignableFrom(type) || Flow.Publisher.class.isAssignableFrom(type)
				|| Callable.class.isAssignableFrom(type) || Supplier.class.isAssignableFrom(type)
				|| Runnable.class.isAssignableFrom(type) || isLaterByName(type)
				|| ReactiveAdapterRegistry.getSharedInstance().getAdapter(type) != null;
	}

	private static boolean isLaterByName(Class<?> type) {
		for (Class<?> each = type; each != null; each = each.getSuperclass()) {
			if (LATER.contains(each.getName())) {
				return true;
			}
		}
		return ClassUtils.getAllInterfacesForClassAsSet(type)
			.stream()
			.anyMatch((each) -> LATER.contains(each.getName()));
	}

	/** What expressions in Kotlin give that give nothing. */
	static boolean isNothing(Class<?> type) {
		return type == void.class || type == Void.class || UNIT.equals(type.getName());
	}

}
