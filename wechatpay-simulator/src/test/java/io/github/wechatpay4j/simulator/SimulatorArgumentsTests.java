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

import java.time.Duration;

import io.github.wechatpay4j.simulator.SimulatorSettings.MerchantSettings;
import io.github.wechatpay4j.simulator.SimulatorSettings.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests of {@link SimulatorArguments} and {@link SimulatorSettings}.
 */
class SimulatorArgumentsTests {

	@Test
	void takesTheKindOfKeys() {
		assertThat(SimulatorArguments.parse("--crypto-suite=sm", "--mchid=1999999999").settings().merchants())
			.containsExactly(new MerchantSettings("1999999999", "wxd678efh567hg6787", true));
		assertThat(SimulatorArguments.parse("--crypto-suite=rsa").settings().merchants().get(0).sm()).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> SimulatorArguments.parse("--crypto-suite=sm4"))
			.withMessage("--crypto-suite needs rsa or sm, as in --crypto-suite=sm");
	}

	@Test
	void readsArguments() {
		SimulatorSettings settings = SimulatorArguments
			.parse("--port=9191", "--speed=60", "--mchid=1999999999", "--appid=wx0")
			.settings();
		assertThat(settings.port()).isEqualTo(9191);
		assertThat(settings.speed()).isEqualTo(60);
		assertThat(settings.merchants()).containsExactly(new MerchantSettings("1999999999", "wx0"));
	}

	@Test
	void hasDefaults() {
		SimulatorArguments arguments = SimulatorArguments.parse();
		assertThat(arguments.settings().port()).isEqualTo(9090);
		assertThat(arguments.settings().speed()).isEqualTo(1);
		assertThat(arguments.help()).isFalse();
		assertThat(SimulatorArguments.parse("--help").help()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--prot=1", "9090", "--port", "--port=x", "--port=70000", "--speed=0", "--mchid=abc",
			"--appid=" })
	void explainsWhatIsWrong(String argument) {
		assertThatIllegalArgumentException().isThrownBy(() -> SimulatorArguments.parse(argument))
			.satisfies((ex) -> assertThat(ex.getMessage()).isNotEmpty());
	}

	@Test
	void settingsThatCannotBe() {
		SimulatorSettings settings = SimulatorSettings.defaults();
		assertThatIllegalArgumentException().isThrownBy(settings::withMerchants);
		assertThatIllegalArgumentException().isThrownBy(() -> settings
			.withMerchants(new MerchantSettings("1900000001", "a"), new MerchantSettings("1900000001", "b")));
		assertThatIllegalArgumentException().isThrownBy(() -> settings.withSettleDelay(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> settings.withPlatformCertificates(false).withNotificationKey(SigningKey.CERTIFICATE));
	}

}
