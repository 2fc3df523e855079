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

package io.github.wechatpay4j.actuate;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Secrets are hidden by what they are used for, whatever they look like.
 */
class WechatPaySanitizingFunctionTests {

	private static final String BASE64 = Base64.getEncoder()
		.encodeToString(TestKeys.MERCHANT.getPrivate().getEncoded());

	private final Map<String, Object> properties = new LinkedHashMap<>();

	private final Map<String, Object> variables = new LinkedHashMap<>();

	private long now;

	@ParameterizedTest
	@ValueSource(strings = { "wechatpay.private-key", "wechatpay.merchants.shop-b.private-key", "wechatpay.api-v3-key",
			"wechatpay.api-v3-key-previous", "wechatpay.private-key-password", "wechatpay.http.proxy.password",
			"wechatpay.notification.rocketmq.secret-key", "spring.ssl.bundle.pem.shop.keystore.private-key",
			"spring.ssl.bundle.jks.shop.keystore.password", "spring.ssl.bundle.jks.shop.key.password" })
	void hidesWhatASecretResolvesFrom(String property) {
		this.variables.put("SHOP_KEY", "base64:" + BASE64);
		this.properties.put(property, "${SHOP_KEY}");
		this.properties.put("other.use", "${SHOP_KEY}");
		this.properties.put("other.copy", "base64:" + BASE64);
		assertThat(hidden("SHOP_KEY", "base64:" + BASE64)).isTrue();
		assertThat(hidden(property, "anything")).isTrue();
		assertThat(hidden("other.use", "anything")).as("refers to the secret").isTrue();
		assertThat(hidden("other.copy", "base64:" + BASE64)).as("is the secret").isTrue();
		assertThat(hidden("some.part", BASE64.substring(100, 160))).isTrue();
		assertThat(hidden("server.port", "8080")).isFalse();
	}

	@Test
	void followsPlaceholdersWithinPlaceholdersAndDefaults() {
		this.properties.put("wechatpay.api-v3-key", "${shop.${stage}.key:${FALLBACK}}");
		this.properties.put("stage", "live");
		this.properties.put("shop.live.key", "${HEAD}${TAIL}");
		this.variables.put("HEAD", "abc");
		this.variables.put("TAIL", "def");
		this.variables.put("FALLBACK", "x1");
		for (String name : List.of("shop.live.key", "HEAD", "TAIL", "FALLBACK")) {
			assertThat(hidden(name, "shown")).as(name).isTrue();
		}
	}

	@Test
	void followsNamesInAnotherSpelling() {
		this.properties.put("wechatpay.private-key-password", "${shop.key-password}");
		this.variables.put("SHOP_KEYPASSWORD", "tell-nobody");
		assertThat(hidden("SHOP_KEYPASSWORD", "tell-nobody")).isTrue();
		assertThat(hidden("argument", "--password=tell-nobody")).isTrue();
	}

	@Test
	void hidesJsonCommandLinesAndPrefixedVariables() {
		assertThat(hidden("SPRING_APPLICATION_JSON", "{\"a\":1}")).isTrue();
		assertThat(hidden("spring.application.json", "{}")).isTrue();
		assertThat(hidden("MYAPP_WECHATPAY_MERCHANTS_SHOPB_APIV3KEY", "x")).isTrue();
		assertThat(hidden("sun.java.command", "app.jar --wechatpay.api-v3-key=anything")).isTrue();
		assertThat(hidden("JAVA_OPTS", "-Dwechatpay.merchants.shop.private-key-password=ab")).isTrue();
		assertThat(hidden("A_JSON", "{\"wechatpay.private-key\":\"x\"}")).isTrue();
		this.properties.put("wechatpay.private-key", TestProperties.PRIVATE_KEY);
		assertThat(hidden("escaped", BASE64.substring(0, 400).replace("/", "\\/") + "\\n" + BASE64.substring(400)))
			.isTrue();
	}

	@Test
	void showsLocationsAndMerchantNumbers() {
		this.properties.put("wechatpay.private-key", "file:${CONF}/key.p12");
		this.properties.put("wechatpay.mchid", "1900000001");
		this.properties.put("wechatpay.private-key-password", "${wechatpay.mchid}");
		this.variables.put("CONF", "/etc/shop");
		assertThat(hidden("CONF", "/etc/shop")).isFalse();
		assertThat(hidden("wechatpay.mchid", "1900000001")).isFalse();
		assertThat(hidden("wechatpay.serial-number", TestMerchants.SERIAL)).isFalse();
		assertThat(hidden("spring.ssl.bundle.pem.shop.keystore.private-key", "classpath:key.pem")).isFalse();
		assertThat(hidden("spring.application.name", "shop")).isFalse();
	}

	@Test
	void noticesWhatChangesWhileTheApplicationRuns() {
		StandardEnvironment environment = environment();
		WechatPaySanitizingFunction function = new WechatPaySanitizingFunction(environment, List.of(), () -> this.now);
		assertThat(hidden(function, "LATE_KEY", "abcdef")).isFalse();
		this.properties.put("wechatpay.api-v3-key", "${LATE_KEY}");
		this.now += 2_000_000_000L;
		assertThat(hidden(function, "LATE_KEY", "abcdef")).isTrue();
	}

	private boolean hidden(String key, String value) {
		return hidden(new WechatPaySanitizingFunction(environment(), List.of(), () -> this.now), key, value);
	}

	private StandardEnvironment environment() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("properties", this.properties));
		environment.getPropertySources().addLast(new SystemEnvironmentPropertySource("variables", this.variables));
		return environment;
	}

	private static boolean hidden(WechatPaySanitizingFunction function, String key, String value) {
		SanitizableData data = new SanitizableData(null, key, value);
		return function.apply(data) != data;
	}

}
