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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.autoconfigure.TestProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What senders and handlers see in every mode: a 204 means that the handler has run or
 * will, once; anything else that it has not. Whoever implements it gives the properties
 * of a mode.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NotificationModeContract {

	private final HttpClient http = HttpClient.newHttpClient();

	private final WebApplicationType type;

	private ConfigurableApplicationContext context;

	private RecordingListener listener;

	private URI address;

	NotificationModeContract(WebApplicationType type) {
		this.type = type;
	}

	/** What makes the mode. */
	abstract List<String> properties();

	@BeforeAll
	void start() {
		SpringApplication application = new SpringApplication(NotificationApplication.class);
		application.setWebApplicationType(this.type);
		List<String> properties = new ArrayList<>(properties());
		properties.addAll(List.of("server.port=0", "server.address=127.0.0.1"));
		this.context = application.run(Stream.of(TestProperties.complete(properties.toArray(String[]::new)))
			.map((property) -> "--" + property)
			.toArray(String[]::new));
		this.listener = this.context.getBean(RecordingListener.class);
		this.address = URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port")
				+ "/wechatpay/notifications");
	}

	@AfterAll
	void stop() {
		this.context.close();
	}

	@BeforeEach
	void reset() {
		this.listener.reset();
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	RecordingListener listener() {
		return this.listener;
	}

	HttpResponse<String> send(SignedNotification notification) throws Exception {
		return this.http.send(notification.to(this.address), BodyHandlers.ofString());
	}

	private List<String> paid() {
		return this.listener.paid().stream().map(TransactionNotification::outTradeNo).toList();
	}

	@Test
	void handlesWhatItAcknowledges() throws Exception {
		assertThat(send(SignedNotification.paid("m1"))).returns(204, HttpResponse::statusCode)
			.returns("", HttpResponse::body);
		await().untilAsserted(() -> assertThat(paid()).containsExactly("m1"));
	}

	@Test
	void handlesABusinessEventOnceHoweverOftenItIsTold() throws Exception {
		SignedNotification notification = SignedNotification.paid("m2");
		List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(() -> notification)
			.limit(10)
			.map((each) -> this.http.sendAsync(each.to(this.address), BodyHandlers.ofString()))
			.toList();
		assertThat(answers).map((answer) -> answer.join().statusCode()).contains(204).isSubsetOf(204, 503);
		assertThat(send(notification).statusCode()).isEqualTo(204);
		send(SignedNotification.paid("m2-last"));
		await().untilAsserted(() -> assertThat(paid()).contains("m2", "m2-last"));
		assertThat(paid()).containsOnlyOnce("m2");
	}

	@Test
	void handlesWhatFailedOnceItCan() throws Exception {
		this.listener.failNext();
		SignedNotification notification = SignedNotification.paid("m3");
		// As WeChat Pay does: again until it is acknowledged
		await().until(() -> send(notification).statusCode() == 204);
		await().untilAsserted(() -> assertThat(paid()).containsExactly("m3"));
	}

	@Test
	void handlesNothingThatItRefuses() throws Exception {
		SignedNotification forged = SignedNotification.paid("m4").with("Wechatpay-Nonce", "another");
		assertThat(send(forged).statusCode()).isEqualTo(401);
		assertThat(send(SignedNotification.paid("m5", "1900000999")).statusCode()).isEqualTo(403);
		assertThat(send(SignedNotification.of("NEW.EVENT", "new", "{}")).statusCode()).isEqualTo(500);
		assertThat(send(SignedNotification.paid("m6")).statusCode()).isEqualTo(204);
		await().untilAsserted(() -> assertThat(paid()).containsExactly("m6"));
	}

}
