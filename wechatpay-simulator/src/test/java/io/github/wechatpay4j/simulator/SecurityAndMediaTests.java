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

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

import io.github.wechatpay4j.TransportException;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RawResponse;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.UploadFile;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.simulator.Caller.Mode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.github.wechatpay4j.simulator.Refusals.assertRefused;
import static io.github.wechatpay4j.simulator.Refusals.assertWrongField;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Certificates, the self-test of encryption, and uploads.
 */
class SecurityAndMediaTests extends SimulatorTestSupport {

	private String decrypt(JsonNode cipherText) {
		return this.caller.merchant().credentials().decryptor().decrypt(cipherText.stringValue());
	}

	@Test
	void echoesAndNotifies() throws Exception {
		String secret = this.caller.merchant().trust().current().block().encryptor().encrypt("secret 密");
		JsonNode answer = this.caller.post("/v3/security/echo",
				"{\"echo_message\":\"hello\",\"encrypted_echo_message\":\"%s\",\"notify_url\":\"%s\"}".formatted(secret,
						this.receiver.url()));
		assertThat(answer.path("echo_message").stringValue()).isEqualTo("hello");
		assertThat(decrypt(answer.path("encrypted_echo_message"))).isEqualTo("secret 密");
		Receiver.Message message = this.receiver.next();
		assertThat(message.verify(this.caller.merchant()).eventType()).isEqualTo("SECURITY_ECHO.SUCCESS");
		JsonNode resource = message.resource(this.caller.merchant());
		assertThat(resource.path("echo_message").stringValue()).isEqualTo("hello");
		assertThat(decrypt(resource.path("encrypt_echo_message"))).isEqualTo("secret 密");
		assertWrongField("/encrypted_echo_message", () -> this.caller.post("/v3/security/echo",
				"{\"echo_message\":\"hello\",\"encrypted_echo_message\":\"plain\"}"));
	}

	@Test
	void rotatesCertificates() {
		try (Caller byCertificate = Caller.of(this.simulator, Mode.CERTIFICATE, SOON, Clock.systemUTC())) {
			byCertificate.prepay("rotation-1", 1, this.receiver.url());
			int before = byCertificate.certificates().size();
			String serial = this.simulator.rotateCertificate();
			assertThat(byCertificate.certificates()).hasSize(before + 1)
				.extracting(MerchantKey::serialNumber)
				.contains(serial);
			byCertificate.prepay("rotation-2", 1, this.receiver.url());
			assertThat(this.simulator.merchants().get(0).platformCertificates().get(before).serial()).isEqualTo(serial);
		}
	}

	@Test
	void merchantsOfTodayHaveNoCertificates() {
		SimulatorSettings settings = SimulatorSettings.defaults().withPlatformCertificates(false);
		try (WechatPaySimulator modern = WechatPaySimulator.start(settings); Caller other = Caller.of(modern)) {
			assertRefused(404, "RESOURCE_NOT_EXISTS", () -> other.get("/v3/certificates"));
			assertThat(modern.merchants().get(0).platformCertificates()).isEmpty();
			other.prepay("modern-1", 1, this.receiver.url());
		}
	}

	@Test
	void merchantsHaveKeysOfTheirOwn() {
		SimulatorSettings settings = SimulatorSettings.defaults()
			.withMerchants(new SimulatorSettings.MerchantSettings("1900000001", "wxa"),
					new SimulatorSettings.MerchantSettings("1900000002", "wxb"));
		try (WechatPaySimulator two = WechatPaySimulator.start(settings)) {
			assertThat(two.merchants()).extracting(SimulatorMerchant::publicKey).doesNotHaveDuplicates();
			assertThat(two.merchants()).extracting(SimulatorMerchant::apiV3Key).doesNotHaveDuplicates();
			assertThat(two.merchant("1900000002").appid()).isEqualTo("wxb");
			assertThat(two.merchants().get(0).publicKeyId()).matches("PUB_KEY_ID_[0-9]+");
		}
	}

	@Test
	void takesImage() {
		UploadFile image = new UploadFile("receipt.png", "not quite an image".getBytes(StandardCharsets.UTF_8));
		JsonNode answer = Caller.JSON.readTree(this.caller.client().execute(new Upload(image)).body());
		assertThat(answer.path("media_id").stringValue()).isNotEmpty();
		assertWrongField("/filename",
				() -> this.caller.client().execute(new Upload(new UploadFile("receipt.pdf", image.content()))));
		assertWrongField("/filename", () -> this.caller.client()
			.execute(new Upload(new UploadFile("receipt.jpg", new byte[3 * 1024 * 1024]))));
	}

	@Test
	void refusesFileThatIsNotWhatMetaSays() throws Exception {
		RawCall call = new RawCall(this.caller.merchant());
		call.target = "/v3/merchant/media/upload";
		call.signedBody = "{\"filename\":\"a.png\",\"sha256\":\"" + "0".repeat(64) + "\"}";
		call.headers.put("Content-Type", "multipart/form-data; boundary=x");
		call.body = "--x\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n"
				+ call.signedBody
				+ "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
				+ "content\r\n--x--\r\n";
		assertThat(call.send(this.simulator.url()).json().at("/detail/field").stringValue()).isEqualTo("/sha256");
		call.signedBody = call.body;
		call.headers.remove("Authorization");
		assertThat(call.send(this.simulator.url()).code()).isEqualTo("SIGN_ERROR");
		call.body = "nothing";
		assertThat(call.send(this.simulator.url()).code()).isEqualTo("PARAM_ERROR");
	}

	@Test
	void closesWithEverythingItStarted() throws Exception {
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		WechatPaySimulator closed = WechatPaySimulator.start(SimulatorSettings.defaults().withSpeed(1000));
		try (Caller other = Caller.of(closed)) {
			other.prepay("last-order", 1, this.receiver.url());
			closed.pay("last-order");
			this.receiver.next();
		}
		Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
		started.removeAll(before);
		started.removeIf((thread) -> !thread.getName().startsWith("wechatpay-simulator"));
		assertThat(started).isNotEmpty();
		closed.close();
		for (Thread thread : started) {
			thread.join(5000);
			assertThat(thread.isAlive()).as(thread.getName()).isFalse();
		}
		assertThatExceptionOfType(TransportException.class).isThrownBy(() -> {
			try (Caller other = Caller.of(closed)) {
				other.prepay("too-late", 1, this.receiver.url());
			}
		});
	}

	private record Upload(UploadFile file) implements WechatPayRequest<RawResponse> {

		private static final Operation<RawResponse> OPERATION = Operation
			.post("/v3/merchant/media/upload", RawResponse.class)
			.build();

		@Override
		public Operation<RawResponse> operation() {
			return OPERATION;
		}

		@Override
		public RequestBody body() {
			return RequestBody.upload(this.file);
		}

	}

}
