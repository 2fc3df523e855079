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

package io.github.wechatpay4j.client;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.RawRequest;
import io.github.wechatpay4j.operation.RawResponse;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestClock;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SuccessfulCallTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final WechatPayClient client = platform.client(TestMerchants.merchant(),
			TestMerchants.other("shop-b", "1900000002"));

	@Test
	void signsWhatItSendsAndReturnsWhatWasSigned() throws Exception {
		platform.answers(platform.signed(200, "{\"prepay_id\":\"wx26\",\"new_field\":1}"));
		assertThat(this.client.execute(Calls.Prepay.of("咖啡"))).isEqualTo(new Calls.Prepaid("wx26"));

		LoggedRequest sent = platform.onlyRequest();
		assertThat(sent.getBodyAsString()).isEqualTo("{\"mchid\":\"1900000001\",\"appid\":\"wxd678efh567hg6787\","
				+ "\"description\":\"咖啡\",\"out_trade_no\":\"1217752501201407033233368018\"}");
		Authorization authorization = Authorization.parse(sent.getHeader("Authorization"))
			.signs(TestKeys.MERCHANT.getPublic(), "POST", "/v3/pay/transactions/jsapi", sent.getBody());
		assertThat(authorization.mchid()).isEqualTo(TestMerchants.MCHID);
		assertThat(authorization.serial()).isEqualTo(TestMerchants.SERIAL);
		assertThat(authorization.timestamp()).isEqualTo(Long.toString(TestClock.START.getEpochSecond()));
	}

	@Test
	void sendsTheHeadersThatThePlatformInsistsOn() {
		platform.answers(platform.signed(200, "{}"));
		this.client.execute(new Calls.Query("1"));
		this.client.execute(Calls.Prepay.of("x"));
		for (LoggedRequest sent : platform.requests()) {
			assertThat(sent.getHeader("Accept")).isEqualTo("application/json");
			assertThat(sent.getHeader("Content-Type")).isEqualTo("application/json");
			assertThat(sent.getHeader("User-Agent")).startsWith("wechatpay4j/").contains("Java ");
			assertThat(sent.getHeader("Wechatpay-Serial")).isEqualTo(PlatformSigner.PUBLIC_KEY_ID);
			assertThat(sent.header("Authorization").values()).hasSize(1);
		}
	}

	@Test
	void signsAnEmptyBodyForAQuery() throws Exception {
		platform.answers(platform.signed(200, "{\"out_trade_no\":\"1\",\"trade_state\":\"SUCCESS\"}"));
		assertThat(this.client.execute(new Calls.Query("a/b 中")).tradeState()).isEqualTo("SUCCESS");
		LoggedRequest sent = platform.onlyRequest();
		assertThat(sent.getBody()).isEmpty();
		Authorization.parse(sent.getHeader("Authorization"))
			.signs(TestKeys.MERCHANT.getPublic(), "GET",
					"/v3/pay/transactions/out-trade-no/a%2Fb%20%E4%B8%AD?mchid=1900000001", new byte[0]);
	}

	@Test
	void signsEveryCallAnew() {
		platform.answers(platform.signed(200, "{}"));
		Set<String> nonces = new HashSet<>();
		for (int i = 0; i < 10; i++) {
			this.client.execute(new Calls.Query("1"));
		}
		platform.requests().forEach((sent) -> nonces.add(Authorization.parse(sent.getHeader("Authorization")).nonce()));
		assertThat(nonces).hasSize(10);
	}

	@Test
	void answersNoContentForASigned204() {
		platform.answers(platform.signed(204, ""));
		assertThat(this.client.execute(new Calls.Close("1"))).isSameAs(NoContent.INSTANCE);
	}

	@Test
	void sendsAndReturnsRawTextUntouched() throws Exception {
		String text = "{ \"b\" : 1,\n\"a\" : null }";
		platform.answers(platform.signed(200, text));
		RawResponse answer = this.client.execute(RawRequest.of(HttpMethod.PATCH, "/v3/new/thing?z=1&a=2", text));
		assertThat(answer.text()).isEqualTo(text);
		LoggedRequest sent = platform.onlyRequest();
		assertThat(sent.getMethod().getName()).isEqualTo("PATCH");
		assertThat(sent.getBodyAsString()).isEqualTo(text);
		Authorization.parse(sent.getHeader("Authorization"))
			.signs(TestKeys.MERCHANT.getPublic(), "PATCH", "/v3/new/thing?z=1&a=2",
					text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void encryptsSensitiveFieldsForTheKeyThatItNames() {
		platform.answers(platform.signed(200, "{\"user_name\":\""
				+ TestMerchants.credentials().suite().encryptor(TestKeys.MERCHANT.getPublic()).encrypt("李四") + "\"}"));
		assertThat(this.client.execute(new Calls.Transfer("1", "张三")).userName()).isEqualTo("李四");
		String sent = platform.onlyRequest().getBodyAsString();
		String cipherText = sent.replaceAll(".*\"user_name\":\"([^\"]+)\".*", "$1");
		assertThat(sent).doesNotContain("张三");
		assertThat(TestMerchants.credentials().suite().decryptor(TestKeys.PLATFORM.getPrivate()).decrypt(cipherText))
			.isEqualTo("张三");
	}

	@Test
	void actsForAnotherMerchantOnlyWhenTold() throws Exception {
		platform.answers(platform.signed(200, "{}"));
		WechatPayClient shopB = this.client.merchant("shop-b");
		shopB.execute(new Calls.Query("1"));
		LoggedRequest sent = platform.onlyRequest();
		assertThat(Authorization.parse(sent.getHeader("Authorization"))
			.signs(TestKeys.STRANGER.getPublic(), "GET", sent.getUrl(), new byte[0])
			.mchid()).isEqualTo("1900000002");
		assertThat(shopB).hasToString("WechatPayClient[shop-b]");
		assertThat(this.client).hasToString("WechatPayClient[default]");
		assertThat(shopB.invocations().app("p", "a").partnerid()).isEqualTo("1900000002");
		assertThat(this.client.invocations().app("p").partnerid()).isEqualTo(TestMerchants.MCHID);
	}

	@Test
	void refusesToBlockAnEventLoopAndNamesTheOtherClient() {
		Mono<Object> onTheLoop = Mono.<Object>fromCallable(() -> this.client.execute(new Calls.Query("1")))
			.subscribeOn(Schedulers.parallel());
		assertThatIllegalStateException().isThrownBy(onTheLoop::block)
			.withMessageContaining("inject ReactiveWechatPayClient");
		Mono<Object> download = Mono
			.fromRunnable(() -> this.client.download(new Calls.Bill(platform.url() + "/v3/x", "SHA1", "00"),
					OutputStream.nullOutputStream()))
			.subscribeOn(Schedulers.parallel());
		assertThatIllegalStateException().isThrownBy(download::block)
			.withMessageContaining("inject ReactiveWechatPayClient");
		assertThat(platform.requests()).isEmpty();
	}

	@Test
	void namesTheMerchantsThatThereAre() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.merchant("shop-c"))
			.withMessage("There is no merchant named 'shop-c'; there are [default, shop-b]");
	}

	@Test
	void sendsNothingThatThePlatformWouldRefuse() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.execute(Calls.Prepay.of("Coffee ☕ 😀")))
			.withMessageStartingWith("'description' holds a character outside Unicode's basic plane");
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.execute(new Calls.Query("")))
			.withMessage("'out_trade_no' is required and must not be empty");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.client.merchant("shop-b").execute(Calls.Prepay.of("x")))
			.withMessageStartingWith("'appid' is required");
		assertThat(platform.requests()).isEmpty();
	}

}
