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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.actuate.WechatPaySanitizingFunction;
import io.github.wechatpay4j.crypto.FieldDecryptor;
import io.github.wechatpay4j.crypto.Signer;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Where the merchant's private key may come from.
 */
@ExtendWith(OutputCaptureExtension.class)
class MerchantKeySourceTests {

	private static final String OTHER_SERIAL = "0123456789ABCDEF";

	@TempDir
	private Path directory;

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, WechatPayAutoConfiguration.class));

	@Test
	void takesKeyAndCertificateFromPkcs12() {
		this.contexts
			.withPropertyValues("wechatpay.mchid=1900000001", "wechatpay.private-key=classpath:keys/merchant.p12",
					"wechatpay.api-v3-key=" + TestMerchants.API_V3_KEY)
			.run((context) -> assertThat(merchant(context).credentials().signer().serialNumber())
				.matches("[0-9A-F]{10,}"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void opensWhatWasEncryptedUnderThePreviousApiV3Key(boolean signerBean) {
		ApplicationContextRunner runner = signerBean
				? this.contexts.withBean("kms", Signer.class, () -> new Kms(TestMerchants.SERIAL))
					.withPropertyValues(TestProperties.without("private-key"))
				: this.contexts.withPropertyValues(TestProperties.complete());
		runner
			.withPropertyValues("wechatpay.api-v3-key=AnotherApiV3KeyOfTheMerchant0032",
					"wechatpay.api-v3-key-previous=" + TestMerchants.API_V3_KEY)
			.run((context) -> {
				byte[] nonce = "fdasflkja484".getBytes(StandardCharsets.US_ASCII);
				byte[] sealed = TestMerchants.credentials().aead().encrypt(nonce, nonce, nonce);
				Credentials credentials = merchant(context).credentials();
				assertThat(credentials.decrypt(nonce, nonce, sealed)).isEqualTo(nonce);
				assertThatExceptionOfType(DecryptionException.class).as("never for what is not a notification")
					.isThrownBy(() -> credentials.aead().decrypt(nonce, nonce, sealed));
			});
	}

	@Test
	void hidesThePreviousApiV3Key() {
		assertThat(new WechatPaySanitizingFunction(List.of())
			.apply(new SanitizableData(null, "wechatpay.merchants.shop-b.api-v3-key-previous", "secret"))
			.getValue()).isEqualTo(SanitizableData.SANITIZED_VALUE);
	}

	@Test
	void takesKeyAndCertificateFromAnSslBundle() throws IOException {
		bundle(1);
		withBundle().run((context) -> assertThat(merchant(context).credentials().signer().serialNumber())
			.isEqualTo(PlatformSigner.serial(1)));
	}

	@Test
	void usesTheNewKeyWhenTheFilesOfTheBundleChange(CapturedOutput output) throws IOException {
		bundle(1);
		withBundle().run((context) -> {
			Merchant before = merchant(context);
			bundle(2);
			await().atMost(Duration.ofSeconds(30))
				.until(() -> merchant(context).credentials().signer().serialNumber().equals(PlatformSigner.serial(2)));
			assertThat(before.credentials().signer().serialNumber()).as("calls under way finish with the old key")
				.isEqualTo(PlatformSigner.serial(1));
			assertThat(merchant(context).trust()).as("what was downloaded stays").isSameAs(before.trust());
			assertThat(output).contains("signs with the certificate " + PlatformSigner.serial(2));
		});
	}

	@Test
	void keepsTheOldKeyWhenTheChangedBundleCannotBeUsed(CapturedOutput output) throws IOException {
		bundle(1);
		withBundle("wechatpay.serial-number=" + PlatformSigner.serial(1)).run((context) -> {
			bundle(2);
			await().atMost(Duration.ofSeconds(30)).until(() -> output.getAll().contains("the old key stays"));
			assertThat(merchant(context).credentials().signer().serialNumber()).isEqualTo(PlatformSigner.serial(1));
		});
	}

	@Test
	void leavesAMerchantThatTheApplicationHasReplaced(CapturedOutput output) throws IOException {
		bundle(1);
		withBundle().run((context) -> {
			InMemoryMerchantRegistry merchants = context.getBean(InMemoryMerchantRegistry.class);
			Credentials own = TestMerchants.credentials();
			merchants.replace(Merchant.DEFAULT_NAME, (merchant) -> merchant.withCredentials(own));
			merchants.put(TestMerchants.other("added", "1900000009"));
			bundle(2);
			await().atMost(Duration.ofSeconds(30)).until(() -> output.getAll().contains("it is left as it is"));
			assertThat(merchant(context).credentials()).isSameAs(own);
			assertThat(merchants.find("added")).isPresent();
		});
	}

	@Test
	void explainsAnSslBundleThatIsNotThere() {
		this.contexts
			.withPropertyValues("wechatpay.mchid=1900000001", "wechatpay.ssl-bundle=missing",
					"wechatpay.api-v3-key=" + TestMerchants.API_V3_KEY)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidWechatPayPropertyException.class)
				.hasMessageContaining("'wechatpay.ssl-bundle': There is no SSL bundle of this name."));
	}

	@Test
	void refusesAPrivateKeyBesideAnSslBundle() throws IOException {
		bundle(1);
		withBundle("wechatpay.private-key=" + TestProperties.PRIVATE_KEY)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("There is a 'wechatpay.private-key', too."));
	}

	@Test
	void takesTheOnlySignerForTheDefaultMerchant(CapturedOutput output) {
		this.contexts.withBean("kms", Signer.class, () -> new Kms(TestMerchants.SERIAL))
			.withPropertyValues(TestProperties.without("private-key"))
			.withPropertyValues(
					TestProperties.merchant("wechatpay.merchants.second", "1900000002").toArray(String[]::new))
			.run((context) -> {
				Credentials credentials = merchant(context).credentials();
				assertThat(credentials.signer()).isSameAs(context.getBean("kms"));
				assertThat(context.getBean(MerchantRegistry.class).get("second").credentials().signer())
					.isNotSameAs(context.getBean("kms"));
				assertThatExceptionOfType(DecryptionException.class)
					.isThrownBy(() -> credentials.decryptor().decrypt("secret"))
					.withMessageContaining("there is no FieldDecryptor bean")
					.withMessageNotContaining("secret");
				assertThat(output).contains("answers that hold sensitive fields cannot be read");
			});
	}

	@Test
	void decryptsWithTheBeanOfTheApplication() {
		FieldDecryptor decryptor = (cipherText) -> "plain";
		this.contexts.withBean("kms", Signer.class, () -> new Kms(TestMerchants.SERIAL))
			.withBean(FieldDecryptor.class, () -> decryptor)
			.withPropertyValues(TestProperties.without("private-key"))
			.run((context) -> assertThat(merchant(context).credentials().decryptor()).isSameAs(decryptor));
	}

	@Test
	void choosesAmongSignersBySerialNumberAndThenByName() {
		this.contexts.withBean("one", Signer.class, () -> new Kms(OTHER_SERIAL))
			.withBean("second", Signer.class, () -> new Kms("AB12"))
			.withPropertyValues("wechatpay.mchid=1900000001", "wechatpay.serial-number=01:23:45:67:89:ab:cd:ef",
					"wechatpay.api-v3-key=" + TestMerchants.API_V3_KEY, "wechatpay.merchants.second.mchid=1900000002",
					"wechatpay.merchants.second.api-v3-key=" + TestMerchants.API_V3_KEY)
			.run((context) -> {
				assertThat(merchant(context).credentials().signer()).isSameAs(context.getBean("one"));
				assertThat(context.getBean(MerchantRegistry.class).get("second").credentials().signer())
					.isSameAs(context.getBean("second"));
			});
	}

	@Test
	void refusesASignerWithAnotherSerialNumber() {
		this.contexts.withBean(Signer.class, () -> new Kms(OTHER_SERIAL))
			.withPropertyValues(TestProperties.without("private-key"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'wechatpay.serial-number'")
				.hasMessageContaining("serial number of the Signer bean, " + OTHER_SERIAL));
	}

	@Test
	void namesAllSourcesWhereThereIsNoKey() {
		this.contexts.withPropertyValues(TestProperties.without("private-key"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'wechatpay.private-key': It is not set.")
				.hasMessageContaining("ssl-bundle")
				.hasMessageContaining("Signer"));
	}

	private ApplicationContextRunner withBundle(String... more) {
		return this.contexts.withPropertyValues("wechatpay.mchid=1900000001", "wechatpay.ssl-bundle=merchant",
				"wechatpay.api-v3-key=" + TestMerchants.API_V3_KEY, "spring.ssl.bundle.watch.file.quiet-period=100ms",
				"spring.ssl.bundle.pem.merchant.reload-on-update=true",
				"spring.ssl.bundle.pem.merchant.keystore.certificate=file:" + this.directory.resolve("cert.pem"),
				"spring.ssl.bundle.pem.merchant.keystore.private-key=file:" + this.directory.resolve("key.pem"))
			.withPropertyValues(Stream.of(more).toArray(String[]::new));
	}

	/** Any key with its certificate will do. */
	private void bundle(int number) throws IOException {
		Files.write(this.directory.resolve("key.pem"), TestKeys.bytes("platform" + number + "-pkcs8.pem"));
		Files.write(this.directory.resolve("cert.pem"), TestKeys.bytes("platform" + number + "-certificate.pem"));
	}

	private static Merchant merchant(ApplicationContext context) {
		return context.getBean(MerchantRegistry.class).primary();
	}

	private record Kms(String serialNumber) implements Signer {

		@Override
		public byte[] sign(byte[] message) {
			return message;
		}

	}

}
