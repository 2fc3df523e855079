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

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;

import io.github.wechatpay4j.ApiException;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.SignatureException.Reason;
import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.json.UnreadableJsonException;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.trust.CertificateList;
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

	private final Exchange exchange;

	private final Supplier<Credentials> credentials;

	CertificateDownload(Exchange exchange, Supplier<Credentials> credentials) {
		this.exchange = exchange;
		this.credentials = credentials;
	}

	@Override
	public Mono<List<X509Certificate>> download() {
		return fetch().map(CertificateList::certificates);
	}

	@Override
	public Mono<CertificateList> fetch() {
		return open().map(Opened::certificates);
	}

	Mono<Opened> open() {
		return Mono.defer(() -> {
			Credentials current = this.credentials.get();
			return this.exchange
				.send(RequestPreparer.withoutBody(Request.of(current.suite()), null), current,
						(answer) -> open(answer, current))
				.onErrorMap(ApiException.class, CertificateDownload::explain);
		});
	}

	private Mono<Opened> open(HttpAnswer answer, Credentials current) {
		if (!answer.isSuccess()) {
			// Which key signs its errors, only its successes say
			return this.exchange.refuse(Request.OPERATION, answer);
		}
		CertificateList certificates = decrypt(answer, current);
		if (certificates.certificates().isEmpty()) {
			return Mono.error(new SignatureException(Reason.UNKNOWN_KEY, "it holds no certificate that could prove it")
				.inAnswerTo(Request.OPERATION.name(), answer.status(), answer.requestId()));
		}
		return this.exchange.verify(Request.OPERATION, answer, new Downloaded(certificates.certificates(), current))
			.thenReturn(new Opened(answer.body(), certificates));
	}

	private CertificateList decrypt(HttpAnswer answer, Credentials current) {
		try {
			CertificateAnswer opened = CertificateAnswer.open(answer.body(), current, this.exchange.json());
			if (opened.isUseless()) {
				throw unreadable(answer,
						"none of the platform certificates can be used: " + String.join("; ", opened.problems()));
			}
			return opened.toList(current.mchid());
		}
		catch (UnreadableJsonException ex) {
			throw unreadable(answer, String.valueOf(ex.getMessage()));
		}
	}

	private static UnreadableResponseException unreadable(HttpAnswer answer, String problem) {
		return new UnreadableResponseException(Request.OPERATION.name(), problem, answer.status(), answer.requestId(),
				null);
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

	/**
	 * An answer that has proved itself.
	 *
	 * @param body the bytes as received, still encrypted
	 * @param certificates what was in them
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
	record Opened(byte[] body, CertificateList certificates) {
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

	/** The platform takes RSA for granted, so that it need not be said. */
	private record Request(@Nullable String algorithmType) implements WechatPayRequest<CertificateAnswer> {

		private static final String ASSUMED = "RSA";

		private static final Operation<CertificateAnswer> OPERATION = Operation
			.get("/v3/certificates", CertificateAnswer.class)
			.name("Certificates.download")
			.build();

		static Request of(CryptoSuite suite) {
			String algorithm = suite.certificateAlgorithm();
			return new Request(ASSUMED.equals(algorithm) ? null : algorithm);
		}

		@Override
		public Operation<CertificateAnswer> operation() {
			return OPERATION;
		}

		@Override
		public void bind(RequestTarget.Builder target) {
			target.query("algorithm_type", this.algorithmType);
		}

	}

}
