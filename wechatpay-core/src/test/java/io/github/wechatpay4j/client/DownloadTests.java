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
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.Calls;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DownloadTests {

	private static final String PATH = "/v3/billdownload/file?token=6XIv5TUPto7pByrTQKhd6kwvyKLG2uY2&tartype=gzip";

	private static final byte[] BILL = "\ufeff交易时间,公众账号ID,总金额\n`2026-12-01 08:00:00,`wx1,`18.00\n".repeat(3000)
		.getBytes(StandardCharsets.UTF_8);

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	@TempDir
	Path directory;

	private final ByteArrayOutputStream received = new ByteArrayOutputStream();

	@Test
	void writesAFileWhoseHashIsRight() throws Exception {
		platform.answers(aResponse().withBody(BILL));
		platform.client().download(bill(sha1(BILL)), this.received);
		assertThat(this.received.toByteArray()).isEqualTo(BILL);
		Authorization.parse(platform.onlyRequest().getHeader("Authorization"))
			.signs(TestKeys.MERCHANT.getPublic(), "GET", PATH, new byte[0]);
		assertThat(platform.onlyRequest().getHeader("Wechatpay-Serial")).isEqualTo(PlatformSigner.PUBLIC_KEY_ID);
		assertThat(platform.onlyRequest().getHeader("Accept")).isEqualTo("*/*");
	}

	@Test
	void decompressesAndChecksTheHashOfWhatComesOut() throws Exception {
		platform.answers(aResponse().withBody(gzip(BILL)));
		platform.client().download(bill(sha1(BILL).toUpperCase(Locale.ROOT)), this.received);
		assertThat(this.received.toByteArray()).isEqualTo(BILL);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void takesTinyFiles(int length) throws Exception {
		byte[] tiny = Arrays.copyOf(BILL, length);
		platform.answers(aResponse().withBody(tiny));
		platform.client().download(bill(sha1(tiny)), this.received);
		assertThat(this.received.toByteArray()).isEqualTo(tiny);
	}

	@Test
	void refusesAFileWithAnotherHash() throws Exception {
		byte[] changed = BILL.clone();
		changed[changed.length - 3]++;
		for (byte[] body : new byte[][] { changed, gzip(changed), new byte[0], Arrays.copyOf(BILL, 1000) }) {
			platform.answers(aResponse().withBody(body));
			refusesHash();
		}
	}

	@Test
	void refusesAnArchiveThatIsCutShortOrDamaged() throws Exception {
		byte[] archive = gzip(BILL);
		byte[] damaged = archive.clone();
		Arrays.fill(damaged, 100, 200, (byte) 0x55);
		for (byte[] body : new byte[][] { damaged, Arrays.copyOf(archive, archive.length / 2),
				Arrays.copyOf(archive, 5), Arrays.copyOf(archive, archive.length - 4) }) {
			platform.answers(aResponse().withBody(body));
			refusesHash();
		}
	}

	@Test
	void refusesAnUnknownKindOfHash() {
		platform.answers(aResponse().withBody(BILL));
		assertThatExceptionOfType(SignatureException.class).isThrownBy(
				() -> platform.client().download(new Calls.Bill(platform.url() + PATH, "CRC99", "00"), this.received))
			.withMessageContaining("unknown kind, CRC99");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/v3/billdownload/file", "http://api.mch.weixin.qq.com/v3/x",
			"https://api.mch.weixin.qq.com.evil.example/x", "https://evilmch.weixin.qq.com/x", "file:///etc/passwd",
			"/v3/billdownload/file", "" })
	void asksNoForeignHostAndSignsNothingForIt(String url) {
		Calls.Bill bill = new Calls.Bill(url, "SHA1", "00");
		Path target = this.directory.resolve("bill.csv");
		assertThatIllegalArgumentException().isThrownBy(() -> platform.client().download(bill, this.received))
			.withMessageStartingWith("'download_url' is refused");
		assertThatIllegalArgumentException().isThrownBy(() -> platform.client().download(bill, target));
		StepVerifier.create(platform.reactiveClient().download(bill))
			.expectError(IllegalArgumentException.class)
			.verify();
		assertThat(platform.requests()).isEmpty();
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void fetchesAnOfficialAddressFromTheConfiguredHost() throws Exception {
		platform.answers(aResponse().withBody(BILL));
		platform.client()
			.download(new Calls.Bill("https://api.mch.weixin.qq.com" + PATH, "SHA1", sha1(BILL)), this.received);
		assertThat(platform.onlyRequest().getUrl()).isEqualTo(PATH);
	}

	@Test
	void tellsWhatThePlatformAnsweredInstead() {
		platform.answers(FakePlatform.with(400, "{\"code\":\"INVALID_REQUEST\",\"message\":\"过期\"}", Map.of()));
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> platform.client().download(bill("00"), this.received))
			.withMessage("Bills.download answered 400 INVALID_REQUEST: 过期 [Request-ID 08F7A5D1-REQUEST-ID]");
		assertThat(this.received.size()).isZero();
	}

	@Test
	void failsWhenTheConnectionBreaks() throws Exception {
		for (Fault fault : Fault.values()) {
			platform.answers(aResponse().withFault(fault));
			assertThatExceptionOfType(TransportException.class)
				.isThrownBy(() -> platform.client().download(bill(sha1(BILL)), this.received))
				.satisfies((ex) -> assertThat(ex.isOutcomeUnknown()).isFalse());
		}
	}

	@Test
	void passesOnWhatTheTargetThrows() {
		platform.answers(aResponse().withBody(BILL));
		OutputStream full = new OutputStream() {

			@Override
			public void write(int b) throws IOException {
				throw new IOException("disk full");
			}

		};
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> platform.client().download(bill(sha1(BILL)), full))
			.withMessageContaining("disk full");
	}

	@Test
	void putsACheckedFileInItsPlace() throws Exception {
		Path target = Files.writeString(this.directory.resolve("bill.csv"), "yesterday");
		platform.answers(aResponse().withBody(gzip(BILL)));
		platform.client().download(bill(sha1(BILL)), target);
		assertThat(target).hasBinaryContent(BILL);
		assertThat(Files.list(this.directory)).containsExactly(target);
	}

	@Test
	void leavesTheDirectoryAsItWasWhenADownloadFails() throws Exception {
		Path target = Files.writeString(this.directory.resolve("bill.csv"), "yesterday");
		for (ResponseDefinitionBuilder answer : new ResponseDefinitionBuilder[] { aResponse().withBody("other"),
				aResponse().withStatus(502), aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK) }) {
			platform.answers(answer);
			assertThatExceptionOfType(WechatPayException.class)
				.isThrownBy(() -> platform.client().download(bill(sha1(BILL)), target));
			StepVerifier.create(platform.reactiveClient().download(bill(sha1(BILL)), target))
				.expectError(WechatPayException.class)
				.verify();
			assertThat(target).hasContent("yesterday");
			assertThat(Files.list(this.directory)).containsExactly(target);
		}
	}

	@Test
	void replacesAFileInOneStepAndNothingElse() throws Exception {
		// A move in two steps deletes what is there first, an empty directory included
		Path occupied = Files.createDirectory(this.directory.resolve("bill.csv"));
		platform.answers(aResponse().withBody(BILL));
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> platform.client().download(bill(sha1(BILL)), occupied));
		assertThat(occupied).isDirectory();
		assertThat(Files.list(this.directory)).containsExactly(occupied);
	}

	@Test
	void streamsReactivelyAndEndsWithAnErrorWhenTheHashIsWrong() {
		platform.answers(aResponse().withBody(gzip(BILL)));
		StepVerifier
			.create(DataBufferUtils.join(platform.reactiveClient().download(bill(sha1(BILL))))
				.map(DownloadTests::bytes))
			.assertNext((content) -> assertThat(content).isEqualTo(BILL))
			.verifyComplete();
		StepVerifier.create(platform.reactiveClient().download(bill(sha1(new byte[0]))).map(DownloadTests::bytes))
			.thenConsumeWhile((piece) -> true)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(SignatureException.class))
			.verify();
		StepVerifier.create(platform.reactiveClient().download(bill(sha1(BILL)), this.directory.resolve("a.csv")))
			.verifyComplete();
		assertThat(this.directory.resolve("a.csv")).hasBinaryContent(BILL);
	}

	private void refusesHash() {
		assertThatExceptionOfType(SignatureException.class)
			.isThrownBy(() -> platform.client().download(bill(sha1(BILL)), this.received))
			.withMessage("The downloaded file does not have the announced hash and must not be used")
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(SignatureException.Reason.HASH_MISMATCH));
	}

	private static Calls.Bill bill(String hash) {
		return new Calls.Bill(platform.url() + PATH, "SHA1", hash);
	}

	private static String sha1(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] gzip(byte[] content) {
		ByteArrayOutputStream archive = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(archive)) {
			gzip.write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return archive.toByteArray();
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

}
