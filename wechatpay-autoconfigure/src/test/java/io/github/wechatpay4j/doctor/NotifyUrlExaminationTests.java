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

import java.util.List;

import io.github.wechatpay4j.doctor.Finding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NotifyUrlExaminationTests {

	private static final String PATH = "/wechatpay/notifications";

	@Test
	void isContentWithAPublicAddressOfTheEndpoint() {
		assertThat(examine("https://shop.example" + PATH)).singleElement()
			.satisfies((finding) -> assertThat(finding.level()).isEqualTo(Level.OK));
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "shop.localhost", "shop.local", "shop", "127.0.0.1", "10.1.2.3",
			"192.168.0.7", "172.16.0.1", "172.31.255.1", "169.254.1.1", "100.64.0.1", "0.0.0.0", "[::1]", "[fd00::1]",
			"[fe80::1]", "LOCALHOST:8443" })
	void refusesAHostThatTheInternetDoesNotReach(String host) {
		assertThat(examine("https://" + host + PATH)).singleElement().satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(Level.FAIL);
			assertThat(finding.message()).contains("public name");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "172.32.0.1", "8.8.8.8", "100.128.0.1", "[2001:db8::1]" })
	void advisesAgainstAddressesThatAreNoNames(String host) {
		assertThat(examine("https://" + host + PATH)).singleElement()
			.satisfies((finding) -> assertThat(finding.level()).isEqualTo(Level.WARN));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://shop.example/wechatpay/notifications        | WARN | https
			https://shop.example/wechatpay/notifications?a=b   | FAIL | query
			https://shop.example/elsewhere                     | WARN | '/elsewhere'
			https://shop.example                               | WARN | path is ''
			not an address                                     | FAIL | not an address
			""")
	void saysWhatIsWrong(String url, Level level, String part) {
		assertThat(examine(url)).singleElement().satisfies((finding) -> {
			assertThat(finding.level()).isEqualTo(level);
			assertThat(finding.message()).contains(part.replace("''", "'"));
		});
	}

	@Test
	void asksForAnAddress() {
		assertThat(examine(null)).singleElement()
			.satisfies((finding) -> assertThat(finding.message()).contains("wechatpay.notification.base-url"));
	}

	@Test
	void saysNothingAboutThePathWhereThereIsNoEndpoint() {
		assertThat(new NotifyUrlExamination(false).examine("https://shop.example/elsewhere", null)).singleElement()
			.satisfies((finding) -> assertThat(finding.level()).isEqualTo(Level.OK));
	}

	private static List<Finding> examine(String url) {
		return new NotifyUrlExamination(false).examine(url, PATH);
	}

}
