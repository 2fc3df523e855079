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

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.Advisor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.interceptor.AsyncExecutionInterceptor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.scheduling.annotation.Async;
import org.springframework.util.ClassUtils;

/**
 * Refuses methods that do not run when they are called, or not on what they seem to be
 * called on.
 */
final class ListenerProxies {

	/** Annotations by which calls return at once, which need not be there. */
	private static final List<String> ASYNCHRONOUS = List.of(Async.class.getName(), "jakarta.ejb.Asynchronous",
			"jakarta.enterprise.concurrent.Asynchronous");

	private ListenerProxies() {
	}

	/**
	 * Refuses what annotations say is run elsewhere.
	 * @throws InvalidListenerException if they do
	 */
	static void checkAnnotations(HandlerMethod target, String description) {
		Stream<AnnotatedElement> elements = Stream.of(target.method(), target.type(),
				target.method().getDeclaringClass());
		if (elements.anyMatch(ListenerProxies::isAsynchronous)) {
			throw runsElsewhere(description + " is @Async");
		}
	}

	/** Also on what is overridden or implemented, and on annotations. */
	private static boolean isAsynchronous(AnnotatedElement element) {
		MergedAnnotations annotations = MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY);
		return ASYNCHRONOUS.stream().anyMatch(annotations::isPresent);
	}

	private static InvalidListenerException runsElsewhere(String what) {
		return new InvalidListenerException(what + ": it would return before it is done, and its notification would be"
				+ " acknowledged and forgotten whatever becomes of it. Call it as it is, without @Async; handlers have"
				+ " threads of their own. What may be slow belongs in a mode that stores first,"
				+ " wechatpay.notification.mode=inbox");
	}

	/**
	 * Refuses what a proxy runs elsewhere.
	 * @throws InvalidListenerException if it does
	 */
	static void checkAdvice(Object bean, HandlerMethod target, String description) {
		for (Object each = bean; each instanceof Advised advised; each = AopProxyUtils.getSingletonTarget(each)) {
			for (Advisor advisor : advised.getAdvisors()) {
				if (advisor.getAdvice() instanceof AsyncExecutionInterceptor && applies(advisor, target)) {
					throw runsElsewhere("The proxy of " + description + " runs it on another thread ("
							+ advisor.getAdvice().getClass().getSimpleName() + ")");
				}
			}
		}
	}

	/**
	 * Refuses what a class-based proxy cannot override: it has no fields of its own.
	 * @throws InvalidListenerException if it cannot
	 */
	static void checkOverridable(Object bean, Method method, String description) {
		if (!AopUtils.isCglibProxy(bean) || Modifier.isStatic(method.getModifiers())
				|| method.getDeclaringClass().isInterface()) {
			return;
		}
		boolean packagePrivate = !Modifier.isPublic(method.getModifiers())
				&& !Modifier.isProtected(method.getModifiers());
		String proxyPackage = ClassUtils.getPackageName(bean.getClass());
		if (Modifier.isFinal(method.getModifiers())
				|| (packagePrivate && !proxyPackage.equals(ClassUtils.getPackageName(method.getDeclaringClass())))) {
			throw new InvalidListenerException(description + " is "
					+ (Modifier.isFinal(method.getModifiers()) ? "final" : "package-private in another package")
					+ ", and its bean has a proxy, on which it would run without any of its fields. Make the method"
					+ " public and not final (in Kotlin: open), or take away what makes the proxy");
		}
	}

	private static boolean applies(Advisor advisor, HandlerMethod target) {
		if (!(advisor instanceof PointcutAdvisor pointcutAdvisor)) {
			return true;
		}
		Pointcut pointcut = pointcutAdvisor.getPointcut();
		return pointcut.getClassFilter().matches(target.type()) && pointcut.getMethodMatcher()
			.matches(AopUtils.getMostSpecificMethod(target.method(), target.type()), target.type());
	}

	/**
	 * Has the method behind a proxy watched: interceptors are anybody's.
	 * @return knows whether it has ended; {@code null} where there is nothing to watch
	 */
	static @Nullable EndedAdvice watch(Object bean) {
		Advised innermost = null;
		for (Object each = bean; each instanceof Advised advised
				&& advised.getTargetSource().isStatic(); each = AopProxyUtils.getSingletonTarget(each)) {
			innermost = advised;
		}
		if (innermost == null) {
			return null;
		}
		synchronized (innermost) {
			for (Advisor advisor : innermost.getAdvisors()) {
				if (advisor.getAdvice() instanceof EndedAdvice present) {
					return present;
				}
			}
			if (innermost.isFrozen()) {
				return null;
			}
			EndedAdvice advice = new EndedAdvice();
			innermost.addAdvisor(new DefaultPointcutAdvisor(advice));
			return advice;
		}
	}

}
