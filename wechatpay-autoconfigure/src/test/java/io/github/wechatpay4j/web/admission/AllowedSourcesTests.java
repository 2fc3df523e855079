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

package io.github.wechatpay4j.web.admission;

import java.util.List;

import io.github.wechatpay4j.NotificationRejectedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AllowedSourcesTests {

	@ParameterizedTest
	@CsvSource({ "192.0.2.7, 192.0.2.7, true", "192.0.2.7, 192.0.2.8, false", "192.0.2.0/25, 192.0.2.0, true",
			"192.0.2.0/25, 192.0.2.127, true", "192.0.2.0/25, 192.0.2.128, false", "192.0.2.0/25, 192.0.1.127, false",
			"192.0.2.128/25, 192.0.2.255, true", "192.0.2.128/25, 192.0.2.127, false", "192.0.2.99/24, 192.0.2.1, true",
			"10.0.0.0/8, 10.255.255.255, true", "10.0.0.0/8, 11.0.0.0, false", "0.0.0.0/0, 255.255.255.255, true",
			"0.0.0.0/0, ::1, false", "192.0.2.6/31, 192.0.2.7, true", "192.0.2.6/31, 192.0.2.8, false",
			"2001:db8::/32, 2001:db8:ffff::1, true", "2001:db8::/32, 2001:db9::1, false",
			"2001:db8::/33, 2001:db8:7fff::1, true", "2001:db8::/33, 2001:db8:8000::1, false",
			"::/0, 2001:db8::1, true", "::/0, 192.0.2.1, false", "::1, 0:0:0:0:0:0:0:1, true",
			"192.0.2.0/24, ::ffff:192.0.2.7, true", "2001:DB8::A, [2001:db8::a], true", "fe80::1, fe80::1%eth0, true" })
	void allowsWhatIsInARange(String range, String source, boolean allowed) {
		assertThat(isAllowed(AllowedSources.of(List.of(range)), source)).isEqualTo(allowed);
	}

	@Test
	void allowsWhatIsInAnyRangeAndNamesTheSettingToOthers() {
		AllowedSources sources = AllowedSources.of(List.of("192.0.2.0/24", " 2001:db8::/32 "));
		assertThat(isAllowed(sources, "192.0.2.7")).isTrue();
		assertThat(isAllowed(sources, "2001:db8::1")).isTrue();
		assertThat(sources.refuse(NotificationSource.of("198.51.100.1"))).hasValueSatisfying((refusal) -> {
			assertThat(refusal.reason()).isEqualTo(Reason.FORBIDDEN_SOURCE);
			assertThat(refusal.message()).contains("wechatpay.notification.sources.allow").doesNotContain("198");
		});
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "unknown", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "192.0.2.007", "_hidden" })
	void refusesWhatIsNoAddressWithoutLookingItUp(String source) {
		assertThat(isAllowed(AllowedSources.of(List.of("0.0.0.0/0", "::/0")), source)).isFalse();
		assertThat(NotificationSource.of(source).address()).isNull();
		assertThat(NotificationSource.of(source)).hasToString("an unknown address");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "localhost", "shop.example/24", "192.0.2", "192.0.2.256", "192.0.2.0/33", "192.0.2.0/",
			"192.0.2.0/-1", "192.0.2.0/24/24", "2001:db8::/129", "2001:db8:::/32", "010.0.0.1", "WeChatPay" })
	void doesNotStartWithWhatIsNoRange(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> AllowedSources.of(List.of("192.0.2.1", text)))
			.withMessageContaining("'" + text + "'");
	}

	@ParameterizedTest
	@CsvSource({ "101.226.103.0, true", "101.226.103.127, true", "101.226.103.128, false", "203.205.219.127, false",
			"203.205.219.128, true", "81.71.199.64, true", "43.139.43.69, true", "43.139.43.70, false",
			"43.141.7.182, true", "127.0.0.1, false", "10.0.0.1, false", "2001:db8::1, false" })
	void knowsTheAddressesThatWechatPayHasPublished(String source, boolean published) {
		assertThat(isAllowed(AllowedSources.of(List.of("wechatpay")), source)).isEqualTo(published);
	}

	@Test
	void readsEveryLineOfThePublishedAddresses() {
		assertThat(PublishedSources.ranges()).hasSizeGreaterThan(40);
	}

	@Test
	void bringsThePublishedAddressesIntoANativeImage() {
		RuntimeHints hints = new RuntimeHints();
		new AdmissionRuntimeHints().registerHints(hints, null);
		assertThat(RuntimeHintsPredicates.resource()
			.forResource("io/github/wechatpay4j/web/admission/" + PublishedSources.FILE)).accepts(hints);
	}

	private static boolean isAllowed(AllowedSources sources, String source) {
		return sources.refuse(NotificationSource.of(source)).isEmpty();
	}

}
