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

package io.github.wechatpay4j.simulator.http;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

import io.github.wechatpay4j.simulator.fault.Faults;
import io.github.wechatpay4j.simulator.http.Call.Upload;
import io.github.wechatpay4j.simulator.identity.Identities;
import io.github.wechatpay4j.simulator.identity.MerchantIdentity;
import io.github.wechatpay4j.simulator.identity.PlatformSecret;
import io.github.wechatpay4j.simulator.official.Fields;
import io.github.wechatpay4j.simulator.official.Refusal;
import io.github.wechatpay4j.trust.SignedMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * What every call under {@code /v3} passes: raw bytes, fault, signature, JSON, operation,
 * signed answer.
 */
public final class Gate {

	private static final Logger logger = LoggerFactory.getLogger(Gate.class);

	private static final byte[] EMPTY = {};

	private final Identities identities;

	private final RequestVerifier verifier;

	private final AnswerSigner signer;

	private final FaultInjector faults;

	/**
	 * Creates a gate.
	 * @param identities the merchants
	 * @param faults what is to go wrong
	 * @param clock tells the time
	 */
	public Gate(Identities identities, Faults faults, Clock clock) {
		this.identities = identities;
		this.verifier = new RequestVerifier(identities, clock);
		this.signer = new AnswerSigner(clock);
		this.faults = new FaultInjector(faults);
	}

	/**
	 * Lets verified calls through to an operation.
	 * @param operation the operation
	 * @return what Spring routes to
	 */
	public HandlerFunction<ServerResponse> to(Operation operation) {
		return (request) -> receive(request, (received) -> perform(request, received, operation));
	}

	/**
	 * Lets verified uploads through to an operation.
	 * @param part the name of the part that holds the file
	 * @param operation the operation
	 * @return what Spring routes to
	 */
	public HandlerFunction<ServerResponse> toUpload(String part, Operation operation) {
		return (request) -> receive(request, (received) -> performUpload(request, received, part, operation));
	}

	/**
	 * Refuses what is not simulated.
	 * @param request the request
	 * @return {@code 404 NOT_FOUND}
	 */
	public Mono<ServerResponse> notFound(ServerRequest request) {
		return receive(request, (received) -> {
			throw Refusal.of(404, "NOT_FOUND",
					"没有找到对应的接口 (the simulator has no " + request.method() + " " + request.path() + ")");
		});
	}

	private Mono<ServerResponse> receive(ServerRequest request, Step step) {
		String requestId = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
		return request.bodyToMono(byte[].class)
			.defaultIfEmpty(EMPTY)
			.flatMap((body) -> this.faults.answer(request, requestId,
					() -> guarded(() -> step.perform(Received.of(request, body)))))
			.onErrorResume(DataBufferLimitException.class,
					(ex) -> Reply.error(Refusal.of(413, "PARAM_ERROR", "请求体过大")).send(requestId));
	}

	@SuppressWarnings("IllegalCatch")
	private static Reply guarded(Supplier<Reply> step) {
		try {
			return step.get();
		}
		catch (Refusal ex) {
			return Reply.error(ex);
		}
		catch (RuntimeException ex) {
			logger.error("The simulator itself failed", ex);
			return Reply.error(Refusal.of(500, "SYSTEM_ERROR", "simulator: " + ex));
		}
	}

	private Reply perform(ServerRequest request, Received received, Operation operation) {
		MerchantIdentity merchant = this.verifier.verify(received, received.body());
		requireJson(received);
		return perform(request, received, merchant, JsonBodies.read(received.body()), null, operation);
	}

	private Reply performUpload(ServerRequest request, Received received, String part, Operation operation) {
		Multipart multipart = Multipart.parse(received);
		byte[] meta = multipart.part("meta");
		MerchantIdentity merchant = this.verifier.verify(received, meta);
		Upload file = new Upload(multipart.part(part), multipart.textsBeside(part));
		return perform(request, received, merchant, JsonBodies.read(meta), file, operation);
	}

	private Reply perform(ServerRequest request, Received received, MerchantIdentity merchant, Fields body,
			@Nullable Upload file, Operation operation) {
		PlatformSecret named = namedKey(received, merchant);
		String host = request.headers().asHttpHeaders().getFirst(HttpHeaders.HOST);
		Answer answer = operation
			.perform(new Call(merchant, "http://" + host, request.pathVariables(), query(request), body, file, named));
		return this.signer.reply(answer, signingKey(answer, named, merchant));
	}

	private @Nullable PlatformSecret namedKey(Received received, MerchantIdentity merchant) {
		String serial = received.header(SignedMessage.SERIAL);
		return (serial == null) ? null
				: this.identities.platformKey(merchant, serial)
					.orElseThrow(() -> Refusal.parameter("header", SignedMessage.SERIAL,
							JsonNodeFactory.instance.stringNode(serial), "平台证书序列号Wechatpay-Serial错误"));
	}

	private PlatformSecret signingKey(Answer answer, @Nullable PlatformSecret named, MerchantIdentity merchant) {
		if (named != null) {
			return named;
		}
		// Whoever downloads certificates has no public key to verify with
		return (answer instanceof Answer.CertificateList)
				? this.identities.signingCertificate(merchant).orElse(merchant.publicKey()) : merchant.publicKey();
	}

	private static Fields query(ServerRequest request) {
		ObjectNode query = JsonNodeFactory.instance.objectNode();
		request.queryParams()
			.toSingleValueMap()
			.forEach((name, value) -> query.put(name, (value != null) ? value : ""));
		return new Fields(query, "query");
	}

	private static void requireJson(Received received) {
		if (received.body().length == 0) {
			return;
		}
		String type = received.header(HttpHeaders.CONTENT_TYPE);
		if (type == null || !type.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
			throw Refusal.parameter("header", HttpHeaders.CONTENT_TYPE, null, "Content-Type应为application/json");
		}
	}

	/** From the exact bytes to the answer. */
	@FunctionalInterface
	private interface Step {

		Reply perform(Received received);

	}

}
