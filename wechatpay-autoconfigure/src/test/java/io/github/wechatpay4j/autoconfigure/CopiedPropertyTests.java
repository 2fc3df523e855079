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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people copy into properties: identifiers with characters that nobody sees, keys in
 * forms of every kind.
 */
class CopiedPropertyTests {

	private final ApplicationContextRunner contexts = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { " ", "\u00a0", "\u200b", "\ufeff", "\u200e", "\u202c", "\u3000" })
	void dropsWhatNobodySeesAtTheEnds(String unseen) {
		String[] properties = TestProperties.complete("wechatpay.notify-url=https://shop.example/news");
		for (int i = 0; i < properties.length; i++) {
			boolean identifier = !properties[i].contains("-----BEGIN");
			properties[i] = identifier ? properties[i].replaceFirst("=", "=" + unseen) + unseen : properties[i];
		}
		this.contexts.withPropertyValues(properties).run((context) -> {
			Merchant merchant = context.getBean(MerchantRegistry.class).primary();
			assertThat(merchant.mchid()).isEqualTo(TestMerchants.MCHID);
			assertThat(merchant.appid()).isEqualTo(TestMerchants.APPID);
			assertThat(merchant.credentials().signer().serialNumber()).isEqualTo(TestMerchants.SERIAL);
			assertThat(merchant.trust().current().block().id()).isEqualTo(PlatformSigner.PUBLIC_KEY_ID);
			assertThat(merchant.notifyUrl()).isEqualTo("https://shop.example/news");
		});
	}

	@ParameterizedTest
	@CsvSource({ "mchid, 19000%00001", "appid, wxd678%efh567hg6787", "serial-number, 5157F09E%FDC096DE15EBE81A",
			"public-key-id, PUB_KEY_ID_011%9000000012024", "api-v3-key, TopSecretApiV3%KeyOfTheMercha",
			"notify-url, https://shop.example/ne%ws", "notification.base-url, https://shop.example/pa%y",
			"notification.path, /pay/ne%ws" })
	void namesTheCharacterWithin(String property, String value) {
		String written = value.replace('%', '\u200b');
		this.contexts.withPropertyValues(TestProperties.complete("wechatpay." + property + "=" + written))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'wechatpay." + property + "'")
				.hasMessageContaining("U+200B (ZERO WIDTH SPACE) at position " + (value.indexOf('%') + 1)));
	}

	@Test
	void refusesADecimalSerialNumberAndSaysHowToQuote() {
		this.contexts
			.withPropertyValues(
					TestProperties.complete("wechatpay.serial-number=464421895127836715428769871253649871265348712653"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("has 48 digits")
				.hasMessageContaining("decimal"));
		this.contexts.withPropertyValues(TestProperties.complete("wechatpay.api-v3-key=123456789012345"))
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("In YAML, quote it"));
	}

	@Test
	void takesKeysWithoutTheLinesAroundThem() {
		String privateKey = Base64.getEncoder().encodeToString(TestKeys.MERCHANT.getPrivate().getEncoded());
		String publicKey = Base64.getEncoder().encodeToString(TestKeys.PLATFORM.getPublic().getEncoded());
		String pem = Base64.getEncoder().encodeToString(TestProperties.PRIVATE_KEY.getBytes());
		for (String key : new String[] { privateKey, pem, "base64:" + privateKey, "base64:" + pem }) {
			this.contexts
				.withPropertyValues(
						TestProperties.complete("wechatpay.private-key=" + key, "wechatpay.public-key=" + publicKey))
				.run((context) -> assertThat(context).hasNotFailed());
		}
	}

	@Test
	void showsALocationThatCannotBeReadAndNothingThatMayBeAKey(@TempDir Path directory) throws IOException {
		String missing = "file:" + directory.resolve("missing.p12");
		assertRefused("wechatpay.private-key=" + missing, "No file can be read", missing);
		Path empty = Files.createFile(directory.resolve("empty.pem"));
		assertRefused("wechatpay.private-key=" + empty, "The file is empty.", empty.toString());
		byte[] p12 = TestKeys.bytes("merchant.p12");
		Path damaged = Files.write(directory.resolve("damaged.p12"), Arrays.copyOf(p12, 600));
		assertRefused("wechatpay.private-key=file:" + damaged, "The PKCS#12 file is damaged or cut off.");
		this.contexts.withPropertyValues(TestProperties.complete("wechatpay.private-key=TopSecretOfAnotherKind"))
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageNotContaining("TopSecretOfAnotherKind"));
	}

	private void assertRefused(String property, String... texts) {
		this.contexts.withPropertyValues(TestProperties.complete(property))
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.satisfies((failure) -> assertThat(failure.getMessage()).contains(texts)));
	}

	@Test
	void reportsAMerchantThatOnlyAnEnvironmentVariableMakes() {
		this.contexts
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addLast(new SystemEnvironmentPropertySource("test-systemEnvironment",
						Map.of("WECHATPAY_MERCHANTS_SHOPB_APIV3KEY", TestMerchants.API_V3_KEY))))
			.withPropertyValues(
					TestProperties.merchant("wechatpay.merchants.shop-b", "1900000002").toArray(String[]::new))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'wechatpay.merchants.shopb'")
				.hasMessageContaining("There are merchants 'shop-b' and 'shopb'")
				.hasMessageContaining("WECHATPAY_MERCHANTS_SHOPB_")
				.hasMessageContaining("wechatpay.merchants.shop-b.private-key=${"));
	}

}
