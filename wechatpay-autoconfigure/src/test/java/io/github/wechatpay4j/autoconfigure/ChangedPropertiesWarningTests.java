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

import java.util.Map;

import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A configuration server changes properties while the application runs.
 */
@ExtendWith(OutputCaptureExtension.class)
class ChangedPropertiesWarningTests {

	private static final String WARNING = "have changed and are not applied";

	@Test
	void saysOnceWhichPropertiesHaveChanged(CapturedOutput output) {
		contexts().run((context) -> {
			change(context, Map.of("wechatpay.api-v3-key", "AnotherApiV3KeyOfTheMerchant0032",
					"WECHATPAY_MERCHANTS_SECOND_APPID", "wx2", "shop.name", "other"));
			context.publishEvent(new EnvironmentChangeEvent(context));
			context.publishEvent(new EnvironmentChangeEvent(context));
			assertThat(output.getAll().split(WARNING, -1)).as("one line").hasSize(2);
			assertThat(output.getAll()).contains("wechatpay.api-v3-key")
				.doesNotContain("AnotherApiV3Key")
				.doesNotContain("shop.name")
				.contains("InMemoryMerchantRegistry");
		});
	}

	@Test
	void saysThatAPropertyIsGone(CapturedOutput output) {
		contexts().run((context) -> {
			change(context, Map.of("wechatpay.notify-url", "https://shop.example/news"));
			context.publishEvent(new EnvironmentChangeEvent(context));
			context.getEnvironment().getPropertySources().remove("server");
			context.publishEvent(new EnvironmentChangeEvent(context));
			assertThat(output.getAll().split(WARNING, -1)).hasSize(3);
			assertThat(output).contains("wechatpay.notify-url");
		});
	}

	@Test
	void saysNothingOfOtherProperties(CapturedOutput output) {
		contexts().run((context) -> {
			change(context, Map.of("shop.name", "other", "wechatpay.mchid", TestMerchants.MCHID));
			context.publishEvent(new EnvironmentChangeEvent(context));
			assertThat(output).doesNotContain(WARNING);
		});
	}

	@Test
	void looksAtNothingForEveryOtherEvent(CapturedOutput output) {
		contexts().run((context) -> {
			change(context, Map.of("wechatpay.appid", "wx2"));
			context.publishEvent(new PayloadApplicationEvent<>(context, "anything"));
			assertThat(output).doesNotContain(WARNING);
		});
	}

	private static void change(ConfigurableApplicationContext context, Map<String, Object> values) {
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("server", values));
	}

	private static ApplicationContextRunner contexts() {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class))
			.withPropertyValues(TestProperties.complete());
	}

}
