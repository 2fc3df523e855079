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

package io.github.wechatpay4j.json.metrics;

import java.time.Instant;

import io.github.wechatpay4j.api.refunds.Refund;
import io.github.wechatpay4j.api.refunds.RefundStatus;
import io.github.wechatpay4j.api.refunds.Refunds;
import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.autoconfigure.WechatPayAutoConfiguration;
import io.github.wechatpay4j.autoconfigure.WechatPayKeyMetricsAutoConfiguration;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.testing.FakePlatform;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class MismatchMetricsTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class, WechatPayAutoConfiguration.class,
				WechatPayKeyMetricsAutoConfiguration.class))
		.withPropertyValues(TestProperties.complete("wechatpay.base-url=" + platform.url()));

	@Test
	void countWhatHidesNothing() {
		platform.clock().set(Instant.now());
		platform.answers(platform.signed(200,
				"{\"refund_id\":\"5\",\"out_refund_no\":\"R1\",\"status\":\"SUCCESS\","
						+ "\"create_time\":\"2026-01-02 03:04:05\",\"promotion_detail\":{},\"amount\":{\"total\":\"7\","
						+ "\"refund\":7,\"discount_refund\":1.5}}"));
		this.contexts.withBean(MeterRegistry.class, () -> this.meters).run((context) -> {
			WechatPayClient client = context.getBean(WechatPayClient.class);
			Refund refund = client.execute(Refunds.queryByOutRefundNo("R1"));
			client.execute(Refunds.queryByOutRefundNo("R1"));
			assertThat(refund.status()).isEqualTo(RefundStatus.SUCCESS);
			assertThat(refund.amount().total()).isEqualTo(7);
			assertThat(refund.amount().discountRefund()).isNull();
			assertThat(refund.createTime()).isNull();
			assertThat(refund.promotionDetail()).isEmpty();
			assertThat(count("create_time")).isEqualTo(2);
			assertThat(count("promotion_detail")).isEqualTo(2);
			assertThat(count("amount.discount_refund")).isEqualTo(2);
			assertThat(this.meters.find(MismatchMetrics.MISMATCHES).counters()).hasSize(3);
		});
	}

	private double count(String path) {
		return this.meters.get(MismatchMetrics.MISMATCHES)
			.tag("operation", "Refunds.queryByOutRefundNo")
			.tag("path", path)
			.counter()
			.count();
	}

}
