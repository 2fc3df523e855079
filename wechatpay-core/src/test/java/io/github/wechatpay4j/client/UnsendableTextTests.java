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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.Signer;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.exchange.Transport;
import io.github.wechatpay4j.exchange.TransportSettings;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.NoContent;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RawRequest;
import io.github.wechatpay4j.operation.RequestBody;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.Sensitive;
import io.github.wechatpay4j.operation.UploadFile;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A text that cannot be sent as it is is refused by name before anything is signed: it is
 * neither replaced by something similar nor reported as an unknown outcome.
 */
class UnsendableTextTests {

	private static final String HALF = "a\uD83D";

	private static final byte[] FILE = { 1, 2, 3 };

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final AtomicInteger signatures = new AtomicInteger();

	@ParameterizedTest
	@ValueSource(strings = { "订单一", "é", "a b", "a\r\nX-Evil: 1", "a\nb", "a\rb", "a\u0000", "a\tb", "a\u007F",
			"\u2028", "a\u202Eb", "a\u200B", "😀", "a\uD83D", "", " " })
	void refusesAnIdempotencyKeyThatNoHeaderCanHold(String key) {
		assertRefused(new Keyed(key), "Idempotency-Key");
	}

	@Test
	void sendsAnIdempotencyKeyOfVisibleCharacters() {
		platform.answers(platform.signed(200, "{}"));
		client().execute(new Keyed("Order_7-!~:/=\"'"));
		assertThat(platform.onlyRequest().getHeader("Idempotency-Key")).isEqualTo("Order_7-!~:/=\"'");
	}

	static Stream<Arguments> halves() {
		return Stream.of(Arguments.of("out_trade_no", targeting((target) -> target.path("out_trade_no", HALF))),
				Arguments.of("out_trade_no", targeting((target) -> target.path("out_trade_no", "\uDE00\uD83D"))),
				Arguments.of("note", targeting((target) -> target.path("out_trade_no", "1").query("note", HALF))),
				Arguments.of("note",
						targeting((target) -> target.path("out_trade_no", "1").queries("note", List.of("1", HALF)))),
				Arguments.of("card",
						targeting((target) -> target.path("out_trade_no", "1").sensitiveQuery("card", HALF))),
				Arguments.of("body",
						sending(RequestBody.bytes(new byte[] { '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"' }))),
				Arguments.of("body", sending(RequestBody.bytes(new byte[] { '"', (byte) 0xFF, '"' }))),
				Arguments.of("note",
						sending(RequestBody.bytes("{\"note\":\"\\uD83D\"}".getBytes(StandardCharsets.UTF_8)))),
				Arguments.of("note", sending(RequestBody.json(new Note(HALF, null)))),
				Arguments.of("secret", sending(RequestBody.json(new Note("1", HALF)))),
				Arguments.of("note", sending(RequestBody.json(Map.of("notes", List.of(Map.of("note", HALF)))))),
				Arguments.of("body", sending(RequestBody.json(Map.of("notes", Map.of(HALF, "1"))))),
				Arguments.of("notes", sending(RequestBody.json(Map.of("notes", Map.of("😀", "1"))))),
				Arguments.of("caption", sending(upload("a.jpg").with("caption", HALF))),
				Arguments.of("caption", sending(upload("a.jpg").with("caption", "😀"))),
				Arguments.of("note", sending(upload("a.jpg").withMeta(new Note(HALF, null)))),
				Arguments.of("filename", sending(upload("😀.jpg").signing("", "sha256"))),
				Arguments.of("part", sending(upload("a.jpg").inPart("fi\"le"))),
				Arguments.of("part", sending(upload("a.jpg").inPart("fi\r\nle"))),
				Arguments.of("form field", sending(upload("a.jpg").with("na\r\nme", "1"))));
	}

