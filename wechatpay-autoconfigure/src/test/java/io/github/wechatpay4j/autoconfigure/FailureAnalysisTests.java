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

package io.github.wechatpay4j.autoconfigure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every mistake keeps the application from starting and is explained in the log, through
 * Spring Boot's own reporting.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTests {

	@Test
	void namesWhatIsNotSet(CapturedOutput output) {
		assertExplained(output, TestProperties.without("mchid"), "'wechatpay.mchid': It is not set.",
				"Set the merchant number");
		assertExplained(output, TestProperties.without("serial-number"), "'wechatpay.serial-number': It is not set.",
				"openssl x509 -in apiclient_cert.pem -noout -serial");
		assertExplained(output, TestProperties.without("private-key"), "'wechatpay.private-key': It is not set.",
				"Set the location of apiclient_key.pem");
		assertExplained(output, TestProperties.without("api-v3-key"), "'wechatpay.api-v3-key': It is not set.",
				"Copy the 32 characters");
		assertExplained(output, TestProperties.without("public-key-id"), "'wechatpay.public-key-id': It is not set.",
				"PUB_KEY_ID_ and digits");
		assertExplained(output, TestProperties.without("public-key"), "'wechatpay.public-key': It is not set.",
				"Set the location of pub_key.pem");
	}

	@Test
	void explainsAPublicKeyFileThatIsACertificate(CapturedOutput output) {
		assertExplained(output,
				TestProperties.complete("wechatpay.public-key=classpath:keys/platform1-certificate.pem"),
				"'wechatpay.public-key': The content is a certificate instead of the WeChat Pay public key.",
				"Download pub_key.pem from the merchant platform");
	}

	@Test
	void explainsACertificateThatIsTheMerchantsOwn(CapturedOutput output) {
		assertExplained(output,
				TestProperties.complete("wechatpay.private-key=classpath:keys/merchant-pkcs8.pem",
						"wechatpay.public-key=classpath:keys/merchant-certificate.pem"),
				"'wechatpay.public-key': The content is the merchant's own API certificate instead of the WeChat Pay"
						+ " public key.",
				"Download pub_key.pem from the merchant platform");
	}

	@Test
	void explainsThePublicHalfOfTheMerchantsOwnKey(CapturedOutput output) {
		assertExplained(output,
				TestProperties.complete("wechatpay.public-key="
						+ TestProperties.pem("PUBLIC KEY", TestKeys.MERCHANT.getPublic().getEncoded())),
				"'wechatpay.public-key': The content is the merchant's own public key.", "Download pub_key.pem");
	}

	@Test
	void explainsKeyAndCertificateThatDoNotBelongTogether(CapturedOutput output) {
		assertExplained(output,
				TestProperties.complete("wechatpay.certificate=classpath:keys/merchant-certificate.pem"),
				"'wechatpay.certificate': The private key and the certificate with serial number",
				"Use apiclient_key.pem and apiclient_cert.pem from the same download.");
	}

	@Test
	void explainsAnApiV3KeyThatIsNot32BytesLong(CapturedOutput output) {
		assertExplained(output, TestProperties.complete("wechatpay.api-v3-key=short"),
				"'wechatpay.api-v3-key': The APIv3 key is 5 bytes long instead of 32.", "Copy the 32 characters");
	}

	@Test
	void explainsAPrivateKeyThatWasDamaged(CapturedOutput output) {
		byte[] damaged = TestKeys.MERCHANT.getPrivate().getEncoded();
		// Within the first prime
		damaged[damaged.length / 2 + 100] ^= 16;
		String key = TestProperties.pem("PRIVATE KEY", damaged);
		assertExplained(output, TestProperties.complete("wechatpay.private-key=" + key),
				"'wechatpay.private-key': The private key is damaged", "Use apiclient_key.pem");
		List<String> second = new ArrayList<>(TestProperties.merchant("wechatpay.merchants.second", "1900000002"));
		second.replaceAll((property) -> property.startsWith("wechatpay.merchants.second.private-key=")
				? "wechatpay.merchants.second.private-key=" + key : property);
		assertExplained(output, TestProperties.complete(second.toArray(String[]::new)),
				"'wechatpay.merchants.second.private-key': The private key is damaged", "Use apiclient_key.pem");
	}

	@Test
	void explainsAPreviousApiV3KeyThatCannotBeMeant(CapturedOutput output) {
		assertExplained(output, TestProperties.complete("wechatpay.api-v3-key-previous=short"),
				"'wechatpay.api-v3-key-previous': The APIv3 key is 5 bytes long instead of 32.",
				"Copy the 32 characters");
		assertExplained(output, TestProperties.complete("wechatpay.api-v3-key-previous=" + TestMerchants.API_V3_KEY),
				"'wechatpay.api-v3-key-previous': The value is that of 'wechatpay.api-v3-key', too.",
				"Set the APIv3 key that was in use before the change");
		assertExplained(output, TestProperties.complete("wechatpay.api-v3-key-previous="),
				"'wechatpay.api-v3-key-previous': It is not set.", "remove the property");
	}

	@Test
	void explainsACryptoProviderThatIsNotThere(CapturedOutput output) {
		assertExplained(output, TestProperties.complete("wechatpay.crypto-provider=accp"),
				"'wechatpay.crypto-provider': Amazon Corretto Crypto Provider is not on the class path.",
				"Add software.amazon.cryptools:AmazonCorrettoCryptoProvider with the classifier of the platform");
	}

	@ParameterizedTest
	@ValueSource(strings = { "wechatpay.base-url", "wechatpay.backup-urls", "wechatpay.notify-url",
			"wechatpay.notification.base-url" })
	void explainsAnAddressThatHoldsAPassword(String property, CapturedOutput output) {
		assertExplained(output, TestProperties.complete(property + "=https://somebody:hidden@shop.example"),
				"'" + property + "': The value holds a user name or a password.", "Write it like https://");
		assertThat(output.toString()).doesNotContain("hidden@");
	}

	@Test
	void explainsARefreshIntervalWhoseUnitIsMissing(CapturedOutput output) {
		assertExplained(output, TestProperties.complete("wechatpay.certificates.refresh-interval=12"),
				"'wechatpay.certificates.refresh-interval': The duration is shorter than PT1M.", "Write it like 12h.");
	}

	@Test
	void explainsAPasswordOfAProxyWithoutAUserName(CapturedOutput output) {
		assertExplained(output,
				TestProperties.complete("wechatpay.http.proxy.host=127.0.0.1", "wechatpay.http.proxy.password=hidden"),
				"'wechatpay.http.proxy.username': There is a password for the proxy but no user name.",
				"Set the user name, or remove the password.");
	}

	@Test
	void explainsAnAppidInPlaceOfTheMerchantNumber(CapturedOutput output) {
		assertExplained(output, TestProperties.complete("wechatpay.mchid=wxd678efh567hg6787"),
				"'wechatpay.mchid': The value holds other characters than digits.", "it is not the appid");
	}

	@Test
	void explainsAPublicKeyIdInPlaceOfTheSerialNumber(CapturedOutput output) {
		assertExplained(output, TestProperties.complete("wechatpay.serial-number=PUB_KEY_ID_0119000000012024"),
				"'wechatpay.serial-number': The value is not a hexadecimal serial number.", "wechatpay.public-key-id");
	}

	@Test
	void explainsASerialNumberInPlaceOfThePublicKeyId(CapturedOutput output) {
		assertExplained(output, TestProperties.complete("wechatpay.public-key-id=" + TestMerchants.SERIAL),
				"'wechatpay.public-key-id': The value does not begin with PUB_KEY_ID_.", "wechatpay.serial-number");
	}

	@Test
	void explainsASerialNumberOfAnotherCertificate(CapturedOutput output) {
		assertExplained(output, TestProperties.complete("wechatpay.private-key=classpath:keys/merchant-pkcs8.pem",
				"wechatpay.certificate=classpath:keys/merchant-certificate.pem", "wechatpay.serial-number=ABCDEF"),
				"'wechatpay.serial-number': The value differs from the serial number of the configured certificate",
				"Remove the property");
	}

	@Test
	void explainsAFileThatIsNotThere(CapturedOutput output, @TempDir Path directory) {
		assertExplained(output, TestProperties.complete("wechatpay.private-key=" + directory.resolve("missing.pem")),
				"'wechatpay.private-key': No file can be read at the given location.", "Check the location");
	}

	@Test
	void explainsAPublicKeyInPlaceOfThePrivateKey(CapturedOutput output) {
		assertExplained(output, TestProperties.complete("wechatpay.private-key=" + TestProperties.PUBLIC_KEY),
				"'wechatpay.private-key': The content is a public key instead of a private key.",
				"Use apiclient_key.pem");
	}

	@Test
	void explainsTheWrongPasswordOfAPkcs12File(CapturedOutput output) {
		assertExplained(output,
				TestProperties.complete("wechatpay.private-key=classpath:keys/merchant.p12",
						"wechatpay.private-key-password=wrong"),
				"'wechatpay.private-key': The password does not open the PKCS#12 file.", "It is the merchant number");
	}

	@Test
	void explainsAddressesThatAreNone(CapturedOutput output) {
		assertExplained(output, TestProperties.complete("wechatpay.base-url=api.mch.weixin.qq.com"),
				"'wechatpay.base-url': The value is not an absolute http(s) address", "https://api.mch.weixin.qq.com");
		assertExplained(output, TestProperties.complete("wechatpay.notification.base-url=https://shop.example/?a=b"),
				"'wechatpay.notification.base-url': The value is not an absolute http(s) address",
				"https://shop.example");
		assertExplained(output, TestProperties.complete("wechatpay.notification.path=news/{id}"),
				"'wechatpay.notification.path': The value is not a path", "/wechatpay/notifications");
	}

	@Test
	void explainsAPlaceholderThatIsNotResolved(CapturedOutput output) {
		for (String key : new String[] { "mchid", "appid", "api-v3-key", "private-key", "public-key", "notify-url" }) {
			assertExplained(output, TestProperties.complete("wechatpay." + key + "=${NO_SUCH_VARIABLE}"),
					"'wechatpay." + key + "': The value holds a placeholder that is not resolved.",
					"Set the variable that it names");
		}
	}

	@Test
	void explainsANotifyUrlThatWechatPayWouldRefuse(CapturedOutput output) {
		assertExplained(output, TestProperties.complete("wechatpay.notify-url=shop.example/news"),
				"'wechatpay.notify-url': The value is not an absolute http(s) address without a query.",
				"https://shop.example/wechatpay/notifications");
		assertExplained(output, TestProperties.complete("wechatpay.notify-url=https://shop.example/news?id=1"),
				"'wechatpay.notify-url': The value is not an absolute http(s) address without a query.",
				"https://shop.example/wechatpay/notifications");
		assertExplained(output, TestProperties.complete("wechatpay.appid= "), "'wechatpay.appid': It is blank.",
				"Set the appid");
	}

	@Test
	void explainsNumbersThatCannotBeMeant(CapturedOutput output) {
		for (String key : new String[] { "connect-timeout", "response-timeout", "total-timeout", "max-idle-time" }) {
			assertExplained(output, TestProperties.complete("wechatpay.http." + key + "=0s"),
					"'wechatpay.http." + key + "': The duration is not positive.", "10s");
		}
		assertExplained(output, TestProperties.complete("wechatpay.http.max-connections=0"),
				"'wechatpay.http.max-connections': The value is not between 1 and 10000.", "200");
	}

	@Test
	void explainsWhatTheSimulatorCannotPlay(CapturedOutput output) {
		String[][] mistakes = {
				{ "wechatpay.mchid=${NO_SUCH_VARIABLE}", "The simulator cannot play these merchants: " },
				{ "wechatpay.simulator.speed=0", "speed must be positive" },
				{ "wechatpay.simulator.port=70000", "port must be between 0 and 65535" } };
		for (String[] mistake : mistakes) {
			assertExplained(output, new String[] { "wechatpay.simulator.enabled=true", mistake[0] },
					"'wechatpay.simulator.enabled': The simulator cannot play these merchants: ", mistake[1]);
		}
		assertExplained(output, new String[] { "wechatpay.simulator.enabled=true", "wechatpay.mchid=1900000001",
				"wechatpay.merchants.second.mchid=1900000002", "wechatpay.merchants.second.trust=certificates" },
				"'wechatpay.trust': Some merchants believe certificates only, others do not", "or 'both'");
	}

	@Test
	void namesTheMerchantThatAPropertyBelongsTo(CapturedOutput output) {
		assertExplained(output,
				TestProperties.complete("wechatpay.merchants.second.mchid=1900000002",
						"wechatpay.merchants.second.private-key=" + TestProperties.PRIVATE_KEY),
				"'wechatpay.merchants.second.serial-number': It is not set.", "openssl x509");
		assertExplained(output, TestProperties.complete("wechatpay.merchants.default.mchid=1900000002"),
				"'wechatpay.merchants.default': The name is that of the merchant", "another name");
	}

	@Test
	void explainsAClientThatIsInjectedWithoutAnyConfiguration(CapturedOutput output) {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> run(Shop.class));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("needs a WeChat Pay client, but no property below 'wechatpay' is set.")
			.contains("Set wechatpay.mchid")
			.contains("wechatpay.simulator.enabled=true");
	}

	@Test
	void explainsAClientThatAConfiguredTestOfASliceDoesNotHave(CapturedOutput output) {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> run(Slice.class, TestProperties.complete()));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("the auto-configuration of WeChat Pay is not active here")
			.contains("@WebMvcTest");
	}

	@Test
	void explainsBeforeSpringBootDoes() {
		assertThat(new NoWechatPayClientFailureAnalyzer(new StandardEnvironment()).getOrder())
			.isEqualTo(Ordered.HIGHEST_PRECEDENCE);
	}

	private static void assertExplained(CapturedOutput output, String[] properties, String description, String action) {
		int before = output.length();
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> run(Application.class, properties));
		assertThat(output.toString().substring(before)).contains("APPLICATION FAILED TO START")
			.contains("WeChat Pay cannot be used because of the property " + description)
			.contains(action)
			.doesNotContain("\tat ")
			.doesNotContain(TestMerchants.API_V3_KEY)
			.doesNotContain(TestProperties.PRIVATE_KEY);
	}

	private static void run(Class<?> type, String... properties) {
		SpringApplication application = new SpringApplication(type);
		application.setWebApplicationType(WebApplicationType.NONE);
		String[] arguments = new String[properties.length];
		for (int i = 0; i < properties.length; i++) {
			arguments[i] = "--" + properties[i];
		}
		application.run(arguments).close();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ WechatPayAutoConfiguration.class, WechatPaySimulatorAutoConfiguration.class })
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(WechatPayAutoConfiguration.class)
	static class Shop {

		@Bean
		String till(WechatPayClient wechatPay) {
			return wechatPay.toString();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Slice {

		@Bean
		String till(WechatPayClient wechatPay) {
			return wechatPay.toString();
		}

	}

}
