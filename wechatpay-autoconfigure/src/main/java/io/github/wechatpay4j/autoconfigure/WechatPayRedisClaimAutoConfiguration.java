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

import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.claim.redis.RedisClaimStore;
import io.github.wechatpay4j.delivery.ApplicationName;
import io.github.wechatpay4j.merchant.MerchantRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Auto-configuration of claims that nodes share through Redis. Nothing in it connects.
 */
@AutoConfiguration(after = WechatPayAutoConfiguration.class, before = WechatPayNotificationAutoConfiguration.class,
		afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@ConditionalOnClass(StringRedisTemplate.class)
@ConditionalOnSingleCandidate(RedisConnectionFactory.class)
@ConditionalOnBean(MerchantRegistry.class)
@ConditionalOnProperty(name = "wechatpay.notification.store", havingValue = "redis")
public final class WechatPayRedisClaimAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(ClaimStore.class)
	RedisClaimStore wechatPayClaimStore(RedisConnectionFactory connections, ApplicationName application) {
		return new RedisClaimStore(connections, application);
	}

}
