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

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.Pem;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.SmPlatform;
import io.github.wechatpay4j.testing.SmTestKeys;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.testing.TestTrust;
import io.github.wechatpay4j.trust.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whole calls of a merchant with an SM2 key, over real HTTP. The other side is Kona.
 */
class SmMerchantTests {

	private static final Pattern AUTHORIZATION = Pattern
		.compile("WECHATPAY2-SM2-WITH-SM3 mchid=\"1900000001\",nonce_str=\"([0-9A-Za-z]{32})\","
				+ "signature=\"([A-Za-z0-9+/=]+)\",timestamp=\"([0-9]{10})\",serial_no=\"" + SmTestKeys.MERCHANT_SERIAL
				+ "\"");

	private static final PublicKey MERCHANT = Pem.certificate(TestKeys.text("sm2-merchant-certificate.pem"))
		.getPublicKey();

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final WechatPayClient client = platform.client(SmPlatform.merchant(SmPlatform.trust()));

	@Test
	void signsItsRequestsAndBelievesSignedAnswers() {
		platform.answers(signed("{\"prepay_id\":\"wx26\"}"));
		assertThat(this.client.execute(Calls.Prepay.of("咖啡")).prepayId()).isEqualTo("wx26");
		LoggedRequest request = platform.onlyRequest();
		assertSigned(request);
		assertThat(request.getHeader("Wechatpay-Serial")).isEqualTo(SmTestKeys.PLATFORM_SERIAL);
	}

	@Test
	void believesNoAnswerThatAnotherKeySigned() {
		for (ResponseDefinitionBuilder answer : new ResponseDefinitionBuilder[] {
				platform.signed(200, "{\"trade_state\":\"SUCCESS\"}",
						new PlatformSigner(SmTestKeys.PLATFORM_SERIAL, TestKeys.PLATFORM.getPrivate())),
				FakePlatform.with(200, "{\"trade_state\":\"SUCCESS\"}",
						SmPlatform.headers(utf8("{\"trade_state\":\"NOTPAY\"}"), platform.clock().instant())) }) {
			platform.answers(answer);
			assertThatExceptionOfType(SignatureException.class)
				.isThrownBy(() -> this.client.execute(new Calls.Query("1217752501201407033233368018")))
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(SignatureException.Reason.MISMATCH));
		}
	}

	@Test
	void encryptsSensitiveFieldsAndReadsThem() throws Exception {
		platform.answers(signed("{\"user_name\":\"" + SmPlatform.fieldFor(MERCHANT, "张三") + "\"}"));
		assertThat(this.client.execute(new Calls.Transfer("plfk2020042013", "李四")).userName()).isEqualTo("张三");
		Matcher sent = Pattern.compile("\"user_name\":\"([^\"]+)\"").matcher(platform.onlyRequest().getBodyAsString());
		assertThat(sent.find()).isTrue();
		assertThat(SmPlatform.open(sent.group(1))).isEqualTo("李四");
	}

	@Test
	void asksForSmCertificatesAndOpensThem() {
		Trust downloaded = TestTrust.certificates(platform.exchange().certificateSource(SmPlatform.credentials()),
				CryptoSuite.sm(), platform.clock());
		String certificates = "{\"data\":[{\"serial_no\":\"any\",\"encrypt_certificate\":{"
				+ SmPlatform.sealed(TestKeys.text("sm2-platform-certificate.pem"), "certificate") + "}}]}";
		platform.answers(get(urlPathEqualTo("/v3/certificates")), signed(certificates));
		platform.answers(post(urlEqualTo("/v3/pay/transactions/jsapi")), signed("{\"prepay_id\":\"wx26\"}"));
		WechatPayClient downloading = platform.client(SmPlatform.merchant(downloaded));
		assertThat(downloading.execute(Calls.Prepay.of("x")).prepayId()).isEqualTo("wx26");
		assertThat(platform.requests()).extracting(LoggedRequest::getUrl)
			.containsExactlyInAnyOrder("/v3/certificates?algorithm_type=SM2", "/v3/pay/transactions/jsapi");
		assertThat(platform.requests()).allSatisfy(SmMerchantTests::assertSigned);
	}

	@Test
	void signsNothingForPayersDevices() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> this.client.invocations().jsapi("wx26"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> this.client.invocations().app("wx26"));
	}

	@Test
	void saysNothingAboutSmWhereNobodyAskedForIt() {
		platform.answers(FakePlatform.with(404, "", Map.of()));
		Trust downloaded = TestTrust.certificates(platform.exchange().certificateSource(TestMerchants.credentials()),
				CryptoSuite.rsa(), platform.clock());
		WechatPayClient downloading = platform.client(TestMerchants.merchant(downloaded));
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> downloading.execute(Calls.Prepay.of("x")));
		assertThat(platform.onlyRequest().getUrl()).isEqualTo("/v3/certificates");
	}

	private static void assertSigned(LoggedRequest request) {
		Matcher authorization = AUTHORIZATION.matcher(request.getHeader("Authorization"));
		assertThat(authorization.matches()).as(request.getHeader("Authorization")).isTrue();
		byte[] message = SmPlatform.message(request.getMethod() + "\n" + request.getUrl() + "\n"
				+ authorization.group(3) + "\n" + authorization.group(1) + "\n", request.getBody());
		assertThat(SmPlatform.isSignedBy(MERCHANT, message, Base64.getDecoder().decode(authorization.group(2))))
			.as("the signature is over %s %s", request.getMethod(), request.getUrl())
			.isTrue();
	}

	private static ResponseDefinitionBuilder signed(String body) {
		return FakePlatform.with(200, body, SmPlatform.headers(utf8(body), platform.clock().instant()));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
