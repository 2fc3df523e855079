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

import java.net.URI;
import java.util.List;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.PlatformKeyUnavailableException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.CertificateAnswers;
import io.github.wechatpay4j.testing.LogCapture;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.testing.TestTrust;
import io.github.wechatpay4j.trust.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Platform certificates, downloaded over real HTTP.
 */
class CertificateModeTests {

	private static final String NONCE = "61f9c719728a";

	private static final String ORDER = "{\"prepay_id\":\"wx26\"}";

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final Trust certificates = TestTrust.certificates(
			platform.exchange().certificateSource(TestMerchants.credentials()), CryptoSuite.rsa(), platform.clock());

	private final WechatPayClient client = platform.client(TestMerchants.merchant(this.certificates));

	@Test
	void callsNobodyBeforeTheFirstCall() {
		assertThat(TestMerchants.merchant(this.certificates)).isNotNull();
		assertThat(this.client.invocations().jsapi("wx26").paySign()).isNotEmpty();
		assertThat(platform.requests()).isEmpty();
	}

	@Test
	void downloadsCertificatesWithTheFirstCallAndKeepsThem() throws Exception {
		certificatesAnswer(platform.signed(200, list(1, 2), PlatformSigner.certificate(1)));
		ordersAnswer(platform.signed(200, ORDER, PlatformSigner.certificate(1)));
		assertThat(this.client.execute(Calls.Prepay.of("x")).prepayId()).isEqualTo("wx26");
		assertThat(this.client.execute(Calls.Prepay.of("x")).prepayId()).isEqualTo("wx26");
		assertThat(platform.requests()).extracting((sent) -> sent.getUrl())
			.containsExactlyInAnyOrder("/v3/certificates", "/v3/pay/transactions/jsapi", "/v3/pay/transactions/jsapi");
		assertThat(platform.requests()).filteredOn((sent) -> sent.getUrl().contains("jsapi"))
			.allMatch((sent) -> PlatformSigner.serial(2).equals(sent.getHeader("Wechatpay-Serial")));
		Authorization
			.parse(platform.requests()
				.stream()
				.filter((sent) -> sent.getUrl().endsWith("certificates"))
				.findFirst()
				.orElseThrow()
				.getHeader("Authorization"))
			.signs(TestKeys.MERCHANT.getPublic(), "GET", "/v3/certificates", new byte[0]);
	}

	@Test
	void downloadsAgainWhenAnAnswerNamesANewCertificate() {
		certificatesAnswer(platform.signed(200, list(1), PlatformSigner.certificate(1)));
		ordersAnswer(platform.signed(200, ORDER, PlatformSigner.certificate(1)));
		this.client.execute(Calls.Prepay.of("x"));
		platform.clock().advance(Duration.ofMinutes(2));
		certificatesAnswer(platform.signed(200, list(1, 2), PlatformSigner.certificate(2)));
		ordersAnswer(platform.signed(200, ORDER, PlatformSigner.certificate(2)));
		assertThat(this.client.execute(Calls.Prepay.of("x")).prepayId()).isEqualTo("wx26");
	}

	@Test
	void downloadsANewCertificateWhileTheCallHoldsTheOnlyConnection() {
		try (Transport transport = new Transport(TransportSettings.builder().maxConnections(1).build(), (builder) -> {
		})) {
			Exchange exchange = new Exchange(transport, URI.create(platform.url()), platform.clock());
			Trust trust = TestTrust.certificates(exchange.certificateSource(TestMerchants.credentials()),
					CryptoSuite.rsa(), platform.clock());
			WechatPayClient narrow = WechatPayClients
				.of(exchange, new InMemoryMerchantRegistry(List.of(TestMerchants.merchant(trust))), platform.clock())
				.blocking();
			certificatesAnswer(platform.signed(200, list(1), PlatformSigner.certificate(1)));
			ordersAnswer(platform.signed(200, ORDER, PlatformSigner.certificate(1)));
			narrow.execute(Calls.Prepay.of("x"));
			platform.clock().advance(Duration.ofMinutes(2));
			certificatesAnswer(platform.signed(200, list(1, 2), PlatformSigner.certificate(1)));
			ordersAnswer(platform.signed(200, ORDER, PlatformSigner.certificate(2)));
			assertThat(narrow.execute(Calls.Prepay.of("x")).prepayId()).isEqualTo("wx26");
		}
	}

