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

import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.operation.Downloadable;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RawResponse;
import io.github.wechatpay4j.operation.WechatPayRequest;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Downloads files from the addresses that the platform hands out. The request is signed,
 * its answer is not.
 */
final class Downloads {

	private final Wire wire;

	private final ResponseInterpreter interpreter;

	private final Hosts hosts;

	private final TransportSettings settings;

	private final LongSupplier nanoTime;

	Downloads(Wire wire, ResponseInterpreter interpreter, Hosts hosts, TransportSettings settings,
			LongSupplier nanoTime) {
		this.wire = wire;
		this.interpreter = interpreter;
		this.hosts = hosts;
		this.settings = settings;
		this.nanoTime = nanoTime;
	}

	InputStream open(Downloadable file, Merchant merchant, Duration timeout) {
		Request request = new Request(target(file));
		Flux<DataBuffer> pieces = merchant.trust()
			.current()
			.map((key) -> RequestPreparer.withoutBody(request, key.id()))
			.flatMapMany((prepared) -> this.wire.stream(prepared, merchant.credentials(),
					(answer) -> this.interpreter.error(Request.OPERATION, answer)));
		return new DownloadStream(pieces, new DownloadStream.Limits(Request.OPERATION.name(),
				this.settings.responseTimeout(), timeout, this.settings.files().maxReceived().toBytes()),
				this.nanoTime);
	}

	/** Only the platform gets a signature of ours, whatever address an answer holds. */
	private String target(Downloadable file) {
		URI address = address(VerifiedInputStream.announced(file.downloadUrl(), "download_url"));
		if (!isOfficial(address) && !this.hosts.contain(address)) {
			throw new IllegalArgumentException(
					"'download_url' is refused: it points to " + address.getHost() + ", which is not WeChat Pay");
		}
		return address.getRawPath() + ((address.getRawQuery() != null) ? "?" + address.getRawQuery() : "");
	}

	/** Without its text: the query holds a token. */
	private static URI address(String url) {
		try {
			return new URI(url);
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException("'download_url' is refused: it is no address");
		}
	}

	private static boolean isOfficial(URI address) {
		return "https".equals(address.getScheme()) && address.getHost() != null
				&& address.getHost().endsWith(".mch.weixin.qq.com");
	}

	private record Request(String address) implements WechatPayRequest<RawResponse> {

		private static final Operation<RawResponse> OPERATION = Operation
			.get("/v3/billdownload/file", RawResponse.class)
			.name("Bills.download")
			.build();

		@Override
		public Operation<RawResponse> operation() {
			return OPERATION;
		}

		/** The address holds a token. */
		@Override
		public String toString() {
			return "Downloads.Request";
		}

		@Override
		public String target(UnaryOperator<String> encryptor) {
			return this.address;
		}

	}

}
