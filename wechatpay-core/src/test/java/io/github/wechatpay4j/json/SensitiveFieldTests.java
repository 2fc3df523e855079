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

package io.github.wechatpay4j.json;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.FieldDecryptor;
import io.github.wechatpay4j.crypto.FieldEncryptor;
import io.github.wechatpay4j.operation.Sensitive;
import io.github.wechatpay4j.testing.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SensitiveFieldTests {

	private final WechatPayJson json = new WechatPayJson();

	private final FieldEncryptor encryptor = CryptoSuite.rsa().encryptor(TestKeys.PLATFORM.getPublic());

	private final FieldDecryptor decryptor = CryptoSuite.rsa().decryptor(TestKeys.PLATFORM.getPrivate());

	record Receiver(String account, @Sensitive @Nullable String userName) {
	}

	record Transfer(String outBillNo, @Sensitive @Nullable String userName, @Nullable List<Receiver> receivers) {
	}

	static class Bean {

		@Sensitive
		private String userName = "张三";

		public String getUserName() {
			return this.userName;
		}

		public void setUserName(String userName) {
			this.userName = userName;
		}

	}

	@Test
	void encryptsOnTheWayOutAndDecryptsOnTheWayIn() {
		Transfer transfer = new Transfer("1", "张三", List.of(new Receiver("a", "李四"), new Receiver("b", null)));
		byte[] written = this.json.write(transfer, this.encryptor);
		JsonNode tree = this.json.readTree(written);
		assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain("张三", "李四")
			.contains("\"out_bill_no\":\"1\"");
		assertThat(this.decryptor.decrypt(tree.path("user_name").asString())).isEqualTo("张三");
		assertThat(tree.path("receivers").get(1).has("user_name")).as("null is left out, not encrypted").isFalse();
		assertThat(this.json.read(written, Transfer.class, this.decryptor)).isEqualTo(transfer);
	}

	@Test
	void worksOnBeansToo() {
		byte[] written = this.json.write(new Bean(), this.encryptor);
		assertThat(new String(written, StandardCharsets.UTF_8)).startsWith("{\"user_name\":\"").doesNotContain("张三");
		assertThat(this.json.read(written, Bean.class, this.decryptor).getUserName()).isEqualTo("张三");
	}

	@Test
	void leavesEmptyAndMissingOnesAlone() {
		assertThat(read("{\"user_name\":\"\"}").userName()).isEmpty();
		assertThat(read("{\"user_name\":null}").userName()).isNull();
		assertThat(read("{}").userName()).isNull();
	}

	@Test
	void namesTheFieldThatIsTooLongButNotItsValue() {
		Transfer transfer = new Transfer("1", null, List.of(new Receiver("a", "Geheim".repeat(50))));
		assertThatIllegalArgumentException().isThrownBy(() -> this.json.write(transfer, this.encryptor))
			.withMessageContaining("user_name' cannot be sent: A sensitive field of 300 bytes is too long")
			.withMessageContaining("receivers")
			.satisfies((ex) -> assertThat(ex.toString() + ex.getCause()).doesNotContain("Geheim"));
	}

	@Test
	void namesTheFieldWithACharacterThatThePlatformRefuses() {
		Transfer transfer = new Transfer("1", null, List.of(new Receiver("a", "Geheim\ud83d\ude00")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.json.write(transfer, this.encryptor))
			.withMessageContaining("user_name' cannot be sent: it holds a character outside Unicode's basic plane")
			.withMessageNotContaining("Geheim");
	}

	@Test
	void letsTheDecryptionExceptionOutAsItself() {
		String notForUs = CryptoSuite.rsa().encryptor(TestKeys.STRANGER.getPublic()).encrypt("Geheim");
		for (String text : List.of("{\"user_name\":\"Geheim\"}", "{\"user_name\":\"" + notForUs + "\"}",
				"{\"receivers\":[{\"user_name\":\"Geheim\"}]}")) {
			assertThatExceptionOfType(DecryptionException.class).isThrownBy(() -> read(text))
				.withMessage("A sensitive field was changed, or encrypted for another merchant key")
				.withNoCause();
		}
	}

	@Test
	void readsWhatIsNoTextAsAbsent() {
		for (String text : List.of("{\"user_name\":{\"a\":\"Geheim\"}}", "{\"user_name\":[\"Geheim\"]}")) {
			assertThat(read(text).userName()).isNull();
		}
	}

	private Transfer read(String text) {
		return this.json.read(text.getBytes(StandardCharsets.UTF_8), Transfer.class, this.decryptor);
	}

}
