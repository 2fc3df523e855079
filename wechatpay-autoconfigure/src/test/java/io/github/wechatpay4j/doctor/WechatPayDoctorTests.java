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

package io.github.wechatpay4j.doctor;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.client.ReactiveWechatPayClient;
import io.github.wechatpay4j.client.WechatPayClients;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.crypto.Pem;
import io.github.wechatpay4j.doctor.Finding.Level;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.simulator.SimulatorMerchant;
import io.github.wechatpay4j.simulator.SimulatorSettings;
import io.github.wechatpay4j.simulator.WechatPaySimulator;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.trust.CertificateSource;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The doctor and the simulator, over HTTP.
 */
class WechatPayDoctorTests {

	private static final Clock NOW = Clock.systemUTC();

	private static WechatPaySimulator simulator;

	private static Transport transport;

	private SimulatorMerchant known;

	@BeforeAll
	static void start() {
		simulator = WechatPaySimulator.start(SimulatorSettings.defaults());
		transport = new Transport(TransportSettings.builder().build(), (builder) -> {
		});
	}

	@AfterAll
	static void stop() {
		transport.close();
		simulator.close();
	}

	@BeforeEach
	void reset() {
		simulator.faults().clear();
		this.known = simulator.merchants().get(0);
	}

	@Test
	void findsNothingWrong() {
		Diagnosis diagnosis = doctor(merchant(), NOW).examine("default");
		assertThat(diagnosis.findings()).extracting(Finding::check)
			.containsExactly("merchant-key", "platform-key", "sensitive-fields", "clock", "api-v3-key", "notify-url");
		assertThat(diagnosis.findings()).filteredOn((finding) -> !finding.check().equals("api-v3-key"))
			.allSatisfy((finding) -> assertThat(finding.level()).isEqualTo(Level.OK));
		assertThat(finding(diagnosis, "api-v3-key")).satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(Level.NOT_CHECKED);
			assertThat(finding.message()).contains("was not checked").contains("notifyUrl");
		});
		assertThat(diagnosis.level()).isEqualTo(Level.OK);
		assertThat(diagnosis.toString()).doesNotContain(this.known.apiV3Key());
	}

	@ParameterizedTest
	@CsvSource({ "PT10S, OK, ahead", "PT2M, WARN, ahead", "PT-2M, WARN, behind", "PT-6M, FAIL, behind" })
	void measuresTheClock(Duration offset, Level level, String direction) {
		Diagnosis diagnosis = doctor(merchant(), Clock.offset(NOW, offset)).examine("default");
		assertThat(finding(diagnosis, "clock")).satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(level);
			assertThat(finding.message()).contains(direction);
		});
	}

	@Test
	void saysThatThePrivateKeyIsNotTheMerchants() {
		Merchant wrong = merchant().withCredentials(Credentials.of(this.known.mchid(), this.known.serialNumber(),
				MerchantKey.ofPem(pem(TestKeys.STRANGER.getPrivate().getEncoded())), this.known.apiV3Key(),
				CryptoSuite.rsa()));
		Diagnosis diagnosis = doctor(wrong, NOW).examine("default");
		assertThat(finding(diagnosis, "merchant-key")).satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(Level.FAIL);
			assertThat(finding.message()).contains("401").contains(this.known.serialNumber());
		});
	}

	@Test
	void measuresTheClockByTheDateOfARefusalToo() throws Exception {
		// This server sends a Date with every answer
		HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(401, -1);
			exchange.close();
		});
		server.start();
		try {
			URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
			Diagnosis diagnosis = new WechatPayDoctor(client(merchant(), url), registry(merchant()), (name) -> null,
					Clock.offset(NOW, Duration.ofMinutes(7)))
				.examine("default");
			assertThat(finding(diagnosis, "merchant-key").level()).isEqualTo(Level.FAIL);
			assertThat(finding(diagnosis, "clock")).satisfies((finding) -> {
				assertThat(finding.level()).isEqualTo(Level.FAIL);
				assertThat(finding.message()).containsPattern("4(19|20|21) s ahead");
			});
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void saysThatThePublicKeyIdIsSomebodyElses() {
		Diagnosis diagnosis = doctor(merchant().withTrust(PlatformSigner.trust()), NOW).examine("default");
		assertThat(finding(diagnosis, "merchant-key").level()).isEqualTo(Level.OK);
		assertThat(finding(diagnosis, "platform-key")).satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(Level.FAIL);
			assertThat(finding.message()).contains("wechatpay.public-key-id");
		});
		assertThat(finding(diagnosis, "sensitive-fields").level()).isEqualTo(Level.NOT_CHECKED);
	}

	@Test
	void saysThatThePublicKeyIsSomebodyElses() {
		Trust strangers = Trust.publicKey(
				PlatformKey.ofPublicKey(this.known.publicKeyId(), TestKeys.STRANGER.getPublic(), CryptoSuite.rsa()));
		Diagnosis diagnosis = doctor(merchant().withTrust(strangers), NOW).examine("default");
		assertThat(finding(diagnosis, "merchant-key").level()).isEqualTo(Level.OK);
		assertThat(finding(diagnosis, "platform-key")).satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(Level.FAIL);
			assertThat(finding.message()).contains("wechatpay.public-key is not the key of wechatpay.public-key-id");
		});
		assertThat(finding(diagnosis, "sensitive-fields").message()).contains("not checked");
	}

	@Test
	void saysThatTheSerialNumberIsSomebodyElses() {
		Merchant wrong = merchant().withCredentials(Credentials.of(this.known.mchid(), "0123456789ABCDEF",
				MerchantKey.ofPem(this.known.privateKey()), this.known.apiV3Key(), CryptoSuite.rsa()));
		Diagnosis diagnosis = doctor(wrong, NOW).examine("default");
		assertThat(finding(diagnosis, "merchant-key")).satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(Level.FAIL);
			assertThat(finding.message()).contains("look at wechatpay.serial-number (0123456789ABCDEF)");
		});
		assertThat(finding(diagnosis, "platform-key").level()).isEqualTo(Level.NOT_CHECKED);
	}

	@Test
	void saysThatTheMerchantNumberIsSomebodyElses() {
		Merchant wrong = merchant().withCredentials(Credentials.of("1900009999", this.known.serialNumber(),
				MerchantKey.ofPem(this.known.privateKey()), this.known.apiV3Key(), CryptoSuite.rsa()));
		assertThat(finding(doctor(wrong, NOW).examine("default"), "merchant-key").message())
			.contains("look at wechatpay.mchid");
	}

	@Test
	void namesThePropertiesOfAFurtherMerchant() {
		Trust strangers = Trust.publicKey(
				PlatformKey.ofPublicKey(this.known.publicKeyId(), TestKeys.STRANGER.getPublic(), CryptoSuite.rsa()));
		Merchant second = Merchant.of(merchant().credentials(), strangers).name("shop-b").build();
		assertThat(finding(doctor(second, NOW).examine("shop-b"), "platform-key").message())
			.contains("wechatpay.merchants.shop-b.public-key is not the key");
	}

	@Test
	void opensPlatformCertificatesWithTheApiV3KeyWhereThereAreSome() {
		assertThat(finding(thoroughDoctor(merchant()).examine("default"), "api-v3-key").level()).isEqualTo(Level.OK);
		Merchant wrong = merchant().withCredentials(Credentials.of(this.known.mchid(), this.known.serialNumber(),
				MerchantKey.ofPem(this.known.privateKey()), "ApiV3KeyOfSomebodyElse0000000032", CryptoSuite.rsa()));
		assertThat(finding(thoroughDoctor(wrong).examine("default"), "api-v3-key")).satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(Level.FAIL);
			assertThat(finding.message()).contains("wechatpay.api-v3-key is not the key");
		});
	}

	@Test
	void saysThatTheApiV3KeyWasNotCheckedWhereThereAreNone() {
		CertificateSource none = () -> Mono.error(ApiException.of("Certificates.download", 404).build());
		WechatPayDoctor doctor = new WechatPayDoctor(client(merchant(), simulator.url()), registry(merchant()),
				(name) -> null, (merchant) -> none, true, NOW);
		assertThat(finding(doctor.examine("default"), "api-v3-key")).satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(Level.NOT_CHECKED);
			assertThat(finding.message()).contains("has no platform certificates");
		});
	}

	@Test
	void takesAnAddressOnThisMachineForASimulatorOnThisMachine() {
		Merchant local = merchant().withNotifyUrl("http://127.0.0.1:8080/news");
		assertThat(finding(thoroughDoctor(local).examine("default"), "notify-url").level()).isEqualTo(Level.OK);
		assertThat(finding(doctor(local, NOW).examine("default"), "notify-url").level()).isEqualTo(Level.WARN);
	}

	@Test
	void saysThatThePublicKeyIsNotThatOfItsId() {
		simulator.faults().add(FaultKind.WRONG_SIGNATURE);
		Diagnosis diagnosis = doctor(merchant(), NOW).examine("default");
		assertThat(finding(diagnosis, "platform-key")).satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(Level.FAIL);
			assertThat(finding.message()).contains("copy both again");
		});
	}

	@Test
	void saysThatThePlatformCannotBeReached() {
		Diagnosis diagnosis = new WechatPayDoctor(client(merchant(), URI.create("http://127.0.0.1:1")),
				registry(merchant()), (name) -> null, NOW)
			.examine("default");
		assertThat(finding(diagnosis, "network").message()).contains("wechatpay.base-url");
		assertThat(finding(diagnosis, "clock").level()).isEqualTo(Level.WARN);
	}

	@Test
	void refusesANameThatNobodyHas() {
		assertThatIllegalArgumentException().isThrownBy(() -> doctor(merchant(), NOW).examine("nobody"));
	}

	private Merchant merchant() {
		CryptoSuite suite = CryptoSuite.rsa();
		return Merchant
			.of(Credentials.of(this.known.mchid(), this.known.serialNumber(),
					MerchantKey.ofPem(this.known.privateKey()), this.known.apiV3Key(), suite),
					Trust.publicKey(PlatformKey.ofPublicKey(this.known.publicKeyId(),
							Pem.publicKey(this.known.publicKey()), suite)))
			.notifyUrl("https://shop.example/news")
			.build();
	}

	private static WechatPayDoctor doctor(Merchant merchant, Clock clock) {
		return new WechatPayDoctor(client(merchant, simulator.url()), registry(merchant), (name) -> "/news", clock);
	}

	/** The one that the auto-configuration makes where WeChat Pay is a simulator. */
	private static WechatPayDoctor thoroughDoctor(Merchant merchant) {
		Exchange exchange = new Exchange(transport, simulator.url(), NOW);
		return new WechatPayDoctor(client(merchant, simulator.url()), registry(merchant), (name) -> "/news",
				(patient) -> exchange.certificateSource(patient.credentials()), true, NOW);
	}

	private static ReactiveWechatPayClient client(Merchant merchant, URI url) {
		return WechatPayClients.of(new Exchange(transport, url, NOW), registry(merchant), NOW).reactive();
	}

	private static InMemoryMerchantRegistry registry(Merchant merchant) {
		return new InMemoryMerchantRegistry(List.of(merchant));
	}

	private static Finding finding(Diagnosis diagnosis, String check) {
		return diagnosis.findings()
			.stream()
			.filter((finding) -> finding.check().equals(check))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no " + check + " in " + diagnosis));
	}

	private static String pem(byte[] key) {
		return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
				+ "\n-----END PRIVATE KEY-----";
	}

}
