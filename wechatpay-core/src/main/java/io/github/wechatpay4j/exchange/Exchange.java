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

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.SignatureException.Reason;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.exchange.Outgoing.Use;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.Downloadable;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.UnverifiedFile;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.trust.CertificateSource;
import io.github.wechatpay4j.trust.CertificateStore;
import io.github.wechatpay4j.trust.SignatureVerifier;
import io.github.wechatpay4j.trust.Trust;
import io.github.wechatpay4j.trust.TrustListener;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Performs calls in the fixed order: prepare, choose the host, sign, send, look at the
 * status, verify the signature over the exact bytes, decode. No answer leaves it that was
 * not verified. Safe for use by many threads.
 */
public final class Exchange {

	private final Duration totalTimeout;

	private final FileSettings files;

	private final Hosts hosts;

	private final Wire wire;

	private final RequestPreparer preparer;

	private final ResponseInterpreter interpreter;

	private final SignatureVerifier verifier;

	private final WechatPayJson json;

	private final Downloads downloads;

	private final Clock clock;

	/**
	 * Creates an exchange.
	 * @param transport moves the bytes
	 * @param baseUrl the platform's address, without a path
	 * @param clock tells the time
	 */
	public Exchange(Transport transport, URI baseUrl, Clock clock) {
		this(transport, baseUrl, List.of(), clock, TrustListener.none());
	}

	/**
	 * Creates an exchange that tells which platform keys are in use.
	 * @param transport moves the bytes
	 * @param baseUrl the platform's address, without a path
	 * @param clock tells the time
	 * @param listener is told of every answer whose signature is good
	 */
	public Exchange(Transport transport, URI baseUrl, Clock clock, TrustListener listener) {
		this(transport, baseUrl, List.of(), clock, listener);
	}

	/**
	 * Creates an exchange that tells which platform keys are in use, and may have backup
	 * hosts: one that cannot be reached is left alone for a while, and the next is used
	 * at once, because nothing was sent by then.
	 * @param transport moves the bytes
	 * @param baseUrl the platform's address, without a path
	 * @param backupUrls further addresses of the platform, in the order of preference
	 * @param clock tells the time
	 * @param listener is told of every answer whose signature is good
	 */
	public Exchange(Transport transport, URI baseUrl, List<URI> backupUrls, Clock clock, TrustListener listener) {
		this(transport, baseUrl, backupUrls, clock, System::nanoTime, listener, new WechatPayJson());
	}

	/**
	 * Creates an exchange that measures time by other means, or tells what does not fit
	 * in answers.
	 * @param transport moves the bytes
	 * @param baseUrl the platform's address, without a path
	 * @param backupUrls further addresses of the platform, in the order of preference
	 * @param clock tells the time
	 * @param nanoTime measures time, like {@link System#nanoTime()}
	 * @param listener is told of every answer whose signature is good
	 * @param json writes requests and reads answers
	 */
	public Exchange(Transport transport, URI baseUrl, List<URI> backupUrls, Clock clock, LongSupplier nanoTime,
			TrustListener listener, WechatPayJson json) {
		this.totalTimeout = transport.settings().totalTimeout();
		this.files = transport.settings().files();
		this.hosts = new Hosts(Objects.requireNonNull(baseUrl, "baseUrl"), backupUrls, clock, nanoTime);
		this.json = Objects.requireNonNull(json, "json");
		this.wire = new Wire(transport, this.hosts, new RequestSigner(clock));
		this.preparer = new RequestPreparer(this.json);
		this.interpreter = new ResponseInterpreter(this.json, clock);
		this.verifier = new SignatureVerifier(clock, listener);
		this.clock = clock;
		this.downloads = new Downloads(this.wire, this.interpreter, this.hosts, transport.settings(), nanoTime);
	}

	/**
	 * Performs a call when subscribed to.
	 * @param request what to do
	 * @param merchant in whose name
	 * @param timeout how long it may take as a whole
	 * @param <T> what the platform answers
	 * @return the verified answer, or a {@link WechatPayException}; an
	 * {@link IllegalArgumentException} if the request cannot be sent as it is
	 */
	public <T> Mono<T> execute(WechatPayRequest<T> request, Merchant merchant, Duration timeout) {
		return Mono.defer(() -> {
			Operation<T> operation = request.operation();
			Progress progress = new Progress();
			return Listening.unheard(merchant.trust().current())
				.map((key) -> this.preparer.prepare(request, merchant, key))
				.flatMap((prepared) -> this.wire.send(prepared, merchant.credentials(), progress, use(operation),
						(answer) -> read(request, merchant, answer)))
				.timeout(timeout)
				.onErrorMap((ex) -> isOfTransport(ex, progress),
						(ex) -> TransportFailures.translate(operation, ex, progress));
		});
	}

	/**
	 * How long a call may take where nothing else is said.
	 * @return the time from the start to the decoded answer
	 */
	public Duration totalTimeout() {
		return this.totalTimeout;
	}

	/**
	 * What is known about the platform's hosts.
	 * @return the hosts as they are now, the preferred one first
	 */
	public List<HostState> hosts() {
		return this.hosts.states();
	}

