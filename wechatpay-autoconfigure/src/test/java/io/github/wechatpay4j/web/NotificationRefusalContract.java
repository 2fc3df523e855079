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

package io.github.wechatpay4j.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.autoconfigure.TestProperties;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.web.SpoiltApplication.Claims;
import io.github.wechatpay4j.web.SpoiltApplication.Deliveries;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is refused is answered, written of once, counted once under its reason, and leaves
 * nothing behind: nothing claimed, nothing stored, nothing handled.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
abstract class NotificationRefusalContract {

	@RegisterExtension
	final FakePlatform platform = new FakePlatform();

	private final WebApplicationType type;

	private NotificationServer server;

	private RecordingListener listener;

	private Claims claims;

	private Deliveries deliveries;

	NotificationRefusalContract(WebApplicationType type) {
		this.type = type;
	}

	@BeforeAll
	void start() throws Exception {
		this.server = new NotificationServer(this.type, SpoiltApplication.class,
				Stream
					.of(List.of("wechatpay.base-url=" + this.platform.url(), "wechatpay.notification.mode=custom",
							"wechatpay.notification.max-body-size=8KB"),
							TestProperties.merchant("wechatpay.merchants.second", "1900000002"),
							TestProperties.merchant("wechatpay.merchants.third", "1900000003"),
							List.of("wechatpay.merchants.third.trust=certificates"))
					.flatMap(List::stream)
					.toArray(String[]::new));
		this.listener = this.server.bean(RecordingListener.class);
		this.claims = this.server.bean(Claims.class);
		this.deliveries = this.server.bean(Deliveries.class);
		// The first request of all makes servers write of themselves
		assertThat(this.server.send(SignedNotification.paid("warm-up")).statusCode()).isEqualTo(204);
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@BeforeEach
	void reset() {
		this.listener.reset();
		this.claims.keys().clear();
		this.deliveries.delivered().clear();
	}

	@Test
	void refusesABodyThatIsAnnouncedTooLargeWithoutReadingIt(CapturedOutput output) throws Exception {
		assertRefusedUnbelieved(output, Reason.TOO_LARGE,
				() -> this.server.announce("127.0.0.1", "Content-Length: 8193\r\n"));
	}

	@Test
	void refusesABodyThatTurnsOutTooLarge(CapturedOutput output) throws Exception {
		assertRefusedUnbelieved(output, Reason.TOO_LARGE,
				() -> chunked(SignedNotification.signed("x".repeat(8193).getBytes(StandardCharsets.UTF_8))));
	}

	@Test
	void refusesAnEmptyBody(CapturedOutput output) throws Exception {
		assertRefusedUnbelieved(output, Reason.MALFORMED, sending(SignedNotification.signed(new byte[0])));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Wechatpay-Signature", "Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Serial" })
	void refusesAMissingHeader(String header, CapturedOutput output) throws Exception {
		assertRefusedUnbelieved(output, Reason.MALFORMED, sending(SignedNotification.paid("1").without(header)));
	}

	@Test
	void refusesAWrongSignature(CapturedOutput output) throws Exception {
		SignedNotification notification = SignedNotification.paid("1");
		notification.body()[notification.body().length - 3] ^= 1;
		assertRefusedUnbelieved(output, Reason.SIGNATURE, sending(notification));
	}

	@Test
	void refusesAnOldTimestamp(CapturedOutput output) throws Exception {
		assertRefusedUnbelieved(output, Reason.SIGNATURE, sending(
				SignedNotification.signed(SignedNotification.paid("1").body(), Instant.now().minusSeconds(400))));
	}

	@Test
	void repeatsNothingThatASenderWrites(CapturedOutput output) throws Exception {
		assertRefusedUnbelieved(output, Reason.SIGNATURE,
				sending(SignedNotification.paid("1").with("Wechatpay-Serial", "forged by a stranger")));
		assertRefusedUnbelieved(output, Reason.UNKNOWN_MERCHANT,
				() -> this.server.send(NotificationServer.PATH + "/forged", SignedNotification.paid("1")).statusCode());
		assertRefusedUnbelieved(output, Reason.MALFORMED,
				sending(SignedNotification.paid("1").with("Wechatpay-Timestamp", "forged")));
		assertThat(output).doesNotContain("forged");
	}

	@Test
	void refusesTheProbe(CapturedOutput output) throws Exception {
		assertRefusedUnbelieved(output, Reason.PROBE,
				sending(SignedNotification.paid("1").with("Wechatpay-Signature", "WECHATPAY/SIGNTEST/not&base64")));
	}

	@Test
	void refusesATruncatedCiphertext(CapturedOutput output) throws Exception {
		String body = new String(SignedNotification.paid("1").body(), StandardCharsets.UTF_8);
		String truncated = body.replaceFirst("(\"ciphertext\":\"[^\"]{80})[^\"]*", "$1");
		assertRefusedUnbelieved(output, Reason.DECRYPTION,
				sending(SignedNotification.signed(truncated.getBytes(StandardCharsets.UTF_8))));
	}

	@Test
	void refusesWhatIsEncryptedForAForeignMerchant(CapturedOutput output) throws Exception {
		String body = new String(SignedNotification.paid("1").body(), StandardCharsets.UTF_8);
		byte[] cipherText = CryptoSuite.rsa()
			.aead("AnotherApiV3KeyOfSomebodyElse032")
			.encrypt("abcdefghijkl".getBytes(StandardCharsets.UTF_8), "transaction".getBytes(StandardCharsets.UTF_8),
					"{\"mchid\":\"1\"}".getBytes(StandardCharsets.UTF_8));
		String foreign = body.replaceFirst("\"ciphertext\":\"[^\"]*",
				"\"ciphertext\":\"" + Base64.getEncoder().encodeToString(cipherText));
		assertRefusedUnbelieved(output, Reason.DECRYPTION,
				sending(SignedNotification.signed(foreign.getBytes(StandardCharsets.UTF_8))));
	}

	@Test
	void refusesWhatIsAboutAnotherMerchant(CapturedOutput output) throws Exception {
		assertRefusedUnbelieved(output, Reason.WRONG_MERCHANT, sending(SignedNotification.paid("1", "1900000099")));
		assertRefusedUnbelieved(output, Reason.WRONG_MERCHANT,
				() -> this.server.send(NotificationServer.PATH + "/second", SignedNotification.paid("1")).statusCode());
	}

	@Test
	void refusesAMerchantThatDoesNotExist(CapturedOutput output) throws Exception {
		assertRefusedUnbelieved(output, Reason.UNKNOWN_MERCHANT,
				() -> this.server.send(NotificationServer.PATH + "/fourth", SignedNotification.paid("1")).statusCode());
	}

	@Test
	void refusesWhatCannotBeCheckedJustNow(CapturedOutput output) throws Exception {
		this.platform.answers(WireMock.aResponse().withStatus(503));
		SignedNotification notification = SignedNotification.paid("1", "1900000003");
		notification.headers().putAll(PlatformSigner.certificate(1).headers(notification.body(), Instant.now()));
		assertRefusedUnbelieved(output, Reason.KEYS_UNAVAILABLE,
				() -> this.server.send(NotificationServer.PATH + "/third", notification).statusCode());
	}

	@Test
	void refusesWhatCannotBeStored(CapturedOutput output) throws Exception {
		this.deliveries.failNext.set(true);
		assertRefusedUnbelieved(output, Reason.NOT_STORED, sending(SignedNotification.paid("20")));
		assertThat(this.server.send(SignedNotification.paid("20")).statusCode()).as("it comes again").isEqualTo(204);
	}

	@Test
	void refusesWhatNobodyHandles(CapturedOutput output) throws Exception {
		assertRefusedUnbelieved(output, Reason.NO_HANDLER,
				sending(SignedNotification.of("MCHTRANSFER.BILL.FINISHED", "mch_payment", "{\"out_bill_no\":\"b1\"}")));
	}

	@Test
	void refusesWhatIsBeingHandled(CapturedOutput output) throws Exception {
		RecordingListener.Gate gate = this.listener.holdNext();
		CompletableFuture<HttpResponse<String>> first = this.server.http()
			.sendAsync(SignedNotification.paid("21").to(this.server.address(NotificationServer.PATH)),
					BodyHandlers.ofString());
		gate.awaitEntered();
		assertRefused(output, Reason.IN_PROGRESS, 1, sending(SignedNotification.paid("21")));
		gate.open();
		first.join();
		assertThat(this.listener.paid()).hasSize(1);
	}

	@Test
	void refusesWhatSomebodyElseHasTakenMeanwhile(CapturedOutput output) throws Exception {
		this.claims.overtakeNext.set(true);
		assertRefused(output, Reason.OVERTAKEN, 1, sending(SignedNotification.paid("22")));
	}

	@Test
	void refusesWhatItsHandlerFailsOn(CapturedOutput output) throws Exception {
		this.listener.failNext();
		int before = output.length();
		assertCounted(Reason.HANDLER_FAILED.name(), 500, sending(SignedNotification.paid("23")));
		assertThat(output.toString().substring(before).lines().filter((line) -> line.contains(" ERROR ")))
			.as("one line with its stack trace")
			.hasSize(1);
	}

	@Test
	void acknowledgesNothingWhileTheClaimsAreGone(CapturedOutput output) throws Exception {
		this.claims.breakNext.set(true);
		assertRefused(output, Reason.NOT_STORED, 1, sending(SignedNotification.paid("24")));
		assertThat(this.listener.paid()).isEmpty();
		assertThat(this.server.send(SignedNotification.paid("24")).statusCode()).isEqualTo(204);
	}

	@Test
	void showsTheReasonsToPrometheus() throws Exception {
		this.server.send(SignedNotification.paid("1").with("Wechatpay-Serial", "PUB_KEY_ID_0000"));
		this.server.send(SignedNotification.paid("1").without("Wechatpay-Nonce"));
		String scraped = this.server.bean(PrometheusMeterRegistry.class).scrape();
		assertThat(scraped.lines().filter((line) -> line.startsWith("wechatpay_notification_seconds_count{")))
			.anySatisfy((line) -> assertThat(line).contains("reason=\"SIGNATURE\"", "result=\"REJECTED\"",
					"merchant=\"default\"", "source=\"http\"", "stage=\"received\""))
			.anySatisfy((line) -> assertThat(line).contains("reason=\"MALFORMED\""))
			.noneSatisfy((line) -> assertThat(line).contains("fourth"));
	}

	/** Nothing of it is left behind. */
	private void assertRefusedUnbelieved(CapturedOutput output, Reason reason, Sending sending) throws Exception {
		assertRefused(output, reason, 1, sending);
		assertThat(this.claims.keys()).as("nothing is claimed").isEmpty();
		assertThat(this.deliveries.delivered()).as("nothing is stored").isEmpty();
		assertThat(this.listener.paid()).as("nothing is handled").isEmpty();
	}

	private void assertRefused(CapturedOutput output, Reason reason, int lines, Sending sending) throws Exception {
		int before = output.length();
		assertCounted(reason.name(), reason.status(), sending);
		assertThat(output.toString().substring(before).lines()).hasSize(lines)
			.allSatisfy((line) -> assertThat(line).contains("from 127.0.0.1 refused with " + reason.status()));
	}

	private void assertCounted(String reason, int status, Sending sending) throws Exception {
		long before = this.server.refused(reason);
		long all = this.server.counted(Map.of());
		assertThat(sending.send()).isEqualTo(status);
		assertThat(this.server.refused(reason)).as(reason).isEqualTo(before + 1);
		assertThat(this.server.counted(Map.of())).as("counted once").isEqualTo(all + 1);
	}

	private Sending sending(SignedNotification notification) {
		return () -> this.server.send(notification).statusCode();
	}

	/** Without an announced length. */
	private int chunked(SignedNotification notification) throws IOException, InterruptedException {
		int half = notification.body().length / 2;
		HttpRequest.Builder request = HttpRequest.newBuilder(this.server.address(NotificationServer.PATH))
			.POST(HttpRequest.BodyPublishers.ofInputStream(() -> parts(notification.body(), half)));
		notification.headers().forEach(request::header);
		return this.server.http().send(request.build(), BodyHandlers.discarding()).statusCode();
	}

	private static InputStream parts(byte[] body, int half) {
		return new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOf(body, half)),
				new ByteArrayInputStream(Arrays.copyOfRange(body, half, body.length)));
	}

	/** What is sent, and the status that comes back. */
	interface Sending {

		int send() throws Exception;

	}

}
