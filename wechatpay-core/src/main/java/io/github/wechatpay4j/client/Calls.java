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

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

import io.github.wechatpay4j.Printable;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.exchange.Exchange;
import io.github.wechatpay4j.merchant.Invocations;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.operation.Downloadable;
import io.github.wechatpay4j.operation.WechatPayRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What both clients do, for one merchant. The merchant is looked up for each call, so
 * that a replaced one counts from the next call on.
 *
 * @param exchange performs the calls
 * @param merchants the merchants
 * @param clock tells the time
 * @param nanoTime measures time
 * @param decorators surround every call, the first one innermost
 * @param merchantName the merchant's name, {@code null} for the primary one
 * @param options what is different from what is configured
 */
record Calls(Exchange exchange, MerchantRegistry merchants, Clock clock, LongSupplier nanoTime,
		List<CallDecorator> decorators, @Nullable String merchantName, CallOptions options) {

	Calls forMerchant(String name) {
		this.merchants.get(name);
		return new Calls(this.exchange, this.merchants, this.clock, this.nanoTime, this.decorators, name, this.options);
	}

	Calls with(CallOptions options) {
		return new Calls(this.exchange, this.merchants, this.clock, this.nanoTime, this.decorators, this.merchantName,
				Objects.requireNonNull(options, "options"));
	}

	Merchant merchant() {
		return (this.merchantName != null) ? this.merchants.get(this.merchantName) : this.merchants.primary();
	}

	String name() {
		return (this.merchantName != null) ? this.merchantName : Merchant.DEFAULT_NAME;
	}

	Invocations invocations() {
		return new Invocations(merchant(), this.clock);
	}

	CallState begin(WechatPayRequest<?> request) {
		return new CallState(request, this.options, this.exchange.totalTimeout(), this.nanoTime);
	}

	/** Decorators see what happened; the caller is told what it means. */
	<T> Mono<T> execute(WechatPayRequest<T> request, CallState state) {
		Merchant merchant = merchant();
		Mono<T> call = state.watch(Mono.defer(() -> attempt(request, merchant, state)));
		for (CallDecorator decorator : this.decorators) {
			call = decorator.decorate(request, merchant, call);
		}
		return call.switchIfEmpty(Mono.error(Calls::swallowed))
			.onErrorMap(state::conclude)
			.contextWrite((context) -> context.put(CallState.class, state).put(CallTime.class, state));
	}

	private static IllegalStateException swallowed() {
		return new IllegalStateException("A CallDecorator has swallowed what came of the call");
	}

	private <T> Mono<T> attempt(WechatPayRequest<T> request, Merchant merchant, CallState state) {
		Duration remaining = state.remaining();
		return (remaining.isNegative() || remaining.isZero()) ? Mono.error(state.outOfTime())
				: this.exchange.execute(request, merchant, remaining);
	}

	/** Begins to download, without waiting. */
	InputStream receive(Downloadable file) {
		Duration timeout = Objects.requireNonNullElse(this.options.totalTimeout(), this.exchange.fileTimeout());
		return this.exchange.open(file, merchant(), timeout);
	}

	/** Closes what is received in the end. */
	InputStream verified(InputStream received, Downloadable file) throws IOException {
		try {
			return this.exchange.verified(received, file);
		}
		catch (IOException | RuntimeException ex) {
			received.close();
			throw ex;
		}
	}

	void download(Downloadable file, OutputStream target) {
		write(receive(file), file, target);
	}

	void download(Downloadable file, Path target) {
		write(receive(file), file, target);
	}

	private void write(InputStream received, Downloadable file, OutputStream target) {
		try (InputStream content = verified(received, file)) {
			content.transferTo(target);
		}
		catch (IOException ex) {
			throw translate(ex);
		}
	}

	/** Closes what is received in the end. */
	void write(InputStream received, Downloadable file, Path target) {
		try (received) {
			Path absolute = target.toAbsolutePath();
			if (absolute.getFileName() == null) {
				throw new IllegalArgumentException(
						"'target' must name a file to write, not the directory " + Printable.text(absolute));
			}
			Path part = Files.createTempFile(absolute.getParent(), absolute.getFileName() + ".", ".part");
			try {
				try (OutputStream output = Files.newOutputStream(part)) {
					write(received, file, output);
				}
				Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE);
			}
			finally {
				Files.deleteIfExists(part);
			}
		}
		catch (IOException ex) {
			throw translate(ex);
		}
	}

	/** Errors of the exchange arrive wrapped by the stream that carries them. */
	static RuntimeException translate(IOException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof WechatPayException || cause instanceof IllegalArgumentException) {
				return (RuntimeException) cause;
			}
		}
		return new UncheckedIOException(failure);
	}

}
