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

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.FieldDecryptor;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.Sensitive;
import io.github.wechatpay4j.operation.UnverifiedFile;
import io.github.wechatpay4j.operation.UploadFile;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What only a few operations need.
 */
class SpecialOperationTests {

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final FieldDecryptor platformKey = CryptoSuite.rsa().decryptor(TestKeys.PLATFORM.getPrivate());

	@Test
	void encryptsASensitiveQueryParameterAndSignsItAsSent() throws Exception {
		platform.answers(platform.signed(200, "{}"));
		platform.client().execute(new Search("6225 0001"));
		LoggedRequest sent = platform.onlyRequest();
		assertThat(this.platformKey.decrypt(sent.queryParameter("account_number").firstValue())).isEqualTo("6225 0001");
		Authorization.parse(sent.getHeader("Authorization"))
			.signs(TestKeys.MERCHANT.getPublic(), "GET", sent.getUrl(), new byte[0]);
	}

	@Test
	void takes202ForSuccessWhereTheOperationSaysSo() {
		platform.answers(platform.signed(202, ""));
		assertThat(platform.client().execute(new Issue(true))).isSameAs(NoContent.INSTANCE);
		Failures.failure(ApiException.class, true, () -> platform.client().execute(new Issue(false)));
	}

	@Test
	void sendsAnIdempotencyKeyWhereThereIsOne() {
		platform.answers(platform.signed(204, ""));
		platform.client().execute(new Issue(true));
		assertThat(platform.onlyRequest().getHeader("Idempotency-Key")).isEqualTo("1900000001-7");
	}

	@Test
	void answersAFileThatNothingVouchesForAsSuch() {
		platform.answers(FakePlatform.with(200, "GIF89a", Map.of("Content-Type", "image/gif")));
		UnverifiedFile file = platform.client().execute(new Image());
		assertThat(file.content()).asString().isEqualTo("GIF89a");
		assertThat(file.contentType()).isEqualTo("image/gif");
		assertThat(file).hasToString("UnverifiedFile[image/gif, 6 bytes]");
		assertThat(platform.onlyRequest().getHeader("Accept")).isEqualTo("*/*");
		platform.answers(FakePlatform.with(403, "{\"code\":\"NO_AUTH\",\"message\":\"no\"}", Map.of()));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> platform.client().execute(new Image()))
			.returns("NO_AUTH", ApiException::code);
	}

	@Test
	void signsTheFieldsThatAnUploadHasBesideTheFile() throws Exception {
		platform.answers(platform.signed(200, "{}"));
		platform.client().execute(new Report(new UploadFile("a.pdf", new byte[] { 1 }), "7", "李四", 3L));
		LoggedRequest sent = platform.onlyRequest();
		assertThat(sent.getParts()).extracting((part) -> part.getName())
			.containsExactly("meta", "item_id", "report_file");
		byte[] meta = sent.getPart("meta").getBody().asBytes();
		assertThat(new String(meta, StandardCharsets.UTF_8)).startsWith(
				"{\"file_name\":\"a.pdf\",\"file_digest\":\"4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a\""
						+ ",\"sub_mchid\":\"7\",\"owner\":\"")
			.doesNotContain("item_id", "李四");
		assertThat(sent.getPart("item_id").getBody().asString()).isEqualTo("3");
		Authorization.parse(sent.getHeader("Authorization"))
			.signs(TestKeys.MERCHANT.getPublic(), "POST", "/v3/report", meta);
	}

	@Test
	void encryptsEachItemOfASensitiveList() {
		platform.answers(platform.signed(200, "{}"));
		platform.client().execute(new Names(List.of("张三", "李四"), new BigDecimal("1E+2")));
		String body = platform.onlyRequest().getBodyAsString();
		assertThat(body).startsWith("{\"names\":[\"").endsWith("\"],\"amount\":100}").doesNotContain("张三", "李四");
		String[] names = body.replaceAll(".*\\[\"(.*)\"].*", "$1").split("\",\"", -1);
		assertThat(names).extracting(this.platformKey::decrypt).containsExactly("张三", "李四");
	}

	private record Search(@JsonIgnore @Sensitive String accountNumber) implements WechatPayRequest<NoContent> {

		@Override
		public Operation<NoContent> operation() {
			return Operation.get("/v3/banks", NoContent.class).build();
		}

		@Override
		public void bind(RequestTarget.Builder target) {
			target.sensitiveQuery("account_number", this.accountNumber);
		}

	}

	private record Issue(boolean asynchronous) implements WechatPayRequest<NoContent> {

		@Override
		public Operation<NoContent> operation() {
			Operation.Builder<NoContent> operation = Operation.post("/v3/issue", NoContent.class);
			return this.asynchronous ? operation.answersAccepted().build() : operation.build();
		}

		@Override
		public String idempotencyKey() {
			return "1900000001-7";
		}

	}

	private record Image() implements WechatPayRequest<UnverifiedFile> {

		@Override
		public Operation<UnverifiedFile> operation() {
			return Operation.get("/v3/image", UnverifiedFile.class).build();
		}

	}

	private record Report(@JsonIgnore UploadFile file, String subMchid, @Sensitive String owner,
			@JsonIgnore @Nullable Long itemId) implements WechatPayRequest<NoContent> {

		@Override
		public Operation<NoContent> operation() {
			return Operation.post("/v3/report", NoContent.class).build();
		}

		@Override
		public RequestBody body() {
			return RequestBody.upload(this.file)
				.inPart("report_file")
				.signing("file_name", "file_digest")
				.withMeta(this)
				.with("item_id", this.itemId)
				.with("missing", null);
		}

	}

	private record Names(@Sensitive List<String> names, BigDecimal amount) implements WechatPayRequest<NoContent> {

		@Override
		public Operation<NoContent> operation() {
			return Operation.post("/v3/names", NoContent.class).build();
		}

	}

}
