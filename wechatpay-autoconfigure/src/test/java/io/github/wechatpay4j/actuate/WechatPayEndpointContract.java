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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.notification.WechatPayListener;
import io.github.wechatpay4j.simulator.SimulatorMerchant;
import io.github.wechatpay4j.simulator.WechatPaySimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint over HTTP, in an application that talks to the simulator.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WechatPayEndpointContract {

	private final WebApplicationType type;

	private ConfigurableApplicationContext context;

	WechatPayEndpointContract(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() {
		SpringApplication application = new SpringApplication(Shop.class);
		application.setWebApplicationType(this.type);
		this.context = application.run("--server.port=0", "--server.address=127.0.0.1",
				"--wechatpay.simulator.enabled=true", "--management.endpoint.health.show-details=always",
				"--management.health.redis.enabled=false", "--management.health.rabbit.enabled=false",
				"--management.endpoints.web.exposure.include=wechatpay,health,info");
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@Test
	void showsWhatIsConfigured() throws Exception {
		JsonNode shown = json(request("GET", "/actuator/wechatpay"));
		SimulatorMerchant known = simulated();
		JsonNode merchant = shown.path("merchants").path(0);
		assertThat(merchant.path("name").asString()).isEqualTo("default");
		assertThat(merchant.path("mchid").asString()).startsWith(known.mchid().substring(0, 4))
			.contains("****")
			.isNotEqualTo(known.mchid());
		assertThat(merchant.path("serialNumber").asString()).isEqualTo(known.serialNumber());
		assertThat(merchant.path("scheme").asString()).isEqualTo("WECHATPAY2-SHA256-RSA2048");
		assertThat(merchant.path("cryptoProvider").asString()).isNotEmpty();
		assertThat(merchant.path("platformKeys").path(0).path("kind").asString()).isEqualTo("PUBLIC_KEY");
		assertThat(shown.path("handlers").path(0).path("handler").asString()).contains("paid");
		assertThat(shown.path("handlers").path(0).path("payloadType").asString())
			.isEqualTo(TransactionNotification.class.getName());
		assertThat(shown.path("hosts").path(0).path("url").asString())
			.startsWith(this.context.getBean(WechatPaySimulator.class).url().toString().replaceAll("/$", ""));
		assertThat(shown.path("hosts").path(0).path("up").asBoolean()).isTrue();
	}

	@Test
	void letsTheDoctorExamineAMerchant() throws Exception {
		JsonNode diagnosis = json(request("POST", "/actuator/wechatpay/default"));
		assertThat(diagnosis.path("level").asString()).as(diagnosis.toString()).isNotEmpty();
		assertThat(diagnosis.path("findings").valueStream().map((finding) -> finding.path("check").asString()))
			.contains("merchant-key", "platform-key", "sensitive-fields", "api-v3-key", "clock", "notify-url");
		assertThat(diagnosis.path("findings").valueStream()).allSatisfy(
				(finding) -> assertThat(finding.path("level").asString()).as(finding.toString()).isEqualTo("OK"));
	}

	@Test
	void knowsNoOtherMerchants() throws Exception {
		assertThat(request("POST", "/actuator/wechatpay/nobody").statusCode()).isEqualTo(404);
	}

	@Test
	void tellsHealthAndInfo() throws Exception {
		JsonNode health = json(request("GET", "/actuator/health"));
		assertThat(health.path("components").path("wechatpay").path("status").asString()).isEqualTo("UP");
		JsonNode info = json(request("GET", "/actuator/info"));
		assertThat(info.path("wechatpay").path("merchants").asInt()).isEqualTo(1);
		assertThat(info.path("wechatpay").path("version").asString()).isNotEmpty();
	}

	@Test
	void showsNoSecrets() throws Exception {
		SimulatorMerchant known = simulated();
		String shown = request("GET", "/actuator/wechatpay").body()
				+ request("POST", "/actuator/wechatpay/default").body() + request("GET", "/actuator/health").body()
				+ request("GET", "/actuator/info").body();
		String key = known.privateKey().lines().skip(3).findFirst().orElseThrow();
		Stream.of(known.apiV3Key(), key, known.mchid())
			.forEach((secret) -> assertThat(shown.contains(secret)).as(secret.substring(0, 2)).isFalse());
	}

	private SimulatorMerchant simulated() {
		return this.context.getBean(WechatPaySimulator.class).merchants().get(0);
	}

	private HttpResponse<String> request(String method, String path) throws Exception {
		String port = this.context.getEnvironment().getRequiredProperty("local.server.port");
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
				.method(method, BodyPublishers.noBody())
				.build(), BodyHandlers.ofString());
	}

	private static JsonNode json(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(response.body());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Shop {

		@WechatPayListener
		void paid(TransactionNotification paid) {
		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
		static class Servlet {

			@Bean
			SecurityFilterChain openForEverybody(HttpSecurity http) {
				return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
					.csrf((csrf) -> csrf.disable())
					.build();
			}

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
		static class Reactive {

			@Bean
			SecurityWebFilterChain openForEverybody(ServerHttpSecurity http) {
				return http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll())
					.csrf((csrf) -> csrf.disable())
					.build();
			}

		}

	}

}
