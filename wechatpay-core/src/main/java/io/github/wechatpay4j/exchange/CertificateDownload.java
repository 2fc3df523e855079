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

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.DecryptionException;
import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.crypto.Pem;
import io.github.wechatpay4j.json.UnreadableJsonException;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.Required;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.trust.CertificateSource;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Downloads platform certificates. The answer proves itself: each certificate opens with
 * the merchant's APIv3 key, and one of them has signed the answer.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012551764">Download platform
 * certificates</a>
 */
final class CertificateDownload implements CertificateSource {

	private static final int NOT_FOUND = 404;

	private static final Request REQUEST = new Request();

	private final Exchange exchange;

	private final Credentials credentials;

	CertificateDownload(Exchange exchange, Credentials credentials) {
		this.exchange = exchange;
		this.credentials = credentials;
	}

	@Override
	public Mono<List<X509Certificate>> download() {
		return this.exchange.send(RequestPreparer.withoutBody(REQUEST, null), this.credentials)
			.flatMap(this::open)
			.onErrorMap(ApiException.class, CertificateDownload::explain);
	}

	private Mono<List<X509Certificate>> open(HttpAnswer answer) {
		List<X509Certificate> certificates = answer.isSuccess() ? decrypt(answer) : List.of();
		return this.exchange.verify(Request.OPERATION, answer, new Downloaded(certificates, this.credentials))
			.thenReturn(certificates);
	}

	private List<X509Certificate> decrypt(HttpAnswer answer) {
		try {
			return this.exchange.json()
				.read(answer.body(), Answer.class, this.credentials.decryptor())
				.data()
				.stream()
				.map((item) -> Pem.certificate(Encrypted.of(item).open(this.credentials)))
				.toList();
		}
		catch (UnreadableJsonException | DecryptionException | KeyMaterialException | IllegalArgumentException ex) {
			throw new UnreadableResponseException(Request.OPERATION.name(), String.valueOf(ex.getMessage()),
					answer.status(), answer.requestId(), false);
		}
	}

	private static WechatPayException explain(ApiException ex) {
		if (ex.status() != NOT_FOUND) {
			return ex;
		}
		return ApiException.of(Request.OPERATION.name(), ex.status())
			.error(ex.code(),
					"this merchant has no platform certificates (none has since 2024): configure the WeChat Pay"
							+ " public key with wechatpay.public-key and wechatpay.public-key-id",
					null)
			.requestId(ex.requestId())
			.build();
	}

	/** The certificates of one answer, just long enough to verify that answer. */
	private record Downloaded(List<X509Certificate> certificates, Credentials credentials) implements Trust {

		@Override
		public Mono<PlatformKey> find(String id) {
			// By the number first: another certificate may be of a kind that is unknown
			// here
			return Flux.fromIterable(this.certificates)
				.filter((certificate) -> MerchantKey.serialNumber(certificate).equals(id))
				.map((certificate) -> PlatformKey.ofCertificate(certificate, this.credentials.suite()))
				.next();
		}

		@Override
		public Mono<PlatformKey> current() {
			return Mono.empty();
		}

	}

	private record Request() implements WechatPayRequest<Answer> {

		private static final Operation<Answer> OPERATION = Operation.get("/v3/certificates", Answer.class)
			.name("Certificates.download")
			.build();

		@Override
		public Operation<Answer> operation() {
			return OPERATION;
		}

	}

	private record Answer(@Nullable List<@Nullable Item> data) {

		@Override
		public List<@Nullable Item> data() {
			return (this.data != null) ? this.data : List.of();
		}

	}

	private record Item(@Nullable Encrypted encryptCertificate) {
	}

	private record Encrypted(@Nullable String nonce, @Nullable String associatedData, @Nullable String ciphertext) {

		static Encrypted of(@Nullable Item item) {
			return Required.field((item != null) ? item.encryptCertificate() : null, "encrypt_certificate");
		}

		String open(Credentials credentials) {
			byte[] plain = credentials.aead()
				.decrypt(Required.field(this.nonce, "nonce").getBytes(StandardCharsets.UTF_8),
						((this.associatedData != null) ? this.associatedData : "").getBytes(StandardCharsets.UTF_8),
						Base64.getMimeDecoder().decode(Required.field(this.ciphertext, "ciphertext")));
			return new String(plain, StandardCharsets.UTF_8);
		}

	}

}
