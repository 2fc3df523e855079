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

package io.github.wechatpay4j.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.testing.Calls;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VerifiedInputStreamTests {

	/** {@code printf hello | sha1sum}. */
	private static final String SHA1 = "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d";

	@Test
	void readsByteByByteAndTellsTheEndAsOftenAsAsked() throws IOException {
		try (InputStream stream = open("hello", SHA1)) {
			for (char c : "hello".toCharArray()) {
				assertThat(stream.read()).isEqualTo(c);
			}
			assertThat(stream.read()).isEqualTo(-1);
			assertThat(stream.read()).isEqualTo(-1);
			assertThat(stream.read(new byte[0], 0, 0)).isZero();
		}
	}

	@Test
	void throwsInsteadOfTellingTheEndAsOftenAsAsked() throws IOException {
		try (InputStream stream = open("hellO", SHA1)) {
			assertThat(stream.readNBytes(5)).hasSize(5);
			for (int i = 0; i < 2; i++) {
				assertThatExceptionOfType(SignatureException.class).isThrownBy(stream::read);
			}
		}
	}

	@Test
	void hashesWhatIsSkippedToo() throws IOException {
		try (InputStream stream = open("hello", SHA1)) {
			assertThat(stream.skip(-1)).isZero();
			assertThat(stream.skip(0)).isZero();
			stream.skipNBytes(3);
			assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("lo");
		}
	}

	@Test
	void offersNoWayBack() throws IOException {
		try (InputStream stream = open("hello", SHA1)) {
			assertThat(stream.markSupported()).isFalse();
			assertThatExceptionOfType(IOException.class).isThrownBy(stream::reset);
		}
	}

	@Test
	void knowsOtherHashes() throws IOException {
		byte[] content = "hello".getBytes(StandardCharsets.UTF_8);
		Calls.Bill file = new Calls.Bill("", "SHA-256",
				"2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824");
		try (InputStream stream = VerifiedInputStream.open(new ByteArrayInputStream(content), file)) {
			assertThat(stream.readAllBytes()).isEqualTo(content);
		}
	}

	private static InputStream open(String content, String hash) throws IOException {
		return VerifiedInputStream.open(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
				new Calls.Bill("", "SHA1", hash));
	}

}