	/**
	 * How long a download may take where nothing else is said.
	 * @return the time from the start to the last byte
	 */
	public Duration fileTimeout() {
		return Objects.requireNonNullElse(this.files.totalTimeout(), this.totalTimeout);
	}

	/**
	 * Begins to download a file, and does not wait for it. Closing the stream, from any
	 * thread, ends the download and whoever waits for it. The hash is not checked here,
	 * because it is that of the decompressed file: see {@link #verified}.
	 * @param file the file
	 * @param merchant in whose name
	 * @param timeout how long it may take as a whole, with the time that its reader takes
	 * @return the bytes as received; their end is a {@link WechatPayException} where
	 * something goes wrong
	 * @throws IllegalArgumentException if the file is not WeChat Pay's
	 */
	public InputStream open(Downloadable file, Merchant merchant, Duration timeout) {
		return this.downloads.open(file, merchant, timeout);
	}

	/**
	 * Decompresses and checks what is received. Waits for its first bytes.
	 * @param received the bytes as received
	 * @param file what was announced
	 * @return the decompressed, checked content
	 * @throws IOException if reading fails
	 */
	public InputStream verified(InputStream received, Downloadable file) throws IOException {
		return VerifiedInputStream.open(received, file, this.files.maxDecompressed());
	}

	/**
	 * Where a merchant's platform certificates come from.
	 * @param credentials the merchant's credentials
	 * @return the source, which has not downloaded anything yet
	 */
	public CertificateSource certificateSource(Credentials credentials) {
		return new CertificateDownload(this, () -> credentials);
	}

	/**
	 * Where a merchant's platform certificates come from, shared with other nodes.
	 * @param credentials the merchant's credentials at each time; its number never
	 * changes
	 * @param store keeps what any node has downloaded
	 * @return the source, which has neither loaded nor downloaded anything yet
	 */
	public CertificateSource certificateSource(Supplier<Credentials> credentials, @Nullable CertificateStore store) {
		CertificateDownload download = new CertificateDownload(this, credentials);
		return (store != null) ? new SharedCertificates(download, credentials, this.json, store, this.clock) : download;
	}

	<T> Mono<T> send(PreparedRequest request, Credentials credentials, Function<HttpAnswer, Mono<T>> judge) {
		Progress progress = new Progress();
		return this.wire.send(request, credentials, progress, Use.KEYS, judge)
			.timeout(this.totalTimeout)
			.onErrorMap(TimeoutException.class, (ex) -> TransportFailures.translate(request.operation(), ex, progress));
	}

	private static Use use(Operation<?> operation) {
		return (operation.responseType() == UnverifiedFile.class) ? Use.FILE : Use.CALL;
	}

	WechatPayJson json() {
		return this.json;
	}

	/**
	 * Whatever nobody has thought of, such as a pool of threads that is shut down while
	 * the answer arrives, must not look as if nothing had been sent.
	 */
	private static boolean isOfTransport(Throwable ex, Progress progress) {
		return ex instanceof TimeoutException || (!(ex instanceof WechatPayException) && !progress.giveUp());
	}

	/**
	 * Whatever goes wrong after the request was sent must not look as if it had not been.
	 */
	private static SignatureException unbelieved(Throwable ex) {
		return (ex instanceof SignatureException finding) ? finding : new SignatureException(Reason.UNKNOWN_KEY,
				"the key that it names cannot be had just now: " + ex.getMessage());
	}

	private <T> Mono<T> read(WechatPayRequest<T> request, Merchant merchant, HttpAnswer answer) {
		return verify(request.operation(), answer, merchant.trust())
			.transform((verified) -> Waiting.mayBlock(verified, merchant.credentials().decryptor().isBlocking()))
			.map((verified) -> this.interpreter.decode(request, merchant, verified));
	}

	/**
	 * Status first: errors are signed only where the platform knew whom it answers. An
	 * error that says it is signed and is not is nobody's "no".
	 */
	Mono<HttpAnswer> verify(Operation<?> operation, HttpAnswer answer, Trust trust) {
		if (!answer.isSuccess()) {
			Mono<HttpAnswer> refused = Mono.error(() -> this.interpreter.error(operation, answer));
			return answer.isSigned() ? prove(operation, answer, trust).then(refused) : refused;
		}
		if (operation.responseType() == UnverifiedFile.class) {
			// The platform signs no files; the type tells the caller
			return Mono.just(answer);
		}
		return prove(operation, answer, trust).thenReturn(answer);
	}

	/** Where nobody can be asked for the key, as there is none yet. */
	<T> Mono<T> refuse(Operation<?> operation, HttpAnswer answer) {
		return Mono.error(() -> this.interpreter.error(operation, answer));
	}

	private Mono<?> prove(Operation<?> operation, HttpAnswer answer, Trust trust) {
		@Nullable String requestId = answer.requestId();
		return this.verifier.verify(answer.signedMessage(), trust)
			.transform(Listening::toVerification)
			.onErrorMap((ex) -> unbelieved(ex).inAnswerTo(operation.name(), answer.status(), requestId));
	}

}
