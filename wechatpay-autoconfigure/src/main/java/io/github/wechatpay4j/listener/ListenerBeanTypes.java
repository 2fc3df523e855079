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

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ReflectionUtils;

/**
 * Finds the classes of beans, behind whatever hides them. A bean of the application whose
 * declared type says nothing, such as an interface, is created for that, also if it is
 * lazy: otherwise a handler in it would be missed.
 */
final class ListenerBeanTypes {

	private static final Logger logger = LoggerFactory.getLogger(ListenerBeanTypes.class);

	private static final int DEPTH = 4;

	/** Where no handlers of the application are. */
	private static final List<String> LIBRARIES = List.of("java.", "javax.", "jakarta.", "kotlin.",
			"org.springframework.", "org.mybatis.", "com.baomidou.", "org.apache.", "com.alibaba.", "io.micrometer.",
			"org.hibernate.", "tools.jackson.", "reactor.");

	private final ConfigurableListableBeanFactory beanFactory;

	/** Whether a class has what is looked for. */
	private final Predicate<Class<?>> wanted;

	ListenerBeanTypes(ConfigurableListableBeanFactory beanFactory, Predicate<Class<?>> wanted) {
		this.beanFactory = beanFactory;
		this.wanted = wanted;
	}

	/** The class of a bean, {@code null} if it cannot be told. */
	@Nullable Class<?> find(String name) {
		try {
			Object bean = existing(name);
			if (bean != null) {
				return behind(bean);
			}
			Class<?> declared = AutoProxyUtils.determineTargetClass(this.beanFactory, name);
			return (isVague(declared) && isOfApplication(name)) ? behind(this.beanFactory.getBean(name)) : declared;
		}
		catch (BeansException | LinkageError ex) {
			logger.warn("Whether there are notification handlers in the bean '{}' cannot be told, because it cannot be"
					+ " created: {}", name, ex.getClass().getName());
			logger.debug("The bean '{}'", name, ex);
			return null;
		}
	}

	private @Nullable Object existing(String name) {
		if (!this.beanFactory.containsSingleton(name)) {
			return null;
		}
		Object bean = this.beanFactory.getSingleton(name);
		// What a factory makes is created only where that is needed
		return (bean instanceof FactoryBean) ? null : bean;
	}

	private static boolean isVague(@Nullable Class<?> type) {
		if (type == null || type == Object.class) {
			return true;
		}
		return (type.isInterface() || Modifier.isAbstract(type.getModifiers())) && !isOfLibrary(type.getName());
	}

	/** Also what is vague on purpose, such as a mapper, is a library's to create. */
	private boolean isOfApplication(String name) {
		if (!this.beanFactory.containsBeanDefinition(name)) {
			return false;
		}
		BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(name);
		String factory = definition.getFactoryBeanName();
		Class<?> creator = (factory != null) ? this.beanFactory.getType(factory) : null;
		String origin = (creator != null) ? creator.getName() : definition.getBeanClassName();
		return definition.getRole() == BeanDefinition.ROLE_APPLICATION && isUnscoped(definition) && origin != null
				&& !isOfLibrary(origin) && !origin.endsWith("AutoConfiguration");
	}

	private static boolean isUnscoped(BeanDefinition definition) {
		return definition.isSingleton() || definition.isPrototype();
	}

	private static boolean isOfLibrary(String type) {
		return LIBRARIES.stream().anyMatch(type::startsWith);
	}

	private Class<?> behind(Object bean) {
		Class<?> type = AopProxyUtils.ultimateTargetClass(bean);
		if (!Proxy.isProxyClass(type)) {
			return type;
		}
		Object target = AopProxyUtils.getSingletonTarget(bean);
		Class<?> hidden = hidden(Proxy.getInvocationHandler((target != null) ? target : bean),
				Collections.newSetFromMap(new IdentityHashMap<>()), DEPTH);
		return (hidden != null) ? hidden : type;
	}

	/** What a proxy made by hand calls is in some field of its invocation handler. */
	private @Nullable Class<?> hidden(Object holder, Set<Object> seen, int depth) {
		if (depth == 0 || !seen.add(holder) || isOfLibrary(holder.getClass().getName())) {
			return null;
		}
		if (this.wanted.test(holder.getClass())) {
			return holder.getClass();
		}
		for (Class<?> type = holder.getClass(); type != null
				&& !isOfLibrary(type.getName()); type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				Object value = value(field, holder);
				Class<?> found = (value != null) ? hidden(value, seen, depth - 1) : null;
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

	private static @Nullable Object value(Field field, Object holder) {
		if (field.getType().isPrimitive() || Modifier.isStatic(field.getModifiers())) {
			return null;
		}
		try {
			ReflectionUtils.makeAccessible(field);
			return field.get(holder);
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			// Closed to reflection: nothing of the application
			return null;
		}
	}

}
