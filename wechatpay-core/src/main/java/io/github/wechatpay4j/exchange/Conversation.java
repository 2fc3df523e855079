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

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.wechatpay4j.ApiException;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

/**
 * One request and its answer, between the call and the connection that carries them. The
 * connection shows the whole answer to the judge before it gives itself back to the pool:
 * afterwards it would be too late, another call might have it by then. Safe for use by
 * many threads.
 *
 * @param <T> what the judge makes of the answer
 */
final class Conversation<T> {

	private final Outgoing request;

	private final @Nullable Function<HttpAnswer, Mono<T>> judge;

	private final long maxBody;

	private final ContextView context;

	private final Sinks.One<T> verdict = Sinks.one();

	private final Disposable.Swap judging = Disposables.swap();

	private final AtomicReference<@Nullable Runnable> close = new AtomicReference<>();

	private volatile boolean attached;

	private volatile boolean decided;

	private volatile boolean pronounced;

	/**
	 * Begins a conversation.
	 * @param request what is sent
	 * @param judge decides about the whole answer, {@code null} where it is handed on
	 * piece by piece
	 * @param maxBody how many bytes the answer's body may have
	 * @param context of the call
	 */
	Conversation(Outgoing request, @Nullable Function<HttpAnswer, Mono<T>> judge, long maxBody, ContextView context) {
		this.request = request;
		this.judge = judge;
		this.maxBody = maxBody;
		this.context = context;
	}

	/**
	 * A guard watches its connection.
	 * @param close ends the connection, or the stream, unless it is done with this
	 * conversation
	 */
	void attach(Runnable close) {
		this.attached = true;
		this.close.set(close);
	}

	/** A connection stands. */
	void connected() {
		if (!this.attached) {
			throw new IllegalStateException("The connector of the WebClient was replaced, nothing was sent:"
					+ " customize Reactor Netty's HttpClient instead");
		}
		this.request.reached().run();
		this.request.sending().connected();
	}

	/**
	 * From now on the request may have been sent.
	 * @return whether it still may be: {@code false} once the caller was notified that
	 * nothing was sent
	 */
	boolean mayBegin() {
		return this.request.sending().mayBegin();
	}

	String target() {
		return this.request.target();
	}

	long maxBody() {
		return this.maxBody;
	}

	boolean isJudged() {
		return this.judge != null;
	}

	AnswerReader reader() {
		return new AnswerReader(this.maxBody, isJudged());
	}

	/**
	 * The answer is there as a whole.
	 * @param then is told, on any thread, whether the connection may be used again
	 */
	void arrived(HttpAnswer answer, Consumer<Boolean> then) {
		if (this.judge == null) {
			throw new IllegalStateException("nobody judges this answer");
		}
		this.decided = true;
		this.judging.update(Mono.defer(() -> this.judge.apply(answer)).contextWrite(this.context).subscribe((value) -> {
			pronounce(value, null);
			then.accept(true);
		}, (failure) -> {
			pronounce(null, failure);
			then.accept(isOfThePlatform(failure));
		}, () -> {
			if (!this.pronounced) {
				pronounce(null, new IllegalStateException("A judge has swallowed an answer"));
				then.accept(false);
			}
		}));
	}

	/** Something unexpected was seen before the end: there is no answer. */
	void fail(SurpriseException surprise) {
		this.decided = true;
		this.judging.dispose();
		pronounce(null, surprise);
	}

	private synchronized void pronounce(@Nullable T value, @Nullable Throwable failure) {
		if (this.pronounced) {
			return;
		}
		this.pronounced = true;
		if (failure != null) {
			this.verdict.tryEmitError(failure);
		}
		else if (value != null) {
			this.verdict.tryEmitValue(value);
		}
	}

	/**
	 * Nobody waits for the answer any more. Left to itself the layer above would read it
	 * to its end, which may never come.
	 */
	void abandon() {
		this.judging.dispose();
		Runnable end = this.close.getAndSet(null);
		if (end != null) {
			end.run();
		}
	}

	/**
	 * What comes of it, once the connection has done its part. Where no guard has seen
	 * the answer it is judged now.
	 */
	Mono<T> conclude(Mono<HttpAnswer> exchange) {
		return exchange.map((answer) -> new Seen(answer, null))
			.onErrorResume((failure) -> Mono.just(new Seen(null, failure)))
			.flatMap(this::conclude)
			.doOnCancel(this::abandon);
	}

	private Mono<T> conclude(Seen seen) {
		if (this.decided) {
			return this.verdict.asMono();
		}
		if (seen.failure() != null) {
			return Mono.error(seen.failure());
		}
		return (this.judge != null && seen.answer() != null) ? this.judge.apply(seen.answer())
				: Mono.error(new IllegalStateException("there is neither an answer nor a failure"));
	}

	/** A known "no" in the platform's own form is as good as any other answer. */
	private static boolean isOfThePlatform(Throwable failure) {
		return failure instanceof ApiException answer && answer.code() != null && answer.status() >= 400
				&& answer.status() < 600;
	}

	private record Seen(@Nullable HttpAnswer answer, @Nullable Throwable failure) {
	}

}
