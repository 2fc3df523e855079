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

package io.github.wechatpay4j.testing;

import java.security.cert.X509Certificate;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.wechatpay4j.trust.CertificateSource;
import reactor.core.publisher.Mono;

/**
 * A source of platform certificates that does what a test says, once for each download.
 */
public final class ScriptedSource implements CertificateSource {

	private final Deque<Mono<List<X509Certificate>>> script = new ConcurrentLinkedDeque<>();

	private final AtomicInteger downloads = new AtomicInteger();

	/** The certificates with these numbers. */
	public static Mono<List<X509Certificate>> certificates(int... numbers) {
		return Mono.just(IntStream.of(numbers)
			.mapToObj((number) -> TestKeys.certificate("platform" + number + "-certificate.pem"))
			.toList());
	}

	public ScriptedSource then(Mono<List<X509Certificate>> download) {
		this.script.add(download);
		return this;
	}

	public ScriptedSource then(int... numbers) {
		return then(certificates(numbers));
	}

	/** How many downloads were subscribed to. */
	public int downloads() {
		return this.downloads.get();
	}

	@Override
	public Mono<List<X509Certificate>> download() {
		return Mono.defer(() -> {
			this.downloads.incrementAndGet();
			Mono<List<X509Certificate>> next = this.script.poll();
			return (next != null) ? next : Mono.error(new AssertionError("a download that no test expects"));
		});
	}

}
