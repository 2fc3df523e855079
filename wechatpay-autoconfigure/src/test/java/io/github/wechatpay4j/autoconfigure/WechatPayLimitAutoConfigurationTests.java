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
import java.util.List;
import java.util.stream.Stream;

import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.limit.InMemoryRateLimiter;
import io.github.wechatpay4j.limit.RateLimit;
import io.github.wechatpay4j.limit.RateLimiter;
import io.github.wechatpay4j.limit.RedisRateLimiter;
import io.github.wechatpay4j.testing.Calls;
import io.lettuce.core.RedisClient;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WechatPayLimitAutoConfigurationTests {

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(WechatPayAutoConfiguration.class, WechatPayLimitAutoConfiguration.class))
		.withPropertyValues(TestProperties.complete("wechatpay.retry.enabled=false"));

	private final ApplicationContextRunner limited = this.contexts
		.withPropertyValues("wechatpay.limits.rules.refunds.permits=100");

	private final ApplicationContextRunner withRedis = this.limited
		.withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class));

	@Test
	void limitsNothingWithoutRules() {
		this.contexts.run((context) -> assertThat(context).hasSingleBean(WechatPayClient.class)
			.doesNotHaveBean(RateLimiter.class)
			.doesNotHaveBean("wechatPayRateLimits"));
	}

	@Test
	void doesNothingWithoutWechatPay() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(WechatPayAutoConfiguration.class, WechatPayLimitAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RateLimiter.class));
	}

	@Test
	void countsInMemoryWithoutRedis() {
		this.limited.run((context) -> assertThat(context).hasSingleBean(WechatPayClient.class)
			.hasSingleBean(InMemoryRateLimiter.class));
		for (String missing : List.of("io.lettuce", "io.github.bucket4j.redis", "org.springframework.data.redis")) {
			this.withRedis.withClassLoader(new FilteredClassLoader(missing))
				.run((context) -> assertThat(context).hasSingleBean(WechatPayClient.class)
					.hasSingleBean(InMemoryRateLimiter.class));
		}
	}

	@Test
	void countsInRedisWhereItIsThereAndDoesNotConnectYet() {
		this.withRedis.withPropertyValues("spring.data.redis.port=1", "wechatpay.limits.shared=true")
			.run((context) -> assertThat(context).hasSingleBean(WechatPayClient.class)
				.getBean(RateLimiter.class)
				.isInstanceOf(RedisRateLimiter.class));
		this.withRedis.withPropertyValues("wechatpay.limits.shared=false")
			.run((context) -> assertThat(context).hasSingleBean(InMemoryRateLimiter.class));
	}

	@Test
	void countsInRedisThroughAClientOfTheApplication() {
		RedisClient client = RedisClient.create("redis://127.0.0.1:1");
		this.limited.withBean(RedisClient.class, () -> client)
			.withClassLoader(new FilteredClassLoader("org.springframework.data.redis"))
			.run((context) -> assertThat(context).getBean(RateLimiter.class).isInstanceOf(RedisRateLimiter.class));
	}

	@Test
	void backsOffForALimiterOfTheApplication() {
		RateLimiter own = (limit, scope) -> Mono.just(true);
		this.withRedis.withBean(RateLimiter.class, () -> own)
			.run((context) -> assertThat(context).getBean(RateLimiter.class).isSameAs(own));
		this.limited.withBean(RateLimiter.class, () -> own)
			.withClassLoader(new FilteredClassLoader("io.github.bucket4j"))
			.run((context) -> assertThat(context).getBean(RateLimiter.class).isSameAs(own));
	}

	@Test
	void startsWithoutBucket4jAsLongAsThereAreNoRules() {
		FilteredClassLoader without = new FilteredClassLoader("io.github.bucket4j");
		this.contexts.withClassLoader(without)
			.run((context) -> assertThat(context).hasSingleBean(WechatPayClient.class));
		this.limited.withClassLoader(without)
			.run((context) -> assertRefused(context, "wechatpay.limits.rules",
					"Add the dependency com.bucket4j:bucket4j_jdk17-core"));
	}

	@Test
	void refusesToShareWithoutRedis() {
		this.limited.withPropertyValues("wechatpay.limits.shared=true")
			.run((context) -> assertRefused(context, "wechatpay.limits.shared", "spring-boot-starter-data-redis"));
	}

	@Test
	void refusesValuesThatCannotBeMeant() {
		Stream.of("permits=0", "period=0s", "burst=0", "max-wait=-1s", "products=", "merchants=")
			.forEach((mistake) -> this.limited.withPropertyValues("wechatpay.limits.rules.refunds." + mistake)
				.run((context) -> assertRefused(context,
						"wechatpay.limits.rules.refunds." + mistake.substring(0, mistake.indexOf('=')), "")));
		this.contexts.withPropertyValues("wechatpay.limits.rules.refunds.period=1m")
			.run((context) -> assertRefused(context, "wechatpay.limits.rules.refunds.permits",
					"Set how many calls a period allows."));
		this.withRedis.withPropertyValues("wechatpay.limits.redis-timeout=0s")
			.run((context) -> assertRefused(context, "wechatpay.limits.redis-timeout", "Write it like 10s."));
	}

	@Test
	void makesALimitOfTheProperties() {
		assertThat(limits("products=Refunds,Transfers", "merchants=default", "permits=600", "period=1m", "burst=5",
				"max-wait=3s"))
			.containsExactly(new RateLimit("refunds", List.of("Refunds", "Transfers"), List.of("default"), 600,
					Duration.ofMinutes(1), 5, Duration.ofSeconds(3)));
		assertThat(limits("permits=100")).containsExactly(new RateLimit("refunds", List.of("*"), List.of("*"), 100,
				Duration.ofSeconds(1), 5, Duration.ofSeconds(1)));
		assertThat(limits("permits=3")).extracting(RateLimit::burst).containsExactly(1L);
	}

	@Test
	void letsNobodyWaitLongerThanACallMayTake() {
		assertThat(limits("permits=100", "max-wait=1h")).extracting(RateLimit::maxWait)
			.containsExactly(Duration.ofSeconds(20));
		this.limited
			.withPropertyValues("wechatpay.limits.rules.refunds.max-wait=1h",
					"wechatpay.limits.rules.refunds.permits=1", "wechatpay.limits.rules.refunds.period=1h",
					"wechatpay.base-url=http://127.0.0.1:1")
			.run((context) -> {
				WechatPayClient client = context.getBean(WechatPayClient.class);
				assertThatExceptionOfType(TransportException.class)
					.isThrownBy(() -> client.execute(new Calls.Query("1")));
				assertThatExceptionOfType(CallNotPermittedException.class)
					.isThrownBy(() -> client.execute(new Calls.Query("1")))
					.withMessageMatching(
							"(?s).* later than in (20000|1\\d{4}) ms, which is all that is left of the call.*");
			});
	}

	private static List<RateLimit> limits(String... properties) {
		MapConfigurationPropertySource source = new MapConfigurationPropertySource();
		Stream.of(properties)
			.map((property) -> property.split("=", 2))
			.forEach((property) -> source.put("wechatpay.limits.rules.refunds." + property[0], property[1]));
		return RateLimitFactory.create(
				new Binder(source).bind("wechatpay.limits", WechatPayLimitProperties.class).get(),
				Duration.ofSeconds(20));
	}

	private static void assertRefused(AssertableApplicationContext context, String property, String remedy) {
		assertThat(context).hasFailed()
			.getFailure()
			.rootCause()
			.isInstanceOfSatisfying(InvalidWechatPayPropertyException.class, (ex) -> {
				assertThat(ex.property()).isEqualTo(property);
				assertThat(ex.remedy()).contains(remedy);
			});
	}

}