	@ParameterizedTest
	@MethodSource("halves")
	void refusesHalfACharacterAndNamesWhereItIs(String field, WechatPayRequest<?> request) {
		assertRefused(request, field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\uD83D.jpg", "\uDE00.jpg", "a\u0085.jpg", "a\u007F.jpg", "a\u2028.jpg" })
	void refusesAFilenameThatNoUploadCanHold(String filename) {
		assertThatIllegalArgumentException().isThrownBy(() -> new UploadFile(filename, FILE))
			.withMessageStartingWith("filename must not");
	}

	@Test
	void refusesARawBodyWithHalfACharacter() {
		assertThatIllegalArgumentException().isThrownBy(() -> RawRequest.post("/v3/things", "{\"a\":\"" + HALF + "\"}"))
			.withMessageContaining("'body'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v3/a b", "/v3/订单", "v3/a", "//evil.example/v3", "/v3/a#b", "/v3/a\r\nX: 1", "/v3/\uD83D",
			"/v3/{a}", "/v3/%zz", "", "https://evil.example/v3" })
	void refusesATargetThatIsNotEncoded(String target) {
		assertRefused(new Targeted(target, (builder) -> {
		}), "target");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1900000001\r\nX: 1", "商户", "19\"00" })
	void refusesAMerchantIdThatNoHeaderCanHold(String mchid) {
		assertThatIllegalArgumentException().isThrownBy(() -> TestMerchants.credentials(mchid, TestKeys.MERCHANT))
			.withMessageContaining("'mchid'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "5157\r\nX: 1", "编号", "51\"57" })
	void refusesASerialNumberThatNoHeaderCanHold(String serial) {
		CryptoSuite suite = CryptoSuite.rsa();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Credentials(TestMerchants.MCHID, suite,
					suite.signer(serial, TestKeys.MERCHANT.getPrivate()),
					suite.decryptor(TestKeys.MERCHANT.getPrivate()), suite.aead(TestMerchants.API_V3_KEY)))
			.withMessageContaining("'serial_no'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUB_KEY_ID_0\r\nX: 1", "PUB_KEY_ID_零", "PUB_KEY_ID_ 0" })
	void refusesAPlatformKeyIdThatNoHeaderCanHold(String id) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PlatformKey.ofPublicKey(id, TestKeys.PLATFORM.getPublic(), CryptoSuite.rsa()))
			.withMessageContaining("'public_key_id'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\r\nX-Evil: 1", "中文", "a\u0000" })
	void refusesAHeaderOfTheApplicationsOwnThatNoHeaderCanHold(String value) {
		try (Transport transport = transport((builder) -> builder.defaultHeader("X-Trace", value))) {
			assertRefused(client(transport), new Keyed("1"), "X-Trace");
		}
	}

	@Test
	void leavesTheFailureOfAnApplicationsOwnFilterAsItIs() {
		AtomicInteger runs = new AtomicInteger();
		IllegalStateException mine = new IllegalStateException("mine");
		try (Transport transport = transport((builder) -> builder.filter((request, next) -> {
			runs.incrementAndGet();
			return Mono.error(mine);
		}))) {
			assertThatThrownBy(() -> client(transport).execute(new Keyed("1")))
				.isExactlyInstanceOf(IllegalStateException.class)
				.hasMessage("mine");
		}
		assertThat(runs).hasValue(1);
		assertThat(platform.requests()).isEmpty();
	}

	@Test
	void refusesAMethodThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> RawRequest.of(HttpMethod.valueOf("PO ST"), "/v3/a", "{}"))
			.withMessageContaining("'method'");
	}

	private void assertRefused(WechatPayRequest<?> request, String name) {
		assertRefused(client(), request, name);
		assertThat(this.signatures).hasValue(0);
	}

	private static void assertRefused(WechatPayClient client, WechatPayRequest<?> request, String name) {
		platform.answers(platform.signed(200, "{}"));
		assertThatThrownBy(() -> client.execute(request)).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining(name)
			.message()
			.satisfies((message) -> assertThat(message.chars()).allMatch((c) -> c >= ' ' && c <= '~'));
		assertThat(platform.requests()).isEmpty();
	}

	private WechatPayClient client() {
		Credentials known = TestMerchants.credentials();
		Credentials counting = new Credentials(known.mchid(), known.suite(), new Signer() {

			@Override
			public String serialNumber() {
				return known.signer().serialNumber();
			}

			@Override
			public byte[] sign(byte[] message) {
				UnsendableTextTests.this.signatures.incrementAndGet();
				return known.signer().sign(message);
			}

		}, known.decryptor(), known.aead());
		return client(Merchant.of(counting, PlatformSigner.trust()).build());
	}

	private static WechatPayClient client(Merchant merchant) {
		return client(platform.exchange(), merchant);
	}

	private static WechatPayClient client(Transport transport) {
		return client(new Exchange(transport, URI.create(platform.url()), platform.clock()), TestMerchants.merchant());
	}

	private static WechatPayClient client(Exchange exchange, Merchant merchant) {
		return WechatPayClients.of(exchange, new InMemoryMerchantRegistry(List.of(merchant)), platform.clock())
			.retry(RetryPolicy.defaults())
			.blocking();
	}

	private static Transport transport(Consumer<WebClient.Builder> customizer) {
		return new Transport(TransportSettings.defaults(), customizer);
	}

	private static RequestBody.Upload upload(String filename) {
		return RequestBody.upload(new UploadFile(filename, FILE));
	}

	private static WechatPayRequest<?> targeting(Consumer<RequestTarget.Builder> target) {
		return new Targeted(null, target);
	}

	private static WechatPayRequest<?> sending(RequestBody body) {
		return new Sent(body);
	}

	private record Note(String note, @Sensitive @Nullable String secret) {

		@Override
		public String toString() {
			return "Note[]";
		}

	}

	private record Keyed(String idempotencyKey) implements WechatPayRequest<NoContent> {

		private static final Operation<NoContent> OPERATION = Operation.post("/v3/things", NoContent.class)
			.name("Tests.keyed")
			.keyedBy("out_no")
			.build();

		@Override
		public Operation<NoContent> operation() {
			return OPERATION;
		}

		@Override
		public String businessNumber() {
			return "1";
		}

		@Override
		public RequestBody body() {
			return RequestBody.none();
		}

	}

	private record Targeted(@Nullable String text,
			Consumer<RequestTarget.Builder> binding) implements WechatPayRequest<NoContent> {

		private static final Operation<NoContent> OPERATION = Operation
			.post("/v3/orders/{out_trade_no}/close", NoContent.class)
			.name("Tests.targeted")
			.build();

		@Override
		public Operation<NoContent> operation() {
			return OPERATION;
		}

		@Override
		public void bind(RequestTarget.Builder target) {
			this.binding.accept(target);
		}

		@Override
		public String target(UnaryOperator<String> encryptor) {
			return (this.text != null) ? this.text : WechatPayRequest.super.target(encryptor);
		}

		@Override
		public RequestBody body() {
			return RequestBody.none();
		}

	}

	private record Sent(RequestBody body) implements WechatPayRequest<NoContent> {

		private static final Operation<NoContent> OPERATION = Operation.post("/v3/things", NoContent.class)
			.name("Tests.sent")
			.build();

		@Override
		public Operation<NoContent> operation() {
			return OPERATION;
		}

	}

}
