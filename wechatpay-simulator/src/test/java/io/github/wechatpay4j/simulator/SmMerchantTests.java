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

import java.security.cert.X509Certificate;
import java.time.Clock;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.crypto.Pem;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.notification.VerifiedNotification;
import io.github.wechatpay4j.simulator.Caller.Mode;
import io.github.wechatpay4j.simulator.SimulatorSettings.MerchantSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A merchant with SM2 keys, beside one with RSA keys.
 */
class SmMerchantTests extends SimulatorTestSupport {

	private static final String SM_MCHID = "1900000001";

	private static final String RSA_MCHID = "1900000002";

	@Override
	SimulatorSettings settings() {
		return super.settings().withMerchants(new MerchantSettings(SM_MCHID, "wxa", true),
				new MerchantSettings(RSA_MCHID, "wxb"));
	}

	@Test
	void describesMerchantsWithTheKeysOfTheirSuite() {
		SimulatorMerchant sm = this.simulator.merchant(SM_MCHID);
		SimulatorMerchant rsa = this.simulator.merchant(RSA_MCHID);
		assertThat(sm.cryptoSuite()).isEqualTo("sm");
		assertThat(rsa.cryptoSuite()).isEqualTo("rsa");
		assertThat(Pem.privateKey(sm.privateKey()).getAlgorithm()).isEqualTo("EC");
		assertThat(Pem.privateKey(rsa.privateKey()).getAlgorithm()).isEqualTo("RSA");
		assertThat(sm.platformCertificates()).hasSameSizeAs(rsa.platformCertificates())
			.doesNotContainAnyElementsOf(rsa.platformCertificates());
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void paysAndNotifies(Mode mode) throws Exception {
		String outTradeNo = "sm-" + mode;
		try (Caller sm = Caller.of(this.simulator, mode, SOON, Clock.systemUTC())) {
			sm.prepay(outTradeNo, 100, this.receiver.url());
			this.simulator.pay(outTradeNo);
			assertThat(sm.transaction(outTradeNo).path("trade_state").stringValue()).isEqualTo("SUCCESS");
		}
		Receiver.Message message = this.receiver.next();
		assertThat(message.headers().get("Wechatpay-Signature-Type")).isEqualTo("WECHATPAY2-SM2-WITH-SM3");
		assertThat(message.envelope().at("/resource/algorithm").stringValue()).isEqualTo("AEAD_SM4_GCM");
		VerifiedNotification paid = message.verify(this.caller.merchant());
		assertThat(paid.eventType()).isEqualTo("TRANSACTION.SUCCESS");
		assertThat(message.resource(this.caller.merchant()).path("out_trade_no").stringValue()).isEqualTo(outTradeNo);
	}

	@Test
	void readsAndEncryptsSensitiveFields() {
		String secret = this.caller.merchant().trust().current().block().encryptor().encrypt("secret 密");
		JsonNode answer = this.caller.post("/v3/security/echo",
				"{\"echo_message\":\"hello\",\"encrypted_echo_message\":\"" + secret + "\"}");
		assertThat(this.caller.merchant()
			.credentials()
			.decryptor()
			.decrypt(answer.path("encrypted_echo_message").stringValue())).isEqualTo("secret 密");
	}

	@Test
	void rotatesTheCertificatesOfBothKinds() {
		int before = this.simulator.merchant(SM_MCHID).platformCertificates().size();
		this.simulator.rotateCertificate();
		assertThat(this.simulator.merchant(SM_MCHID).platformCertificates()).hasSize(before + 1);
		assertThat(this.simulator.merchant(RSA_MCHID).platformCertificates()).hasSize(before + 1);
		assertThat(this.caller.certificates()).hasSize(before + 1)
			.extracting(X509Certificate::getSigAlgName)
			.containsOnly("SM3WITHSM2");
	}

	@Test
	void listsTheKindOfCertificatesThatIsAskedFor() {
		int each = this.caller.certificates().size();
		assertThat(this.caller.get("/v3/certificates").path("data")).hasSize(each);
		assertThat(this.caller.get("/v3/certificates?algorithm_type=RSA").path("data")).hasSize(each);
		JsonNode all = this.caller.get("/v3/certificates?algorithm_type=ALL").path("data");
		assertThat(all).hasSize(2 * each)
			.allMatch((item) -> "AEAD_SM4_GCM".equals(item.at("/encrypt_certificate/algorithm").stringValue()));
	}

	@Test
	void servesTheRsaMerchantAsBefore() throws Exception {
		try (Caller rsa = Caller.of(this.simulator, this.simulator.merchant(RSA_MCHID))) {
			rsa.prepay("rsa-order-1", 100, this.receiver.url());
			this.simulator.pay("rsa-order-1");
			Receiver.Message message = this.receiver.next();
			assertThat(message.headers().get("Wechatpay-Signature-Type")).isEqualTo("WECHATPAY2-SHA256-RSA2048");
			assertThat(message.verify(rsa.merchant()).eventType()).isEqualTo("TRANSACTION.SUCCESS");
		}
	}

	@Test
	void refusesTheSchemeOfTheOtherSuite() {
		SimulatorMerchant rsa = this.simulator.merchant(RSA_MCHID);
		// The keys of one merchant under the number of the other
		Credentials wrong = Credentials.of(SM_MCHID, rsa.serialNumber(), MerchantKey.ofPem(rsa.privateKey()),
				rsa.apiV3Key(), CryptoSuite.rsa());
		Exchange exchange = this.caller.exchange();
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> exchange.certificateSource(wrong).download().block())
			.satisfies((ex) -> {
				assertThat(ex.status()).isEqualTo(401);
				assertThat(ex.code()).isEqualTo("SIGN_ERROR");
			});
	}

}
