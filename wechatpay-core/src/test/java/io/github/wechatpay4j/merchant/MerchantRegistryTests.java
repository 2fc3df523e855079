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

package io.github.wechatpay4j.merchant;

import java.util.List;

import io.github.wechatpay4j.testing.TestMerchants;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MerchantRegistryTests {

	private final Merchant main = TestMerchants.merchant();

	private final Merchant shopB = TestMerchants.other("shop-b", "1900000002");

	private final Merchant shopC = TestMerchants.other("shop-c", "1900000003");

	@Test
	void takesTheDefaultMerchantOrTheOnlyOne() {
		assertThat(new InMemoryMerchantRegistry(List.of(this.shopB, this.main)).primary()).isSameAs(this.main);
		assertThat(new InMemoryMerchantRegistry(List.of(this.shopB)).primary()).isSameAs(this.shopB);
		assertThatIllegalStateException()
			.isThrownBy(() -> new InMemoryMerchantRegistry(List.of(this.shopB, this.shopC)).primary())
			.withMessage("There is no default merchant: name one of [shop-b, shop-c] with merchant(name),"
					+ " or set wechatpay.mchid");
		assertThatIllegalStateException().isThrownBy(() -> new InMemoryMerchantRegistry(List.of()).primary());
	}

	@Test
	void addsReplacesAndRemovesWhileRunning() {
		InMemoryMerchantRegistry registry = new InMemoryMerchantRegistry(List.of(this.main));
		registry.put(this.shopB);
		Merchant replacement = TestMerchants.other("shop-b", "1900000009");
		registry.put(replacement);
		assertThat(registry.get("shop-b")).isSameAs(replacement);
		assertThat(registry.all()).containsExactly(this.main, replacement);
		registry.remove("shop-b");
		assertThat(registry.find("shop-b")).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> registry.get("shop-b"))
			.withMessage("There is no merchant named 'shop-b'; there are [default]");
	}

	@Test
	void keepsEverythingElseWhenTheNotificationAddressChanges() {
		Merchant moved = this.main.withNotifyUrl("https://other.example/notify");
		assertThat(moved.notifyUrl()).isEqualTo("https://other.example/notify");
		assertThat(moved).usingRecursiveComparison().ignoringFields("notifyUrl").isEqualTo(this.main);
	}

	@Test
	void showsNoSecretInToString() {
		assertThat(this.main).hasToString("Merchant[default, 1900000001]");
		assertThat(this.main.credentials())
			.hasToString("Credentials[1900000001, 5157F09EFDC096DE15EBE81A47057A7232F1B8E1]");
		assertThat(this.main.credentials().signer()).hasToString("RsaSigner[5157F09EFDC096DE15EBE81A47057A7232F1B8E1]");
	}

}
