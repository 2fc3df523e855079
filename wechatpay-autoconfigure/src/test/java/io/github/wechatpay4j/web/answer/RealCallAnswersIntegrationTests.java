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

package io.github.wechatpay4j.web.answer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;
import io.github.wechatpay4j.api.refunds.Refunds;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From a platform in trouble to the page, with nothing thrown by hand.
 */
class RealCallAnswersIntegrationTests {

	@Test
	void namesTheNumberOfARefundWhoseOutcomeIsUnknown() throws Exception {
		HttpServer platform = brokenPlatform();
		try (AnswerServer shop = AnswerServer.start(WebApplicationType.SERVLET, Shop.class,
				"wechatpay.web.answers=envelope",
				"wechatpay.base-url=http://127.0.0.1:" + platform.getAddress().getPort())) {
			HttpResponse<String> refund = shop.post("/refund", "");
			assertThat(refund.statusCode()).isEqualTo(202);
			JsonNode body = AnswerServer.json(refund);
			assertThat(body.path("code").asInt()).isEqualTo(43002);
			assertThat(body.path("outcomeUnknown").asBoolean(false)).isTrue();
			assertThat(body.path("businessNumber").asString()).isEqualTo("refund-9");
			assertThat(body.path("requestId").asString()).isEqualTo("08F7-9");
			HttpResponse<String> query = shop.get("/refund");
			assertThat(query.statusCode()).isEqualTo(503);
			assertThat(AnswerServer.json(query).path("code").asInt()).isEqualTo(42002);
			assertThat(AnswerServer.json(query).has("outcomeUnknown")).isFalse();
			assertThat(refund.body() + query.body()).doesNotContain("SYSTEM_ERROR", "db-7.internal");
		}
		finally {
			platform.stop(0);
		}
	}

	private static HttpServer brokenPlatform() throws Exception {
		byte[] body = "{\"code\":\"SYSTEM_ERROR\",\"message\":\"db-7.internal\"}".getBytes(StandardCharsets.UTF_8);
		HttpServer platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		platform.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().add("Request-ID", "08F7-9");
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(500, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		platform.start();
		return platform;
	}

	@Configuration(proxyBeanMethods = false)
	static class Shop {

		@RestController
		static class RefundController {

			private final ReactiveWechatPayClient wechatPay;

			RefundController(ReactiveWechatPayClient wechatPay) {
				this.wechatPay = wechatPay;
			}

			@PostMapping("/refund")
			Mono<String> refund() {
				return this.wechatPay.execute(Refunds.create((
						r) -> r.outTradeNo("order-9").outRefundNo("refund-9").amount((a) -> a.refund(500).total(1800))))
					.map((refund) -> "done");
			}

			@GetMapping("/refund")
			Mono<String> query() {
				return this.wechatPay.execute(Refunds.queryByOutRefundNo("refund-9")).map((refund) -> "done");
			}

		}

	}

}
