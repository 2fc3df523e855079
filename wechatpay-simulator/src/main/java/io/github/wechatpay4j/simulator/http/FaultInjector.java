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

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.simulator.fault.Fault;
import io.github.wechatpay4j.simulator.fault.Faults;
import io.github.wechatpay4j.simulator.official.Refusal;
import io.github.wechatpay4j.trust.SignedMessage;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Lets what was asked for go wrong with a request.
 */
final class FaultInjector {

	private static final Duration DEFAULT_DELAY = Duration.ofSeconds(12);

	private static final String BAD_GATEWAY = """
			<html>
			<head><title>502 Bad Gateway</title></head>
			<body>
			<center><h1>502 Bad Gateway</h1></center>
			<hr><center>nginx</center>
			</body>
			</html>
			""";

	private static final String PROBE_PREFIX = "WECHATPAY/SIGNTEST/";

	private final Faults faults;

	FaultInjector(Faults faults) {
		this.faults = faults;
	}

	/** The answer; {@code act} is only asked where the platform acts. */
	Mono<ServerResponse> answer(ServerRequest request, String requestId, Supplier<Reply> act) {
		Optional<Fault> taken = this.faults.takeForRequest(request.path());
		if (taken.isEmpty()) {
			return act.get().send(requestId);
		}
		Fault fault = taken.get();
		return switch (fault.kind()) {
			case LATE ->
				act.get().send(requestId).delayElement((fault.delay() != null) ? fault.delay() : DEFAULT_DELAY);
			case ERROR_500 -> systemError().send(requestId);
			case ERROR_500_AFTER -> {
				Reply unused = act.get();
				yield systemError().send(requestId);
			}
			case HTML_502 -> Reply.html(502, BAD_GATEWAY).send(requestId);
			case RATE_LIMITED -> rateLimited(fault).send(requestId);
			case WRONG_SIGNATURE -> withSignature(act.get(), FaultInjector::wrong).send(requestId);
			case MISSING_SIGNATURE -> unsigned(act.get()).send(requestId);
			case PROBE_SIGNATURE -> withSignature(act.get(), (signature) -> PROBE_PREFIX + signature).send(requestId);
			case CONNECTION_RESET -> reset(request);
			case CONNECTION_RESET_AFTER -> {
				Reply unused = act.get();
				yield reset(request);
			}
			default -> throw new IllegalStateException(fault.kind() + " does not happen to requests");
		};
	}

	private static Reply systemError() {
		return Reply.error(Refusal.of(500, "SYSTEM_ERROR", "系统异常，请稍后重试"));
	}

	private static Reply rateLimited(Fault fault) {
		String code = (fault.code() != null) ? fault.code() : Fault.RATE_LIMIT_CODES.get(0);
		Reply reply = Reply.error(Refusal.of(429, code, "请求频率超限，请降低请求频率"));
		if (fault.delay() != null) {
			reply.headers().set(HttpHeaders.RETRY_AFTER, Long.toString((fault.delay().toMillis() + 999) / 1000));
		}
		return reply;
	}

	private static Reply withSignature(Reply reply, UnaryOperator<String> change) {
		String signature = reply.headers().getFirst(SignedMessage.SIGNATURE);
		if (signature != null) {
			reply.headers().set(SignedMessage.SIGNATURE, change.apply(signature));
		}
		return reply;
	}

	private static String wrong(String signature) {
		byte[] bytes = Base64.getDecoder().decode(signature);
		bytes[bytes.length / 2] ^= 1;
		return Base64.getEncoder().encodeToString(bytes);
	}

	private static Reply unsigned(Reply reply) {
		reply.headers().remove(SignedMessage.TIMESTAMP);
		reply.headers().remove(SignedMessage.NONCE);
		reply.headers().remove(SignedMessage.SERIAL);
		reply.headers().remove(SignedMessage.SIGNATURE);
		reply.headers().remove(AnswerSigner.SIGNATURE_TYPE);
		return reply;
	}

	/** Without lingering, closing resets the connection. */
	private static Mono<ServerResponse> reset(ServerRequest request) {
		HttpServerRequest server = ServerHttpRequestDecorator.getNativeRequest(request.exchange().getRequest());
		server.withConnection((connection) -> {
			connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
			ChannelFuture unused = connection.channel().close();
		});
		return Mono.never();
	}

}
