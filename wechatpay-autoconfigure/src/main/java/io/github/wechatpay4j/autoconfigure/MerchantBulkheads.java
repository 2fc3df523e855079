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
import java.util.function.Function;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The bulkheads of the merchants, {@code wechatpay-<merchant>}: those that the
 * application's registry has under that name; else made from its configuration
 * {@code wechatpay}; else from the properties.
 */
final class MerchantBulkheads implements Function<String, Bulkhead> {

	private static final String NAME = "wechatpay";

	private final BulkheadRegistry registry;

	private final BulkheadConfig configuration;

	MerchantBulkheads(WechatPayResilienceProperties.Bulkhead properties, @Nullable BulkheadRegistry registry) {
		BulkheadConfig ours = BulkheadConfig.custom()
			.maxConcurrentCalls(PropertyChecks.between(properties.getMaxConcurrentCalls(), 1, 100_000,
					"wechatpay.resilience.bulkhead.max-concurrent-calls", "200"))
			.maxWaitDuration(Duration.ZERO)
			.build();
		this.registry = (registry != null) ? registry : BulkheadRegistry.of(ours);
		this.configuration = this.registry.getConfiguration(NAME).orElse(ours);
	}

	@Override
	public Bulkhead apply(String merchant) {
		return this.registry.bulkhead(NAME + "-" + merchant, () -> this.configuration);
	}

}
