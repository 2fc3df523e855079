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

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ReflectionUtils;

/**
 * The bean of an annotated method. One that does not exist yet is created, and looked at,
 * when its first notification comes. Safe for use by many threads.
 */
final class ListenerBean {

	private final ConfigurableListableBeanFactory beanFactory;

	private final String name;

	private final Class<?> type;

	private final Method method;

	private final boolean awaited;

	private volatile @Nullable Ready ready;

	/**
	 * Creates a bean.
	 * @param awaited whether somebody relies on the method's having ended
	 */
	ListenerBean(ConfigurableListableBeanFactory beanFactory, String name, Class<?> type, Method method,
			boolean awaited) {
		this.beanFactory = beanFactory;
		this.name = name;
		this.type = type;
		this.method = method;
		this.awaited = awaited;
	}

	Method method() {
		return this.method;
	}

	Class<?> type() {
		return this.type;
	}

	/** The method on the bean's class behind all proxies. */
	HandlerMethod target(@Nullable Object bean) {
		return new HandlerMethod(this.method, this.type, bean);
	}

	/** The bean, if it exists already. */
	@Nullable Object existing() {
		return this.beanFactory.containsSingleton(this.name) ? this.beanFactory.getBean(this.name) : null;
	}

	/**
	 * The bean, ready to be called.
	 * @throws InvalidListenerException if its proxy would not do what its code says
	 */
	Ready ready(String description) {
		Object bean = this.beanFactory.getBean(this.name);
		Ready last = this.ready;
		if (last != null && last.bean() == bean) {
			return last;
		}
		ListenerProxies.checkOverridable(bean, this.method, description);
		if (this.awaited) {
			ListenerProxies.checkAdvice(bean, target(bean), description);
		}
		Ready now = new Ready(bean, invocable(bean.getClass()), this.awaited ? ListenerProxies.watch(bean) : null);
		this.ready = now;
		return now;
	}

	/** Where its proxy is made of interfaces, the method is to be in one of them. */
	private Method invocable(Class<?> beanType) {
		try {
			Method invocable = AopUtils.selectInvocableMethod(this.method, beanType);
			ReflectionUtils.makeAccessible(invocable);
			return invocable;
		}
		catch (IllegalStateException ex) {
			throw new InvalidListenerException(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Refuses, at startup, what can be known to fail.
	 * @throws InvalidListenerException if it does
	 */
	void check(String description) {
		if (this.awaited) {
			ListenerProxies.checkAnnotations(target(null), description);
		}
		if (existing() != null) {
			ready(description);
			return;
		}
		Class<?> predicted = this.beanFactory.getType(this.name);
		if (predicted != null && !predicted.isInterface()) {
			invocable(predicted);
		}
	}

	/**
	 * A bean to call a method on.
	 *
	 * @param bean the bean or its proxy
	 * @param method the method as the bean has it
	 * @param watched knows whether the method behind the proxy has ended
	 */
	record Ready(Object bean, Method method, @Nullable EndedAdvice watched) {
	}

}
