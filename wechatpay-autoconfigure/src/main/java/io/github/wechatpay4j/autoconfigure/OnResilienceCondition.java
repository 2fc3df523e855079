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

import java.util.Locale;

import io.github.wechatpay4j.autoconfigure.WechatPayResilienceProperties.Use;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Chooses the library that protects calls. Only one does: two would count everything
 * twice.
 */
class OnResilienceCondition extends SpringBootCondition {

	private static final String[] RESILIENCE4J = { "io.github.resilience4j.circuitbreaker.CircuitBreaker",
			"io.github.resilience4j.bulkhead.Bulkhead" };

	private static final String[] SENTINEL = { "com.alibaba.csp.sentinel.SphU" };

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Use wanted = metadata.getAnnotations().get(ConditionalOnResilience.class).getEnum("value", Use.class);
		Use chosen = choose(context);
		return new ConditionOutcome(wanted == chosen,
				ConditionMessage.forCondition("wechatpay.resilience.use").because("calls are protected by " + chosen));
	}

	private static Use choose(ConditionContext context) {
		Use use = Binder.get(context.getEnvironment()).bind("wechatpay.resilience.use", Use.class).orElse(Use.AUTO);
		boolean resilience4j = isPresent(RESILIENCE4J, context.getClassLoader());
		boolean sentinel = isPresent(SENTINEL, context.getClassLoader());
		return switch (use) {
			case AUTO -> resilience4j ? Use.RESILIENCE4J : (sentinel ? Use.SENTINEL : Use.NONE);
			case RESILIENCE4J -> require(resilience4j, use, "io.github.resilience4j:resilience4j-circuitbreaker");
			case SENTINEL -> require(sentinel, use, "com.alibaba.csp:sentinel-core");
			case NONE -> use;
		};
	}

	private static boolean isPresent(String[] types, @Nullable ClassLoader classLoader) {
		for (String type : types) {
			if (ClassUtils.isPresent(type, classLoader)) {
				return true;
			}
		}
		return false;
	}

	private static Use require(boolean present, Use use, String dependency) {
		if (!present) {
			throw new InvalidWechatPayPropertyException("wechatpay.resilience.use",
					"The library '" + use.name().toLowerCase(Locale.ROOT) + "' is not on the class path.",
					"Add the dependency " + dependency + ", or set it to 'auto' or 'none'.");
		}
		return use;
	}

}
