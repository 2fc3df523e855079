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

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Finds annotated methods by the types of beans, without creating lazy ones: these are
 * created when their first notification arrives.
 *
 * @param <A> the annotation
 */
final class ListenerMethodScanner<A extends Annotation> {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Class<A> annotation;

	private final Function<A, String[]> events;

	ListenerMethodScanner(ConfigurableListableBeanFactory beanFactory, Class<A> annotation,
			Function<A, String[]> events) {
		this.beanFactory = beanFactory;
		this.annotation = annotation;
		this.events = events;
	}

	List<ListenerMethod> scan() {
		List<ListenerMethod> methods = new ArrayList<>();
		for (String beanName : this.beanFactory.getBeanNamesForType(Object.class, true, false)) {
			Class<?> type = ScopedProxyUtils.isScopedTarget(beanName) ? null
					: AutoProxyUtils.determineTargetClass(this.beanFactory, beanName);
			if (type != null && AnnotationUtils.isCandidateClass(type, this.annotation)) {
				find(type).forEach((method, listener) -> methods.add(listenerMethod(beanName, type, method, listener)));
			}
		}
		return methods;
	}

	private Map<Method, A> find(Class<?> type) {
		MethodIntrospector.MetadataLookup<@Nullable A> lookup = (method) -> AnnotatedElementUtils
			.findMergedAnnotation(method, this.annotation);
		return MethodIntrospector.selectMethods(type, lookup);
	}

	private ListenerMethod listenerMethod(String beanName, Class<?> type, Method method, A listener) {
		Class<?> beanType = this.beanFactory.getType(beanName);
		Method invocable;
		try {
			invocable = AopUtils.selectInvocableMethod(method, (beanType != null) ? beanType : type);
		}
		catch (IllegalStateException ex) {
			throw new InvalidListenerException(String.valueOf(ex.getMessage()));
		}
		return new ListenerMethod(() -> this.beanFactory.getBean(beanName), invocable,
				List.of(this.events.apply(listener)), "@" + this.annotation.getSimpleName());
	}

}
