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

package io.github.wechatpay4j.jdbc;

import java.util.Objects;

import io.github.wechatpay4j.listener.HandlerMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.TransactionManagementConfigurer;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.util.StringUtils;

/**
 * Finds the transaction that a handler's method asks for itself: by an annotation of
 * Spring or Jakarta, on the method, its class, an interface or another annotation, or by
 * whatever its proxy goes by.
 */
final class TransactionAttributes {

	private final BeanFactory beanFactory;

	private final TransactionAttributeSource annotations = new AnnotationTransactionAttributeSource(false);

	TransactionAttributes(BeanFactory beanFactory) {
		this.beanFactory = Objects.requireNonNull(beanFactory, "beanFactory");
	}

	@Nullable TransactionAttribute find(HandlerMethod handler) {
		TransactionAttribute annotated = this.annotations.getTransactionAttribute(handler.method(), handler.type());
		return (annotated != null) ? annotated : advised(handler);
	}

	private static @Nullable TransactionAttribute advised(HandlerMethod handler) {
		for (Object each = handler.bean(); each instanceof Advised advised; each = AopProxyUtils
			.getSingletonTarget(each)) {
			for (Advisor advisor : advised.getAdvisors()) {
				TransactionAttributeSource source = (advisor.getAdvice() instanceof TransactionAspectSupport support)
						? support.getTransactionAttributeSource() : null;
				TransactionAttribute attribute = (source != null)
						? source.getTransactionAttribute(handler.method(), handler.type()) : null;
				if (attribute != null) {
					return attribute;
				}
			}
		}
		return null;
	}

	/** The manager that begins such a transaction, {@code null} if nobody can tell. */
	@Nullable TransactionManager manager(TransactionAttribute attribute, Class<?> type) {
		String qualifier = attribute.getQualifier();
		if (StringUtils.hasText(qualifier)) {
			return qualified(qualifier);
		}
		String ofType = BeanFactoryAnnotationUtils.getQualifierValue(type);
		TransactionManager own = StringUtils.hasText(ofType) ? qualified(ofType) : null;
		if (own != null) {
			return own;
		}
		TransactionManagementConfigurer configurer = this.beanFactory
			.getBeanProvider(TransactionManagementConfigurer.class)
			.getIfUnique();
		return (configurer != null) ? configurer.annotationDrivenTransactionManager()
				: this.beanFactory.getBeanProvider(TransactionManager.class).getIfUnique();
	}

	private @Nullable TransactionManager qualified(String qualifier) {
		try {
			return BeanFactoryAnnotationUtils.qualifiedBeanOfType(this.beanFactory, TransactionManager.class,
					qualifier);
		}
		catch (NoSuchBeanDefinitionException ex) {
			return null;
		}
	}

}
