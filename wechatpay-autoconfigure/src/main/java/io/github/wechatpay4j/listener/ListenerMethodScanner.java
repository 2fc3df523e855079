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
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Finds annotated methods by the types of beans. Lazy beans are created when their first
 * notification arrives, unless their type cannot be told before.
 *
 * @param <A> the annotation
 */
final class ListenerMethodScanner<A extends Annotation> {

	/** Scopes that end with what a user does. */
	private static final Set<String> OF_A_REQUEST = Set.of("request", "session", "websocket");

	private final ConfigurableListableBeanFactory beanFactory;

	private final Class<A> annotation;

	private final Function<A, ListenerMethod.Marked> reader;

	private final boolean awaited;

	/**
	 * Creates a scanner.
	 * @param awaited whether somebody relies on the methods' having ended
	 */
	ListenerMethodScanner(ConfigurableListableBeanFactory beanFactory, Class<A> annotation, boolean awaited,
			Function<A, ListenerMethod.Marked> reader) {
		this.beanFactory = beanFactory;
		this.annotation = annotation;
		this.reader = reader;
		this.awaited = awaited;
	}

	List<ListenerMethod> scan() {
		ListenerBeanTypes types = new ListenerBeanTypes(this.beanFactory,
				(type) -> AnnotationUtils.isCandidateClass(type, this.annotation) && !find(type).isEmpty());
		List<ListenerMethod> methods = new ArrayList<>();
		for (String name : names()) {
			Class<?> type = types.find(name);
			if (type != null && AnnotationUtils.isCandidateClass(type, this.annotation)) {
				find(type).forEach((method, listener) -> {
					checkScope(name, method);
					methods.add(new ListenerMethod(new ListenerBean(this.beanFactory, name, type, method, this.awaited),
							this.reader.apply(listener)));
				});
			}
		}
		return methods;
	}

	/** All of them, also those whose type is not known without creating them. */
	private Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		for (Iterator<String> all = this.beanFactory.getBeanNamesIterator(); all.hasNext();) {
			String name = all.next();
			if (!ScopedProxyUtils.isScopedTarget(name) && !isAbstract(name)) {
				names.add(name);
			}
		}
		return names;
	}

	private boolean isAbstract(String name) {
		return this.beanFactory.containsBeanDefinition(name)
				&& this.beanFactory.getMergedBeanDefinition(name).isAbstract();
	}

	private Map<Method, A> find(Class<?> type) {
		MethodIntrospector.MetadataLookup<@Nullable A> lookup = (method) -> AnnotatedElementUtils
			.findMergedAnnotation(method, this.annotation);
		return MethodIntrospector.selectMethods(type, lookup);
	}

	/** No request is under way when a notification is handled. */
	private void checkScope(String name, Method method) {
		String scoped = ScopedProxyUtils.getTargetBeanName(name);
		String target = this.beanFactory.containsBeanDefinition(scoped) ? scoped : name;
		if (!this.beanFactory.containsBeanDefinition(target)) {
			return;
		}
		BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(target);
		String scope = definition.getScope();
		if (scope != null && (OF_A_REQUEST.contains(scope) || !isActive(target, definition))) {
			throw new InvalidListenerException("@" + this.annotation.getSimpleName() + " "
					+ method.getDeclaringClass().getName() + "." + method.getName() + " is in a bean of the scope '"
					+ scope
					+ "', which is not there when a notification is handled: move the method to a bean without a scope");
		}
	}

	private boolean isActive(String name, BeanDefinition definition) {
		if (definition.isSingleton() || definition.isPrototype()) {
			return true;
		}
		try {
			this.beanFactory.getBean(name);
			return true;
		}
		catch (BeansException | IllegalStateException ex) {
			return false;
		}
	}

}
