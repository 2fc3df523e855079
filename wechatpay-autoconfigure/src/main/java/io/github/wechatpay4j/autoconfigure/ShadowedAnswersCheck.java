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

package io.github.wechatpay4j.autoconfigure;

import java.lang.reflect.Method;
import java.util.stream.Stream;

import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.web.answer.WechatPayExceptionAdvice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

/**
 * Tells at startup about an exception handler of the application for everything: it goes
 * first, so answers that were asked for are never given.
 */
final class ShadowedAnswersCheck implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(ShadowedAnswersCheck.class);

	private final ListableBeanFactory beans;

	ShadowedAnswersCheck(ListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public void afterSingletonsInstantiated() {
		for (String name : this.beans.getBeanNamesForAnnotation(ControllerAdvice.class)) {
			Class<?> type = this.beans.getType(name, false);
			if (type != null && type != WechatPayExceptionAdvice.class) {
				check(ClassUtils.getUserClass(type));
			}
		}
	}

	private static void check(Class<?> advice) {
		Method handler = new ExceptionHandlerMethodResolver(advice)
			.resolveMethodByExceptionType(WechatPayException.class);
		if (handler != null && !namesWechatPay(handler)) {
			logger.warn(
					"{}.{} handles WechatPayException before wechatpay.web.answers does. If that is not meant, add"
							+ " a method for WechatPayException beside it that returns WechatPayAnswers.answer(...)",
					advice.getSimpleName(), handler.getName());
		}
	}

	private static boolean namesWechatPay(Method handler) {
		ExceptionHandler annotation = AnnotatedElementUtils.findMergedAnnotation(handler, ExceptionHandler.class);
		return (annotation != null)
				&& Stream.of(declared(annotation, handler)).anyMatch(WechatPayException.class::isAssignableFrom);
	}

	private static @Nullable Class<?>[] declared(ExceptionHandler annotation, Method handler) {
		return (annotation.exception().length > 0) ? annotation.exception() : handler.getParameterTypes();
	}

}
