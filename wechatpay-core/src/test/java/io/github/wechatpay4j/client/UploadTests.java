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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.wechatpay4j.operation.UploadFile;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class UploadTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final byte[] image = new byte[70_000];

	@Test
	void signsTheMetaPartAndSendsItByteForByte() throws Exception {
		new Random(1).nextBytes(this.image);
		platform.answers(platform.signed(200, "{\"media_id\":\"6uqyGjGrCf2GtyXP8bxrbuH9\"}"));
		Calls.Media media = platform.client().execute(new Calls.Upload(new UploadFile("营业执照.jpg", this.image)));
		assertThat(media.mediaId()).isEqualTo("6uqyGjGrCf2GtyXP8bxrbuH9");

		LoggedRequest sent = platform.onlyRequest();
		String meta = "{\"filename\":\"营业执照.jpg\",\"sha256\":\""
				+ HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.image)) + "\"}";
		Authorization.parse(sent.getHeader("Authorization"))
			.signs(TestKeys.MERCHANT.getPublic(), "POST", "/v3/merchant/media/upload",
					meta.getBytes(StandardCharsets.UTF_8));
		assertThat(sent.getHeader("Wechatpay-Serial")).isEqualTo(PlatformSigner.PUBLIC_KEY_ID);
		assertThat(sent.getHeader("Content-Type")).startsWith("multipart/form-data; boundary=");
		String boundary = sent.getHeader("Content-Type").replaceAll(".*boundary=", "");
		String image = new String(this.image, StandardCharsets.ISO_8859_1);
		assertThat(new String(sent.getBody(), StandardCharsets.ISO_8859_1)).isEqualTo("--" + boundary
				+ "\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n"
				+ latin1(meta) + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
				+ latin1("营业执照.jpg") + "\"\r\nContent-Type: image/jpeg\r\n\r\n" + image + "\r\n--" + boundary
				+ "--\r\n");
	}

	@Test
	void refusesAFilenameThatThePlatformDoesNotTake() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> platform.client().execute(new Calls.Upload(new UploadFile("😀.jpg", this.image))))
			.withMessageStartingWith("'filename' holds a character outside Unicode's basic plane");
		assertThat(platform.requests()).isEmpty();
	}

	private static String latin1(String text) {
		return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
	}

}
