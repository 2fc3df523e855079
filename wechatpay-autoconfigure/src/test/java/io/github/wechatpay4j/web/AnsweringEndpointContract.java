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
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the endpoint answers to callbacks whose answer carries fields, whatever serves it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnsweringEndpointContract {

	private final HttpClient http = HttpClient.newHttpClient();

	private final WebApplicationType type;

	private ConfigurableApplicationContext context;

	private URI endpoint;

	AnsweringEndpointContract(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() {
		SpringApplication application = new SpringApplication(AnsweringApplication.class);
		application.setWebApplicationType(this.type);
		this.context = application.run(Stream
			.of(TestProperties.complete("server.port=0", "server.address=127.0.0.1",
					"wechatpay.notification.answer-within=20s"))
			.map((property) -> "--" + property)
			.toArray(String[]::new));
		this.endpoint = URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port")
				+ "/wechatpay/notifications");
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@Test
	void answersWithTheFieldsOfTheHandler() throws Exception {
		answered("ENTRUST.TERMINATE_RETENTION", "entrust", "{\"contract_id\":\"77\"}",
				"""
						{"code":"SUCCESS","retention_type":"COUPON","coupon_info":{"state":"SEND_COUPON","coupon_id":"券77"}}""");
	}

	@Test
	void answersWithTheFieldsOfHandlersThatTakeTheirTime() throws Exception {
		answered("ENTRUST.TERMINATE_INQUIRY", "entrust", "{\"plan_id\":1,\"out_contract_code\":\"c\"}",
				"{\"code\":\"FAIL\",\"message\":\"欠费\"}");
		answered("PARKING_FEE.QUERY_TRANS_INFO", "parking_fee", "{\"out_serial_number\":\"p\"}",
				"{\"code\":\"SUCCESS\",\"total_amount\":1500}");
	}

	@Test
	void answersTheSameQuestionEachTimeItIsAsked() throws Exception {
		for (int i = 0; i < 3; i++) {
			answered("PARKING_FEE.QUERY_TRANS_INFO", "parking_fee", "{\"out_serial_number\":\"same\"}",
					"{\"code\":\"SUCCESS\",\"total_amount\":1500}");
		}
	}

	@Test
	void signsTheBytesItSendsWhereThePlatformWantsThat() throws Exception {
		HttpResponse<byte[]> answer = send("CROSS_BORDER_PAY.PUSH_ORDER_INFO", "cross_border_pay", """
				{"acq_tid":"2025","bank_type":"X","amount":{"total":1,"currency":"CNY"},"openid":"o"}""");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("""
				{"code":"SUCCESS","acq_tid":"2025","prepay_id":"wx201410272009395522657a690389285100",\
				"expire_time":"2026-12-01T10:00:00+08:00","client_ip":"127.0.0.1"}""");
		Authorization authorization = Authorization
			.parse(answer.headers().firstValue("Authorization").orElse("nothing"));
		assertThat(authorization.mchid()).isEqualTo(TestMerchants.MCHID);
		assertThat(authorization.serial()).isEqualTo(TestMerchants.SERIAL);
		assertThat(authorization.isSignatureOfAnswer(TestKeys.MERCHANT.getPublic(), answer.body())).isTrue();
	}

	@Test
	void answers500WhereTheHandlerAnswersNothing() throws Exception {
		refused(send("ENTRUST.TERMINATE_INQUIRY", "entrust", "{\"plan_id\":1,\"out_contract_code\":\"\"}"),
				"HANDLER_FAILED");
	}

	@Test
	void answers500WhereTheAnswerCannotBeWritten() throws Exception {
		refused(send("OWN.QUESTION", "own", "{}"), "INTERNAL");
	}

	private void answered(String event, String originalType, String resource, String content) throws Exception {
		HttpResponse<byte[]> answer = send(event, originalType, resource);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(answer.headers().firstValue("Authorization")).isEmpty();
		assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo(content);
	}

	private static void refused(HttpResponse<byte[]> answer, String message) {
		assertThat(answer.statusCode()).isEqualTo(500);
		assertThat(answer.headers().firstValue("Authorization")).isEmpty();
		assertThat(answer.body()).asString(StandardCharsets.UTF_8)
			.isEqualTo("{\"code\":\"FAIL\",\"message\":\"" + message + "\"}");
	}

	private HttpResponse<byte[]> send(String event, String originalType, String resource) throws Exception {
		return this.http.send(SignedNotification.of(event, originalType, resource).to(this.endpoint),
				BodyHandlers.ofByteArray());
	}

}
