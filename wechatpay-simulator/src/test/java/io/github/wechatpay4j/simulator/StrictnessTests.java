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

package io.github.wechatpay4j.simulator;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.wechatpay4j.simulator.RawCall.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Requests are verified as strictly as by the real platform.
 */
class StrictnessTests {

	private static WechatPaySimulator simulator;

	private static Caller caller;

	@BeforeAll
	static void start() {
		simulator = WechatPaySimulator.start(SimulatorSettings.defaults());
		caller = Caller.of(simulator);
	}

	@AfterAll
	static void stop() {
		caller.close();
		simulator.close();
	}

	private static RawCall call() {
		return new RawCall(caller.merchant());
	}

	static Stream<Arguments> badSignatures() {
		return Stream.of(bad("no authorization", (call) -> call.headers.put("Authorization", "")),
				bad("another scheme", (call) -> call.scheme = "WECHATPAY2-SM2-WITH-SM3"),
				bad("not a list of parameters",
						(call) -> call.headers.put("Authorization", "WECHATPAY2-SHA256-RSA2048 mchid=1,nonce")),
				bad("a parameter too few",
						(call) -> call.headers.put("Authorization", "WECHATPAY2-SHA256-RSA2048 mchid=\"1\"")),
				bad("unknown mchid", (call) -> call.mchid = "1999999999"),
				bad("unknown serial_no", (call) -> call.serialNumber = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1"),
				bad("body changed", (call) -> call.signedBody = "{ }"),
				bad("path changed", (call) -> call.signedTarget = "/v3/pay/transactions/native?x=1"),
				bad("signature of something else", (call) -> call.signature = "c2lnbmF0dXJl"),
				bad("signature that is not Base64", (call) -> call.signature = "%%%"),
				bad("six minutes early",
						(call) -> call.timestamp = Long.toString(Instant.now().minusSeconds(360).getEpochSecond())),
				bad("six minutes late",
						(call) -> call.timestamp = Long.toString(Instant.now().plusSeconds(360).getEpochSecond())),
				bad("timestamp that is not a number", (call) -> call.timestamp = "now"));
	}

	private static Arguments bad(String name, Consumer<RawCall> change) {
		return arguments(Named.of(name, change));
	}

	@ParameterizedTest
	@MethodSource("badSignatures")
	void refusesWithSignError(Consumer<RawCall> change) throws Exception {
		RawCall call = call();
		change.accept(call);
		Answer answer = call.send(simulator.url());
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("SIGN_ERROR");
		assertThat(answer.json().path("message").stringValue()).isNotEmpty();
		assertThat(answer.headers()).containsKey("request-id").doesNotContainKey("wechatpay-signature");
	}

	@Test
	void explainsWhatWasSigned() throws Exception {
		RawCall call = call();
		call.signedBody = "[]";
		Answer answer = call.send(simulator.url());
		assertThat(answer.json().at("/detail/field").stringValue()).isEqualTo("signature");
		assertThat(answer.json().at("/detail/sign_information/method").stringValue()).isEqualTo("POST");
		assertThat(answer.json().at("/detail/sign_information/url").stringValue())
			.isEqualTo("/v3/pay/transactions/native");
	}

	@Test
	void refusesNonceThatWasUsed() throws Exception {
		String target = "/v3/certificates";
		RawCall first = call().get(target);
		assertThat(first.send(simulator.url()).status()).isEqualTo(200);
		RawCall second = call().get(target);
		second.nonce = first.nonce;
		second.timestamp = first.timestamp;
		assertThat(second.send(simulator.url()).code()).isEqualTo("SIGN_ERROR");
	}

	@Test
	void verifiesPathAndQueryExactlyAsSent() throws Exception {
		Answer answer = call()
			.get("/v3/pay/transactions/out-trade-no/a%7Cb%2Ac-12?mchid=" + caller.mchid() + "&x=%20+&y")
			.send(simulator.url());
		assertThat(answer.code()).isEqualTo("ORDER_NOT_EXIST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Accept", "User-Agent" })
	void refusesMissingHeader(String header) throws Exception {
		RawCall call = call();
		call.headers.put(header, "");
		Answer answer = call.send(simulator.url());
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("PARAM_ERROR");
	}

	@Test
	void refusesKeyThatItDoesNotHave() throws Exception {
		RawCall call = call().get("/v3/certificates");
		call.headers.put("Wechatpay-Serial", "PUB_KEY_ID_0000000000");
		Answer answer = call.send(simulator.url());
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().at("/detail/field").stringValue()).isEqualTo("Wechatpay-Serial");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "" })
	void refusesBodyThatIsNotCalledJson(String contentType) throws Exception {
		RawCall call = call();
		call.headers.put("Content-Type", contentType);
		assertThat(call.send(simulator.url()).json().at("/detail/field").stringValue()).isEqualTo("Content-Type");
	}

	@ParameterizedTest
	@ValueSource(strings = { "not json", "[]", "{} {}", "{\"attach\":\"\uD83D\uDE00\"}" })
	void refusesBody(String body) throws Exception {
		RawCall call = call();
		call.body = body;
		Answer answer = call.send(simulator.url());
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("PARAM_ERROR");
	}

	@Test
	void refusesNullAndNamesTheField() throws Exception {
		RawCall call = call();
		call.body = "{\"amount\":{\"goods\":[1,null]}}";
		assertThat(call.send(simulator.url()).json().at("/detail/field").stringValue()).isEqualTo("/amount/goods/1");
	}

	@Test
	void answersUnknownPathWithNotFound() throws Exception {
		Answer answer = call().get("/v3/payscore/no-such-thing").send(simulator.url());
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.code()).isEqualTo("NOT_FOUND");
	}

	@Test
	void signsSuccessWithTheKeyThatWasNamed() throws Exception {
		SimulatorMerchant merchant = simulator.merchants().get(0);
		String certificate = merchant.platformCertificates().get(0).serial();
		for (String serial : new String[] { merchant.publicKeyId(), certificate }) {
			RawCall call = call().get("/v3/certificates");
			call.headers.put("Wechatpay-Serial", serial);
			Answer answer = call.send(simulator.url());
			assertThat(answer.headers()).containsEntry("wechatpay-serial", serial)
				.containsEntry("wechatpay-signature-type", "WECHATPAY2-SHA256-RSA2048")
				.containsKeys("wechatpay-timestamp", "wechatpay-nonce", "wechatpay-signature", "request-id");
		}
		assertThat(call().get("/v3/certificates").send(simulator.url()).headers()).containsEntry("wechatpay-serial",
				certificate);
	}

	@Test
	void listensOnThisMachineOnly() {
		assertThat(simulator.url().getHost()).isEqualTo("127.0.0.1");
	}

}
