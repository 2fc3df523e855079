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

import java.net.URI;
import java.time.Clock;
import java.util.Objects;

import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.SignatureException.Reason;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.Downloadable;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.UnverifiedFile;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.trust.CertificateSource;
import io.github.wechatpay4j.trust.SignatureVerifier;
import io.github.wechatpay4j.trust.Trust;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Performs calls in the fixed order: prepare, sign, send, look at the status, verify the
 * signature over the exact bytes, decode. No answer leaves it that was not verified. Safe
 * for use by many threads.
 */
public final class Exchange {

	private final Wire wire;

	private final RequestPreparer preparer;

	private final ResponseInterpreter interpreter;

	private final SignatureVerifier verifier;

	private final WechatPayJson json;

	private final Downloads downloads;

	/**
	 * Creates an exchange.
	 * @param transport moves the bytes
	 * @param baseUrl the platform's address, without a path
	 * @param clock tells the time
	 */
	public Exchange(Transport transport, URI baseUrl, Clock clock) {
		Objects.requireNonNull(transport, "transport");
		Objects.requireNonNull(baseUrl, "baseUrl");
		this.json = new WechatPayJson();
		this.wire = new Wire(transport, baseUrl, new RequestSigner(clock));
		this.preparer = new RequestPreparer(this.json);
		this.interpreter = new ResponseInterpreter(this.json);
		this.verifier = new SignatureVerifier(clock);
		this.downloads = new Downloads(this.wire, this.interpreter, baseUrl);
	}

	/**
	 * Performs a call when subscribed to.
	 * @param request what to do
	 * @param merchant in whose name
	 * @param <T> what the platform answers
	 * @return the verified answer, or a {@link WechatPayException}; an
	 * {@link IllegalArgumentException} if the request cannot be sent as it is
	 */
	public <T> Mono<T> execute(WechatPayRequest<T> request, Merchant merchant) {
		Operation<T> operation = request.operation();
		return merchant.trust()
			.current()
			.map((key) -> this.preparer.prepare(request, merchant, key))
			.flatMap((prepared) -> this.wire.send(prepared, merchant.credentials()))
			.flatMap((answer) -> verify(operation, answer, merchant.trust()))
			.map((answer) -> this.interpreter.decode(operation, answer, merchant.credentials().decryptor()));
	}

	/**
	 * Downloads a file piece by piece. Its hash is not checked here, because it is that
	 * of the decompressed file: wrap the pieces in a {@link VerifiedInputStream}.
	 * @param file the file
	 * @param merchant in whose name
	 * @return the pieces as received
	 */
	public Flux<DataBuffer> download(Downloadable file, Merchant merchant) {
		return this.downloads.download(file, merchant);
	}

	/**
	 * Where a merchant's platform certificates come from.
	 * @param credentials the merchant's credentials
	 * @return the source, which has not downloaded anything yet
	 */
	public CertificateSource certificateSource(Credentials credentials) {
		return new CertificateDownload(this, credentials);
	}

	Mono<HttpAnswer> send(PreparedRequest request, Credentials credentials) {
		return this.wire.send(request, credentials);
	}

	WechatPayJson json() {
		return this.json;
	}

	/**
	 * Whatever goes wrong after the request was sent must not look as if it had not been.
	 */
	private static SignatureException unbelieved(Throwable ex) {
		return (ex instanceof SignatureException finding) ? finding : new SignatureException(Reason.UNKNOWN_KEY,
				"the key that it names cannot be had just now: " + ex.getMessage());
	}

	/** Status first: an answer that is not a success is unsigned. */
	Mono<HttpAnswer> verify(Operation<?> operation, HttpAnswer answer, Trust trust) {
		if (!answer.isSuccess()) {
			return Mono.error(this.interpreter.error(operation, answer));
		}
		if (operation.responseType() == UnverifiedFile.class) {
			// The platform signs no files; the type tells the caller
			return Mono.just(answer);
		}
		boolean unknown = ResponseInterpreter.changesSomething(operation);
		@Nullable String requestId = answer.requestId();
		return this.verifier.verify(answer.signedMessage(), trust)
			.onErrorMap((ex) -> unbelieved(ex).inAnswerTo(operation.name(), answer.status(), requestId, unknown))
			.thenReturn(answer);
	}

}
