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

import io.github.wechatpay4j.claim.CaffeineClaimStore;
import io.github.wechatpay4j.claim.ClaimStore;
import io.github.wechatpay4j.claim.redis.RedisClaimStore;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class WechatPayRedisClaimAutoConfigurationTests {

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class, WechatPayAutoConfiguration.class,
				WechatPayRedisClaimAutoConfiguration.class, WechatPayNotificationAutoConfiguration.class))
		.withPropertyValues(TestProperties.complete("spring.data.redis.port=1"));

	@Test
	void claimsInRedisWhereThatIsAskedFor() {
		this.contexts.withPropertyValues("wechatpay.notification.store=redis")
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean(ClaimStore.class)
				.isInstanceOf(RedisClaimStore.class));
	}

	@Test
	void claimsInMemoryWithoutBeingAsked() {
		this.contexts.run((context) -> assertThat(context).hasNotFailed()
			.getBean(ClaimStore.class)
			.isInstanceOf(CaffeineClaimStore.class));
	}

	@Test
	void backsOffForAStoreOfTheApplication() {
		CaffeineClaimStore own = new CaffeineClaimStore();
		this.contexts.withPropertyValues("wechatpay.notification.store=redis")
			.withBean(ClaimStore.class, () -> own)
			.run((context) -> assertThat(context.getBean(ClaimStore.class)).isSameAs(own));
	}

	@Test
	void neverClaimsInMemoryWhereRedisIsAskedForAndMissing() {
		this.contexts.withPropertyValues("wechatpay.notification.store=redis")
			.withClassLoader(new FilteredClassLoader("org.springframework.data.redis", "io.lettuce"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidWechatPayPropertyException.class)
				.hasMessageContaining("wechatpay.notification.store"));
	}

}
