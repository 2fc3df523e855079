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

package io.github.wechatpay4j.client;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;

import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Answers that promise a file and lack what it takes to fetch and to check it.
 */
class UnannouncedFileTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final WechatPayClient client = platform.client();

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "-, SHA1, abc, download_url", "https://api.mch.weixin.qq.com/x, -, abc, hash_type",
					"https://api.mch.weixin.qq.com/x, SHA1, -, hash_value" })
	void areRefusedByNameBeforeAnythingIsSent(String url, String hashType, String hashValue, String field) {
		Calls.Bill bill = new Calls.Bill(url, hashType, hashValue);
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.download(bill, new ByteArrayOutputStream()))
			.withMessageStartingWith("'" + field + "' is missing");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.client.download(bill, this.directory.resolve("bill")))
			.withMessageStartingWith("'" + field + "' is missing");
		assertThat(this.directory).isEmptyDirectory();
		assertThat(platform.requests()).isEmpty();
	}

	@Test
	void doNotShowTheTokenOfAnAddressThatIsNone() {
		Calls.Bill bill = new Calls.Bill("https://api.mch.weixin.qq.com/x y?token=Geheim", "SHA1", "abc");
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.download(bill, new ByteArrayOutputStream()))
			.withMessageStartingWith("'download_url' is refused")
			.satisfies((ex) -> assertThat(Throwables.getStackTrace(ex)).doesNotContain("Geheim"));
	}

}
