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

package io.github.wechatpay4j.api.contract;

import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the configuration or the description knows, left out of requests.
 */
class ConfiguredInputTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private static final Map<String, String> CONFIGURED = Map.of("mchid", TestMerchants.MCHID, "appid",
			TestMerchants.APPID, "notify_url", TestMerchants.NOTIFY_URL);

	private static final RequestDefaults DEFAULTS = new RequestDefaults(TestMerchants.MCHID, TestMerchants.APPID,
			TestMerchants.NOTIFY_URL);

	private static WechatPayClient client;

	private static WechatPayClient bareClient;

	@BeforeAll
	static void makeClients() {
		client = platform.client();
		bareClient = platform.client(Merchant.of(TestMerchants.credentials(), PlatformSigner.trust()).build());
	}

	private static Map<String, String> filled(DescribedOperation operation) {
		return operation.inputs()
			.entrySet()
			.stream()
			.filter((input) -> input.getValue().has("x-wechatpay-filled-from"))
			.collect(Collectors.toMap(Map.Entry::getKey, (input) -> input.getValue().text("x-wechatpay-filled-from")));
	}

	static Stream<DescribedOperation> operations() {
		return Description.operations().filter((operation) -> !filled(operation).isEmpty());
	}

	static Stream<DescribedOperation> operationsWithDefaults() {
		return Description.operations()
			.filter((operation) -> Reduction.ofDefaults(Samples.toSend().of(operation), operation.inputs(), true));
	}

	static Stream<DescribedOperation> operationsWithoutConfiguredInputs() {
		return Description.operations().filter((operation) -> filled(operation).isEmpty());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void areFilledFromTheConfigurationAndNothingElseIs(DescribedOperation operation) throws GeneralSecurityException {
		ObjectNode sample = Reduction.toTheLeast(operation, Samples.toSend().of(operation));
		platform.answers(Answers.least(platform, operation, sample));
		client.execute(Requests.build(operation, sample));
		filled(operation).forEach((name, setting) -> sample.put(name, CONFIGURED.get(setting)));
		Reduction.ofDefaults(sample, operation.inputs(), true);
		new SentRequest(operation, platform.onlyRequest()).carries(sample);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operationsWithoutConfiguredInputs")
	void areOnlyThoseThatAreDescribed(DescribedOperation operation) {
		ObjectNode least = Reduction.toTheLeast(operation, Samples.toSend().of(operation));
		WechatPayRequest<?> request = Requests.build(operation, least);
		assertThat(request.withDefaults(DEFAULTS)).isEqualTo(request);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void areRequiredOnlyIfDescribedSo(DescribedOperation operation) throws GeneralSecurityException {
		ObjectNode sample = Samples.toSend().of(operation);
		platform.answers(Answers.least(platform, operation, sample));
		Set<String> optional = new HashSet<>();
		filled(operation).forEach((name, setting) -> {
			if (!operation.required().contains(name)) {
				optional.add(name);
			}
			else if (!setting.equals("mchid")) {
				WechatPayRequest<?> request = Requests.byFactory(operation, sample.deepCopy().remove(Set.of(name)));
				assertThatIllegalArgumentException().isThrownBy(() -> bareClient.execute(request))
					.withMessageContaining(setting);
			}
		});
		assertThat(platform.requests()).isEmpty();
		optional.removeIf((name) -> filled(operation).get(name).equals("mchid"));
		sample.remove(optional);
		bareClient.execute(Requests.byFactory(operation, sample));
		new SentRequest(operation, platform.onlyRequest()).carries(sample);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operationsWithDefaults")
	void haveTheDefaultsThatAreDescribed(DescribedOperation operation) throws GeneralSecurityException {
		ObjectNode given = Samples.toSend().of(operation);
		Reduction.ofDefaults(given, operation.inputs(), false);
		platform.answers(Answers.least(platform, operation, given));
		client.execute(Requests.byFactory(operation, given));
		ObjectNode sample = Samples.toSend().of(operation);
		Reduction.ofDefaults(sample, operation.inputs(), true);
		new SentRequest(operation, platform.onlyRequest()).carries(sample);
	}

}