	@Test
	void isNotDisturbedByACertificateOfAnUnknownKind() throws Exception {
		String certificates = "{\"data\":[" + item(TestKeys.text("ec-certificate.pem")) + ","
				+ item(TestKeys.text("platform1-certificate.pem")) + "]}";
		certificatesAnswer(platform.signed(200, certificates, PlatformSigner.certificate(1)));
		ordersAnswer(platform.signed(200, ORDER, PlatformSigner.certificate(1)));
		assertThat(this.client.execute(Calls.Prepay.of("x")).prepayId()).isEqualTo("wx26");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "{}", "7", "\"text\"", "[]", "{\"encrypt_certificate\":7}",
			"{\"encrypt_certificate\":{\"nonce\":\"61f9c719728a\",\"ciphertext\":\"A\"}}",
			"{\"encrypt_certificate\":{\"nonce\":\"61f9c719728a\",\"ciphertext\":\"AAAA\"}}",
			"{\"encrypt_certificate\":{\"nonce\":[],\"ciphertext\":\"AAAA\"}}",
			"{\"encrypt_certificate\":{\"nonce\":\"short\",\"ciphertext\":\"AAAAAAAAAAAAAAAAAAAAAAAA\"}}", "TEXT",
			"OTHER KEY", "BROKEN", "ALGORITHM" })
	void isNotDisturbedByAnItemThatIsNoCertificate(String bad) {
		String second = item(TestKeys.text("platform2-certificate.pem"));
		String item = switch (bad) {
			case "TEXT" -> item("Geheim, not a certificate");
			case "OTHER KEY" ->
				CertificateAnswers.item("AnotherApiV3KeyOfSomebodyElse032", TestKeys.text("platform2-certificate.pem"));
			case "BROKEN" -> item("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
			case "ALGORITHM" -> second.replace("AEAD_AES_256_GCM", "AEAD_SM4_GCM");
			default -> bad;
		};
		certificatesAnswer(platform.signed(200,
				"{\"data\":[" + item + "," + item(TestKeys.text("platform1-certificate.pem")) + "]}",
				PlatformSigner.certificate(1)));
		ordersAnswer(platform.signed(200, ORDER, PlatformSigner.certificate(1)));
		try (LogCapture log = new LogCapture()) {
			assertThat(this.client.execute(Calls.Prepay.of("x")).prepayId()).isEqualTo("wx26");
			assertThat(log.text()).contains("cannot be used and are left out (number 1: ").doesNotContain("Geheim");
		}
		assertThat(this.certificates.keys()).hasSize(1);
	}

	@Test
	void takesNoCertificatesFromAPreviousApiV3Key() {
		Credentials changed = TestMerchants.credentials().withPreviousApiV3Key("AnotherApiV3KeyOfTheMerchant0032");
		Trust trust = TestTrust.certificates(platform.exchange().certificateSource(changed), CryptoSuite.rsa(),
				platform.clock());
		certificatesAnswer(platform.signed(200, CertificateAnswers.list("AnotherApiV3KeyOfTheMerchant0032", 1),
				PlatformSigner.certificate(1)));
		assertThatExceptionOfType(PlatformKeyUnavailableException.class).isThrownBy(() -> trust.current().block())
			.withMessageContaining("made with another APIv3 key");
	}

	@Test
	void goesOnWithWhatItHasWhenAnAnswerIsWorse() {
		certificatesAnswer(platform.signed(200, list(1, 2), PlatformSigner.certificate(1)));
		ordersAnswer(platform.signed(200, ORDER, PlatformSigner.certificate(2)));
		this.client.execute(Calls.Prepay.of("x"));
		String broken = item("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
		for (String worse : new String[] { list(1), "{\"data\":[]}", "{}", "not JSON", "{\"data\":[" + broken + "]}",
				"{\"data\":[" + broken + "," + item(TestKeys.text("platform1-certificate.pem")) + "]}" }) {
			platform.clock().advance(Duration.ofMinutes(1));
			certificatesAnswer(platform.signed(200, worse, PlatformSigner.certificate(1)));
			assertThat(this.certificates.find("5A0A2B3C4D5E6F708192A3B4C5D6E7F80123456F").block()).isNull();
			ordersAnswer(platform.signed(200, ORDER, PlatformSigner.certificate(2)));
			assertThat(this.client.execute(Calls.Prepay.of("x")).prepayId()).as(worse).isEqualTo("wx26");
			assertThat(this.certificates.keys()).as(worse).hasSize(2);
		}
		assertThat(CertificateAnswers.downloads(platform)).isEqualTo(7);
	}

	@Test
	void explainsThatAMerchantHasNoCertificates() {
		certificatesAnswer(
				FakePlatform.with(404, "{\"code\":\"RESOURCE_NOT_EXISTS\",\"message\":\"无可用的平台证书\"}", Map.of()));
		ApiException ex = keysUnavailable(ApiException.class);
		assertThat(ex.status()).isEqualTo(404);
		assertThat(ex.code()).isEqualTo("RESOURCE_NOT_EXISTS");
		assertThat(ex.isOutcomeUnknown()).as("nothing was ordered").isFalse();
		assertThat(ex).hasMessageContaining("wechatpay.public-key and wechatpay.public-key-id")
			.hasMessageContaining(FakePlatform.REQUEST_ID);
		assertThat(platform.onlyRequest().getUrl()).isEqualTo("/v3/certificates");
	}

	@Test
	void refusesCertificatesThatTheirOwnKeyDidNotSign() {
		PlatformSigner stranger = new PlatformSigner(PlatformSigner.serial(1), TestKeys.STRANGER.getPrivate());
		for (ResponseDefinitionBuilder answer : new ResponseDefinitionBuilder[] {
				platform.signed(200, list(1), stranger), platform.signed(200, list(1), PlatformSigner.certificate(2)),
				platform.signed(200, list(1), PlatformSigner.publicKey()), FakePlatform.with(200, list(1), Map.of()),
				platform.signed(200, "{\"data\":[]}", PlatformSigner.certificate(1)),
				platform.signed(200, "{}", PlatformSigner.certificate(1)) }) {
			certificatesAnswer(answer);
			SignatureException ex = keysUnavailable(SignatureException.class);
			assertThat(ex).hasMessageStartingWith("The answer to Certificates.download (200) is not believed: ");
			assertThat(ex.isOutcomeUnknown()).isFalse();
			platform.clock().advance(Duration.ofMinutes(1));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "not JSON", "", "{\"data\":[{}]}", "{\"data\":[{\"encrypt_certificate\":{}}]}",
			"{\"data\":[{\"encrypt_certificate\":{\"nonce\":\"61f9c719728a\",\"ciphertext\":\"A\"}}]}",
			"{\"data\":[{\"encrypt_certificate\":{\"nonce\":\"61f9c719728a\",\"ciphertext\":\"AAAA\"}}]}",
			"{\"data\":[{\"encrypt_certificate\":{\"nonce\":\"short\",\"ciphertext\":\"AAAA\"}}]}" })
	void saysThatCertificatesCannotBeRead(String body) {
		certificatesAnswer(platform.signed(200, body, PlatformSigner.certificate(1)));
		UnreadableResponseException ex = keysUnavailable(UnreadableResponseException.class);
		assertThat(ex).hasMessageStartingWith("The answer to Certificates.download cannot be read: ");
		assertThat(ex.isOutcomeUnknown()).isFalse();
	}

	@Test
	void saysThatWhatWasEncryptedIsNoCertificate() {
		String body = "{\"data\":[" + item("Geheim, not a certificate") + "]}";
		certificatesAnswer(platform.signed(200, body, PlatformSigner.certificate(1)));
		WechatPayException ex = keysUnavailable(UnreadableResponseException.class);
		assertThat(ex.getMessage()).doesNotContain("Geheim");
	}

	@Test
	void leavesTheOutcomeOpenWhenTheKeyOfAnAnswerCannotBeHad() {
		// The gray switch: requests name the public key, the answer names a certificate
		Merchant switching = TestMerchants.merchant(Trust.either(PlatformSigner.trust(), this.certificates));
		WechatPayClient grayClient = platform.client(switching);
		ordersAnswer(platform.signed(200, ORDER, PlatformSigner.certificate(1)));
		for (int status : new int[] { 404, 502 }) {
			certificatesAnswer(FakePlatform.with(status, "", Map.of()));
			SignatureException ex = Failures.failure(SignatureException.class, true,
					() -> grayClient.execute(Calls.Prepay.of("x")));
			assertThat(ex.reason()).isEqualTo(SignatureException.Reason.UNKNOWN_KEY);
			assertThat(ex).hasMessageStartingWith("The answer to Calls.prepay (200) is not believed: ")
				.hasMessageContaining("Certificates.download answered " + status);
			platform.clock().advance(Duration.ofMinutes(1));
			ordersAnswer(platform.signed(200, ORDER, PlatformSigner.certificate(1)));
		}
		certificatesAnswer(platform.signed(200, list(1), PlatformSigner.certificate(1)));
		assertThat(grayClient.execute(Calls.Prepay.of("x")).prepayId()).isEqualTo("wx26");
		ordersAnswer(platform.signed(200, ORDER));
		assertThat(grayClient.execute(Calls.Prepay.of("x")).prepayId()).isEqualTo("wx26");
	}

	private static void certificatesAnswer(ResponseDefinitionBuilder answer) {
		platform.answers(get(urlEqualTo("/v3/certificates")), answer);
	}

	private static void ordersAnswer(ResponseDefinitionBuilder answer) {
		platform.answers(post(urlEqualTo("/v3/pay/transactions/jsapi")), answer);
	}

	private static String list(int... numbers) {
		StringBuilder data = new StringBuilder();
		for (int number : numbers) {
			data.append(data.isEmpty() ? "" : ",")
				.append(item(TestKeys.text("platform" + number + "-certificate.pem")));
		}
		return "{\"data\":[" + data + "]}";
	}

	private static String item(String plain) {
		byte[] cipherText = TestMerchants.credentials()
			.aead()
			.encrypt(NONCE.getBytes(StandardCharsets.UTF_8), "certificate".getBytes(StandardCharsets.UTF_8),
					plain.getBytes(StandardCharsets.UTF_8));
		return "{\"serial_no\":\"any\",\"effective_time\":\"2026-11-23T09:00:00+08:00\",\"encrypt_certificate\":{"
				+ "\"algorithm\":\"AEAD_AES_256_GCM\",\"nonce\":\"" + NONCE
				+ "\",\"associated_data\":\"certificate\",\"ciphertext\":\""
				+ Base64.getEncoder().encodeToString(cipherText) + "\"}}";
	}

	/** Nothing was sent, and this is why. */
	private <X extends WechatPayException> X keysUnavailable(Class<X> why) {
		PlatformKeyUnavailableException ex = catchThrowableOfType(PlatformKeyUnavailableException.class,
				() -> this.client.execute(Calls.Prepay.of("x")));
		assertThat(ex).isNotNull();
		assertThat(ex.isOutcomeUnknown()).isFalse();
		assertThat(ex.getCause()).isInstanceOf(why);
		assertThat(ex.getMessage()).endsWith(ex.getCause().getMessage());
		assertThat(ex.requestId()).isEqualTo(((WechatPayException) ex.getCause()).requestId());
		return why.cast(ex.getCause());
	}

}
