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

package io.github.wechatpay4j.web;

import java.net.URI;
import java.util.List;

import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The addresses that WeChat Pay is given are those that this application answers: what
 * follows from the configuration is called over real HTTP.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NotificationAddressContract {

	private final WebApplicationType type;

	private NotificationServer server;

	NotificationAddressContract(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() {
		List<String> second = TestProperties.merchant("wechatpay.merchants.second", TestMerchants.MCHID);
		String[] properties = new String[second.size() + 4];
		second.toArray(properties);
		// What the other stack would put before the path is left over
		properties[second.size()] = "server.servlet.context-path=/shop";
		properties[second.size() + 1] = "spring.webflux.base-path=/store/";
		properties[second.size() + 2] = "spring.mvc.servlet.path=/app";
		properties[second.size() + 3] = "wechatpay.notification.base-url=HTTPS://Shop.example//";
		this.server = new NotificationServer(this.type, NotificationApplication.class, properties);
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "default", "second" })
	void theApplicationAnswersAtTheDerivedAddress(String merchant) throws Exception {
		URI derived = URI.create(this.server.bean(MerchantRegistry.class).get(merchant).notifyUrl());
		assertThat(derived).hasScheme("https").hasHost("shop.example");
		assertThat(this.server.send(derived.getRawPath(), SignedNotification.paid(merchant)).statusCode())
			.isEqualTo(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { "default", "second" })
	void aSlashAtTheEndChangesNothing(String merchant) throws Exception {
		URI derived = URI.create(this.server.bean(MerchantRegistry.class).get(merchant).notifyUrl());
		assertThat(
				this.server.send(derived.getRawPath() + "/", SignedNotification.paid(merchant + "slash")).statusCode())
			.isEqualTo(204);
	}

	@Test
	void whatLiesBesideTheEndpointStaysProtected() throws Exception {
		URI derived = URI.create(this.server.bean(MerchantRegistry.class).get("default").notifyUrl());
		for (String beside : List.of("/second/more", "//", "more")) {
			assertThat(this.server.send(derived.getRawPath() + beside, SignedNotification.paid("1")).statusCode())
				.isNotEqualTo(204);
		}
	}

}
