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

import java.time.Duration;
import java.util.function.Supplier;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.wechatpay4j.autoconfigure.WechatPayLimitProperties.Shared;
import io.github.wechatpay4j.limit.InMemoryRateLimiter;
import io.github.wechatpay4j.limit.RateLimiter;
import io.github.wechatpay4j.limit.RedisRateLimiter;
import io.lettuce.core.AbstractRedisClient;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * What counts calls: the first of these that can.
 */
abstract class RateLimiterConfiguration {

	private static RedisRateLimiter shared(Supplier<AbstractRedisClient> client, WechatPayLimitProperties properties) {
		Duration timeout = PropertyChecks.positive(properties.getRedisTimeout(), "wechatpay.limits.redis-timeout");
		return new RedisRateLimiter(client, timeout, new SteadyClock());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Bucket4jLettuce.class, AbstractRedisClient.class })
	@ConditionalOnMissingBean(RateLimiter.class)
	@ConditionalOnSingleCandidate(AbstractRedisClient.class)
	@Conditional(OnSharedCondition.class)
	static class Lettuce {

		@Bean
		RedisRateLimiter wechatPayRateLimiter(AbstractRedisClient client, WechatPayLimitProperties properties) {
			return shared(() -> client, properties);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Bucket4jLettuce.class, AbstractRedisClient.class, LettuceConnectionFactory.class })
	@ConditionalOnMissingBean(RateLimiter.class)
	@ConditionalOnSingleCandidate(LettuceConnectionFactory.class)
	@Conditional(OnSharedCondition.class)
	static class SpringData {

		/** The factory has its client only once it is started. */
		@Bean
		RedisRateLimiter wechatPayRateLimiter(LettuceConnectionFactory connections,
				WechatPayLimitProperties properties) {
			return shared(connections::getRequiredNativeClient, properties);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Bucket.class)
	@ConditionalOnMissingBean(RateLimiter.class)
	static class InMemory {

		@Bean
		InMemoryRateLimiter wechatPayRateLimiter(WechatPayLimitProperties properties) {
			if (properties.getShared() == Shared.TRUE) {
				throw new InvalidWechatPayPropertyException("wechatpay.limits.shared",
						"There is no Lettuce client of Redis to share limits through, or Bucket4j's part for it is missing.",
						"Add the dependencies org.springframework.boot:spring-boot-starter-data-redis and "
								+ "com.bucket4j:bucket4j_jdk17-lettuce, or set it to 'auto' or 'false'.");
			}
			return new InMemoryRateLimiter();
		}

	}

	static class OnSharedCondition extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			Shared shared = Binder.get(context.getEnvironment())
				.bind("wechatpay.limits.shared", Shared.class)
				.orElse(Shared.AUTO);
			return new ConditionOutcome(shared != Shared.FALSE,
					ConditionMessage.forCondition("wechatpay.limits.shared").because("it is " + shared));
		}

	}

}
