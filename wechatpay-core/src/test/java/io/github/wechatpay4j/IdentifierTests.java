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

package io.github.wechatpay4j;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.trust.PlatformKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What becomes of identifiers that somebody has copied from a page.
 */
class IdentifierTests {

	private static final String SERIAL = TestMerchants.SERIAL;

	@ParameterizedTest
	@ValueSource(strings = { " ", "\t", "\r\n", "\u00a0", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u200e",
			"\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\u3000", "\u2007", "\u202f", "\u00ad", "\u0000",
			"\u180e", "\u2028", "\udb40\udc20" })
	void dropsWhatNobodySeesAtTheEndsAndNamesItWithin(String unseen) {
		String code = String.format("U+%04X", unseen.codePointAt(0));
		for (Identifier identifier : Identifier.values()) {
			String value = valid(identifier);
			assertThat(identifier.read(unseen + value)).isEqualTo(value);
			assertThat(identifier.read(value + unseen + unseen)).isEqualTo(value);
			assertThat(identifier.read(unseen + value + unseen)).isEqualTo(value);
			String broken = unseen + value.substring(0, 3) + unseen + value.substring(3);
			if (identifier == Identifier.SERIAL_NUMBER && (Character.isWhitespace(unseen.codePointAt(0))
					|| Character.isSpaceChar(unseen.codePointAt(0)))) {
				assertThat(identifier.read(broken)).isEqualTo(value);
				continue;
			}
			assertThatExceptionOfType(InvalidIdentifierException.class).isThrownBy(() -> identifier.read(broken))
				.satisfies((ex) -> assertThat(ex.problem()).contains(code)
					.contains("at position " + (4 + unseen.codePointCount(0, unseen.length()))));
			assertThatExceptionOfType(InvalidIdentifierException.class).isThrownBy(() -> identifier.read(unseen))
				.withMessageContaining("It is blank.");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\uff11", "\uff21", "\uff41", "\uff0d" })
	void namesFullWidthCharactersThatLookAlike(String lookAlike) {
		for (Identifier identifier : Identifier.values()) {
			assertThatExceptionOfType(InvalidIdentifierException.class)
				.isThrownBy(() -> identifier.read(valid(identifier) + lookAlike))
				.withMessageContaining("FULLWIDTH")
				.withMessageContaining("at position " + (valid(identifier).length() + 1));
		}
	}

	@ParameterizedTest
	@CsvSource({ "5157f09efdc096de15ebe81a47057a7232f1b8e1", "serial=5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
			"Serial Number: 51:57:F0:9E:FD:C0:96:DE:15:EB:E8:1A:47:05:7A:72:32:F1:B8:E1",
			"0x5157F09EFDC096DE15EBE81A47057A7232F1B8E1", "0X5157f09efdc096de15ebe81a47057a7232f1b8e1",
			"'5157 F09E FDC0 96DE 15EB  E81A 4705 7A72 32F1 B8E1'",
			"51-57-F0-9E-FD-C0-96-DE-15-EB-E8-1A-47-05-7A-72-32-F1-B8-E1",
			"00:51:57:F0:9E:FD:C0:96:DE:15:EB:E8:1A:47:05:7A:72:32:F1:B8:E1",
			"'serial = 5157F09EFDC096DE15EBE81A47057A7232F1B8E1 '" })
	void readsASerialNumberAsToolsWriteIt(String written) {
		assertThat(Identifier.SERIAL_NUMBER.read(written)).isEqualTo(SERIAL);
	}

	@Test
	void refusesASerialNumberThatIsTooLong() {
		assertThatExceptionOfType(InvalidIdentifierException.class)
			.isThrownBy(() -> Identifier.SERIAL_NUMBER.read("464421895127836715428769871253649871265348712653"))
			.withMessageContaining("has 48 digits")
			.withMessageContaining("decimal")
			.withMessageContaining("openssl x509");
		assertThatExceptionOfType(InvalidIdentifierException.class)
			.isThrownBy(() -> Identifier.SERIAL_NUMBER.read(SERIAL + "ABCDEF01"))
			.withMessageContaining("has 48 digits")
			.withMessageNotContaining("decimal.");
	}

	@ParameterizedTest
	@CsvSource({ "MCHID, 19000a0001", "MCHID, -1900000001", "APPID, wx/1", "APPID, wx.1", "SERIAL_NUMBER, 5157G",
			"SERIAL_NUMBER, 1.5E38", "PUBLIC_KEY_ID, PUB KEY", "MERCHANT_NAME, a/b", "MERCHANT_NAME, a;b",
			"MERCHANT_NAME, a%2Fb", "MERCHANT_NAME, ..", "MERCHANT_NAME, 'a b'", "MERCHANT_NAME, a?b",
			"ADDRESS, https://shop.example/a b" })
	void refusesOtherAlphabetsWithoutRepeatingThem(Identifier identifier, String value) {
		assertThatExceptionOfType(InvalidIdentifierException.class).isThrownBy(() -> identifier.read(value))
			.withMessageNotContaining(value);
	}

	@Test
	void namesMayBeWrittenInAnyScript() {
		assertThat(Identifier.MERCHANT_NAME.read("\u5546\u6237.1~b")).isEqualTo("\u5546\u6237.1~b");
	}

	@Test
	void everyPlaceInTheLibraryReadsThem() {
		MerchantKey key = MerchantKey.of(TestKeys.MERCHANT.getPrivate());
		CryptoSuite suite = CryptoSuite.rsa();
		Credentials credentials = Credentials.of("\ufeff1900000001 ", "serial=" + SERIAL.toLowerCase(), key,
				"\u200b" + TestMerchants.API_V3_KEY + "\n", suite);
		assertThat(credentials.mchid()).isEqualTo("1900000001");
		assertThat(credentials.signer().serialNumber()).isEqualTo(SERIAL);
		Merchant merchant = Merchant.of(credentials, PlatformSigner.trust())
			.name(" shop-b\u200e")
			.appid("\u00a0wx1\u00a0")
			.notifyUrl("https://shop.example/news\u200b")
			.build();
		assertThat(merchant.name()).isEqualTo("shop-b");
		assertThat(merchant.appid()).isEqualTo("wx1");
		assertThat(merchant.notifyUrl()).isEqualTo("https://shop.example/news");
		assertThat(PlatformKey.ofPublicKey("PUB_KEY_ID_01 ", TestKeys.PLATFORM.getPublic(), suite).id())
			.isEqualTo("PUB_KEY_ID_01");
		assertThat(credentials.withPreviousApiV3Key(" " + TestMerchants.API_V3_KEY)).isNotNull();
		RequestDefaults defaults = new RequestDefaults("1900000001", null, null);
		assertThat(defaults.mchidOr("1900000002\u200b")).isEqualTo("1900000002");
		assertThat(defaults.appidOr(" wx2")).isEqualTo("wx2");
		assertThatIllegalArgumentException().isThrownBy(() -> defaults.mchidOr("19000\u200b00002"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Credentials.of("19000\u200b00001", SERIAL, key, TestMerchants.API_V3_KEY, suite))
			.withMessageContaining("'mchid'")
			.withMessageContaining("U+200B (ZERO WIDTH SPACE) at position 6");
		assertThatExceptionOfType(KeyMaterialException.class)
			.isThrownBy(() -> suite.aead(TestMerchants.API_V3_KEY.substring(0, 29) + "\u200b"))
			.withMessageContaining("U+200B (ZERO WIDTH SPACE) at position 30")
			.withMessageContaining("quote it")
			.withMessageNotContaining(TestMerchants.API_V3_KEY.substring(0, 29));
	}

	private static String valid(Identifier identifier) {
		return switch (identifier) {
			case MCHID -> "1900000001";
			case APPID -> "wxd678efh567hg6787";
			case SERIAL_NUMBER -> SERIAL;
			case PUBLIC_KEY_ID -> "PUB_KEY_ID_0119000000012024";
			case MERCHANT_NAME -> "shop-b";
			case ADDRESS -> "https://shop.example";
		};
	}

}
